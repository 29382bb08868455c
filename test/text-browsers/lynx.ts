import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Stroke } from './key-strokes.ts'

export const hasLynx = spawnSync('lynx', ['-version']).status === 0

/** Plays strokes in lynx, as a person would press them, and answers all that was on its screen. */
export function playInLynx(url: string, strokes: readonly Stroke[], folder: string): string {
  const script = join(folder, 'keys')
  const keys = [...strokes.flatMap(keysOf), 'Q']
  writeFileSync(script, keys.map((key) => `key ${key}\n`).join(''))
  const { stdout } = spawnSync(
    'lynx',
    ['-accept_all_cookies', '-nopause', `-cmd_script=${script}`, url],
    {
      input: '',
      encoding: 'latin1',
      env: { ...process.env, TERM: 'vt100', HOME: folder, LINES: '24', COLUMNS: '80' },
      timeout: 60_000,
    },
  )
  return stdout
}

function keysOf(stroke: Stroke): readonly string[] {
  if (stroke.is === 'next') return ['<tab>']
  if (stroke.is === 'type')
    return ['^U', ...[...stroke.text].map((one) => (one === ' ' ? '<space>' : one))]
  return ['^J']
}
