import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'

export type Scanned =
  | { readonly is: 'clean' }
  | { readonly is: 'infected' }
  /** Nobody knows; `reason` holds no name of a file. */
  | { readonly is: 'unchecked'; readonly reason: string }

/** Looks at a file on disk. Never throws. */
export type Scan = (path: string) => Promise<Scanned>

/** Where clamd listens: a port of a host, or a socket of this machine. */
export type ClamdAddress =
  | { readonly host: string; readonly port: number }
  | { readonly path: string }

const LONGEST_WAIT = 30_000
const CHUNK = 64 * 1024

/**
 * ClamAV's daemon, by its INSTREAM command: the file goes over in chunks, each with its length before it, and clamd
 * answers with one line (clamd(8)). What it cannot say is `unchecked`, and is for the caller to refuse.
 */
export function createClamdScan(address: ClamdAddress, longestWait: number = LONGEST_WAIT): Scan {
  return async function scan(path) {
    const socket = connect({ ...address, timeout: longestWait })
    try {
      return readAnswer(await talk(socket, path))
    } catch (error) {
      return { is: 'unchecked', reason: (error as NodeJS.ErrnoException).code ?? 'no answer' }
    } finally {
      socket.destroy()
    }
  }
}

function talk(socket: Socket, path: string): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      said += String(text)
      if (said.includes('\0') || said.length > 4096) done(said)
    })
    socket.once('error', fail)
    socket.once('timeout', () => fail(Object.assign(new Error(), { code: 'ETIMEDOUT' })))
    socket.once('close', () => done(said))
    socket.once('connect', () => void send(socket, path).catch(fail))
  })
}

async function send(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE((chunk as Buffer).length)
    socket.write(length)
    if (!socket.write(chunk)) await drained(socket)
  }
  socket.write(Buffer.alloc(4))
}

/** When the other side has taken what was written, or goes away. */
function drained(socket: Socket): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      socket.off('drain', go)
      socket.off('close', go)
      done()
    }
    socket.on('drain', go)
    socket.on('close', go)
  })
}

function readAnswer(said: string): Scanned {
  const answer = said.replace(/\0[\s\S]*$/u, '').trim()
  if (answer === 'stream: OK') return { is: 'clean' }
  if (/^stream: .+ FOUND$/u.test(answer)) return { is: 'infected' }
  return { is: 'unchecked', reason: /ERROR$/u.test(answer) ? 'clamd: ERROR' : 'no answer' }
}
