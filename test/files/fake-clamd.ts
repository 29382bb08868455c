import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** The test file of antivirus programs (EICAR), put together here so that no scanner stops at this page. */
export const EICAR: string = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
  'EICAR-STANDARD-ANTIVIRUS-TEST-FILE',
  '!$H+H*',
].join('')

export interface FakeClamd {
  readonly port: number
  /** Sizes of the files that were looked at. */
  readonly seen: readonly number[]
  /** How it behaves from now on; `well` finds EICAR as clamd does. */
  behave(how: 'well' | 'silent' | 'hangs-up' | 'too-small' | 'garbled'): void
  close(): Promise<void>
}

/** clamd as it speaks INSTREAM (clamd(8)), on a port of this machine or a socket in the file system. */
export async function startFakeClamd(path?: string): Promise<FakeClamd> {
  const seen: number[] = []
  const sockets = new Set<Socket>()
  let how: Parameters<FakeClamd['behave']>[0] = 'well'
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    let bytes = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk])
      if (how === 'hangs-up') return void socket.destroy()
      const file = fileIn(bytes)
      if (!file || how === 'silent') return
      seen.push(file.length)
      socket.end(answerTo(file, how))
    })
  })
  if (path === undefined) server.listen(0, '127.0.0.1')
  else server.listen(path)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'string' ? 0 : (address as AddressInfo).port,
    seen,
    behave: (next) => {
      how = next
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function answerTo(file: Buffer, how: string): string {
  if (how === 'garbled') return 'what?\0'
  if (how === 'too-small') return 'INSTREAM size limit exceeded. ERROR\0'
  return file.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0'
}

/** The file of a whole conversation: `zINSTREAM`, then chunks with their length, then a length of 0. */
function fileIn(bytes: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0')
  if (!bytes.subarray(0, command.length).equals(command)) return undefined
  const chunks: Buffer[] = []
  let at = command.length
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    if (at + 4 + length > bytes.length) return undefined
    chunks.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
