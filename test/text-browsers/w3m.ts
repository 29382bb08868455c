import { spawn, spawnSync } from 'node:child_process'
import type { Stroke } from './key-strokes.ts'
import { seatAt, type TextBrowser } from './typed.ts'

const OPTIONS = '-cookie -o accept_cookie=1 -o confirm_qq=0 -o auto_image=0'

/** It wants a terminal, which `script` (util-linux) makes. */
export const w3m: TextBrowser = {
  name: 'w3m',
  isHere:
    spawnSync('w3m', ['-version']).status === 0 && spawnSync('script', ['--version']).status === 0,
  open(url, folder) {
    const child = spawn('script', ['-qfec', `w3m ${OPTIONS} ${url}`, '/dev/null'], {
      env: {
        ...process.env,
        TERM: 'vt100',
        HOME: folder,
        LANG: 'C.UTF-8',
        LINES: '40',
        COLUMNS: '100',
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    return seatAt(child, child.stdin, keysOf, 'Q')
  },
}

function keysOf(stroke: Stroke): string {
  if (stroke.is === 'next') return '\t'
  // Return opens a line to type in; what stands in it already goes first.
  if (stroke.is === 'type') return `\r\u0015${stroke.text}\r`
  return '\r'
}
