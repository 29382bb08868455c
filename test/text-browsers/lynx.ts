import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Stroke } from './key-strokes.ts'
import { seatAt, type TextBrowser } from './typed.ts'

/** It reads its keys from a script, which here is a pipe: what is typed later may depend on what has come meanwhile. */
export const lynx: TextBrowser = {
  name: 'lynx',
  isHere:
    spawnSync('lynx', ['-version']).status === 0 && spawnSync('mkfifo', ['--version']).status === 0,
  open(url, folder) {
    const script = join(folder, `keys-${Date.now()}-${Math.random()}`)
    spawnSync('mkfifo', [script])
    const child = spawn('lynx', ['-accept_all_cookies', '-nopause', `-cmd_script=${script}`, url], {
      env: { ...process.env, TERM: 'vt100', HOME: folder, LINES: '24', COLUMNS: '80' },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    return seatAt(
      child,
      createWriteStream(script),
      (stroke) => linesOf(keysOf(stroke)),
      linesOf(['Q']),
    )
  },
}

function linesOf(keys: readonly string[]): string {
  return keys.map((key) => `key ${key}\n`).join('')
}

function keysOf(stroke: Stroke): readonly string[] {
  if (stroke.is === 'next') return ['<tab>']
  if (stroke.is === 'type')
    return ['^U', ...[...stroke.text].map((one) => (one === ' ' ? '<space>' : one))]
  return ['^J']
}
