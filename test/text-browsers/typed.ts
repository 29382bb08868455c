import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Stroke } from './key-strokes.ts'

/** A text browser in front of somebody: what they do, key by key, and all that was on its screen once they have left. */
export interface Seat {
  do(stroke: Stroke): void
  leave(): Promise<string>
}

/** How a text browser is started and told of keys. */
export interface TextBrowser {
  readonly name: string
  readonly isHere: boolean
  open(url: string, folder: string): Seat
}

/** A seat at a process that reads keys from a stream. */
export function seatAt(
  child: ChildProcess,
  keys: Writable,
  keysOf: (stroke: Stroke) => string,
  last: string,
): Seat {
  const seen: Buffer[] = []
  child.stdout?.on('data', (data: Buffer) => seen.push(data))
  const ended = once(child, 'exit')
  // Before its first screen the terminal is not its own yet, and would echo keys and take some for itself.
  let typed: Promise<unknown> = child.stdout ? once(child.stdout, 'data') : Promise.resolve()
  return {
    do(stroke) {
      typed = typed.then(() => keys.write(keysOf(stroke)))
    },
    async leave() {
      await typed
      keys.end(last)
      const late = setTimeout(() => child.kill(), 60_000)
      await ended
      clearTimeout(late)
      return Buffer.concat(seen).toString('utf8')
    },
  }
}
