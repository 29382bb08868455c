import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants } from 'node:zlib'

/** A first visit: its page, and what that asks for. */
export interface Visit {
  readonly name: string
  readonly files: readonly VisitFile[]
}
export interface VisitFile {
  readonly path: string
  readonly what: 'html' | 'css' | 'js' | 'svg'
  readonly body: Buffer
}

const TYPES: Readonly<Record<VisitFile['what'], string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** As a proxy would send it: what is made anew at each request with brotli 5, files with 11. */
export function compressedOf({ what, body }: VisitFile): Buffer {
  const quality = what === 'html' ? 5 : 11
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
}

/** Serves one visit over loopback, compressed. */
export async function replay(visit: Visit): Promise<{ readonly origin: string; stop(): void }> {
  const ready = new Map(visit.files.map((file) => [file.path, file]))
  const bodies = new Map(visit.files.map((file) => [file.path, compressedOf(file)]))
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const file = ready.get(path)
    const headers = file && { 'content-type': TYPES[file.what], 'content-encoding': 'br' }
    response.writeHead(file ? 200 : 404, headers).end(bodies.get(path))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
