import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Readonly<Record<string, unknown>>
}

export interface FakeProvider {
  readonly url: string
  readonly received: readonly Received[]
  /** How the next requests are answered. */
  answer: (response: ServerResponse) => void
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

/** Never answers. */
export const hang = () => undefined
/** Breaks off in the middle of the answer. */
export function breakOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
  response.write('{"id":')
  response.socket?.destroy()
}

/** A provider on loopback that remembers what it was asked. */
export async function startFakeProvider(answer: FakeProvider['answer']): Promise<FakeProvider> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    received.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text) })
    provider.answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const provider: FakeProvider = { url: `http://127.0.0.1:${port}`, received, answer }
  return provider
}
