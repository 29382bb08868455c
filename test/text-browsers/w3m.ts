import { spawnSync } from 'node:child_process'
import type { Stroke } from './key-strokes.ts'

/** It wants a terminal, which `script` (util-linux) makes. */
export const hasW3m =
  spawnSync('w3m', ['-version']).status === 0 && spawnSync('script', ['--version']).status === 0

const OPTIONS = '-cookie -o accept_cookie=1 -o confirm_qq=0 -o auto_image=0'

/** Plays strokes in w3m, as a person would press them, and answers all that was on its screen. */
export function playInW3m(url: string, strokes: readonly Stroke[], folder: string): string {
  const keys = [...strokes.map(keysOf), 'Q'].join('')
  const { stdout } = spawnSync('script', ['-qfec', `w3m ${OPTIONS} ${url}`, '/dev/null'], {
    input: keys,
    encoding: 'utf8',
    env: {
      ...process.env,
      TERM: 'vt100',
      HOME: folder,
      LANG: 'C.UTF-8',
      LINES: '40',
      COLUMNS: '100',
    },
    timeout: 60_000,
  })
  return stdout
}

function keysOf(stroke: Stroke): string {
  if (stroke.is === 'next') return '\t'
  // Return opens a line to type in; what stands in it already goes first.
  if (stroke.is === 'type') return `\r\u0015${stroke.text}\r`
  return '\r'
}
