import { brotliCompressSync, constants } from 'node:zlib'

export interface Weight {
  readonly what: string
  readonly raw: number
  readonly brotli: number
}

/** What a first visit brings: the page, and what it names; compressed as they are sent, or as brotli 5 would where they are not. */
export async function weightsOf(origin: string, path: string): Promise<readonly Weight[]> {
  const html = await weigh(origin, path)
  const links = [...html.text.matchAll(/(?:src|href)="(\/static\/[^"]+)"/gu)].map(([, at]) => at)
  const others = await Promise.all(links.map((at) => weigh(origin, at ?? '')))
  return [html, ...others].map(({ what, raw, brotli }) => ({ what, raw, brotli }))
}

async function weigh(origin: string, path: string): Promise<Weight & { readonly text: string }> {
  const response = await fetch(origin + path, { headers: { 'accept-encoding': 'br' } })
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
  const sent = Number(response.headers.get('content-length') ?? 0)
  const isCompressed = response.headers.get('content-encoding') === 'br' && sent > 0
  const body = Buffer.from(await response.arrayBuffer())
  return {
    what: /\.(css|js|svg)$/u.exec(path)?.[1] ?? 'html',
    raw: body.length,
    brotli: isCompressed ? sent : compressed(body),
    text: body.toString('utf8'),
  }
}

function compressed(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
}
