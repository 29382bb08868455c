import { connect } from 'node:net'

/** One answer, whole. */
export interface Answer {
  readonly status: number
  /** Status line and headers. */
  readonly head: string
  readonly body: Buffer
}

/** A connection that stays open; one request at a time. */
export interface Connection {
  ask(request: Buffer): Promise<Answer>
  close(): void
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('0\r\n\r\n')

/** A connection that is opened anew where the server ends it after an answer, as it does after a thousand. */
export async function openConnection(port: number): Promise<Connection> {
  let socket: Connection | undefined = await openSocket(port)
  return {
    ask: async (request) => {
      socket ??= await openSocket(port)
      const answer = await socket.ask(request)
      if (/\r\nconnection: close/iu.test(answer.head)) {
        socket.close()
        socket = undefined
      }
      return answer
    },
    close: () => socket?.close(),
  }
}

/** As little work as can be: what asks must not be what is measured. Loopback only. */
async function openSocket(port: number): Promise<Connection> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let read: Buffer = Buffer.alloc(0)
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined
  const fail = (error: Error) => {
    waiting?.reject(error)
    waiting = undefined
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the connection was closed')))
  socket.on('data', (chunk) => {
    read = read.length === 0 ? chunk : Buffer.concat([read, chunk])
    const answer = answerIn(read)
    if (!answer) return
    read = Buffer.alloc(0)
    waiting?.resolve(answer)
    waiting = undefined
  })
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => void socket.destroy(),
  }
}

/** Undefined: there is more to come. */
function answerIn(read: Buffer): Answer | undefined {
  const end = read.indexOf(HEAD_END)
  if (end < 0) return undefined
  const head = read.toString('latin1', 0, end)
  const start = end + HEAD_END.length
  const length = /\r\ncontent-length: (\d+)/iu.exec(head)?.[1]
  const isChunked = length === undefined && /\r\ntransfer-encoding: chunked/iu.test(head)
  if (isChunked && !read.subarray(start).subarray(-LAST_CHUNK.length).equals(LAST_CHUNK))
    return undefined
  if (!isChunked && read.length < start + Number(length ?? 0)) return undefined
  return { status: Number(head.slice(9, 12)), head, body: read.subarray(start) }
}

/** The bytes of a request. */
export function requestBytes(
  method: 'GET' | 'POST',
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Buffer {
  const length = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {}
  const lines = Object.entries({ ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return Buffer.from(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${body}`)
}
