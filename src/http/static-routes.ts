import { Hono } from 'hono'
import type { Assets, StaticFile } from '../views/assets.ts'

/** Files under /static: an exact match in a table made at start, or 404 (R-WEB-18). Names carry a hash, so they never change. */
export function staticRoutes(assets: Assets): Hono {
  const app = new Hono()
  app.get('/static/*', (c) => {
    const file = assets.files.get(new URL(c.req.url).pathname)
    if (!file) return c.notFound()
    const tag = `"${c.req.path.split('/').at(-1) ?? ''}"`
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('Vary', 'Accept-Encoding')
    c.header('ETag', tag)
    if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304)
    const { body, encoding } = encoded(file, c.req.header('accept-encoding') ?? '')
    c.header('Content-Type', file.type)
    if (file.policy !== undefined) c.header('Content-Security-Policy', file.policy)
    if (encoding) c.header('Content-Encoding', encoding)
    return c.body(new Uint8Array(body))
  })
  return app
}

/** The smallest form that the browser takes; one with `q=0` it does not. */
function encoded(
  file: StaticFile,
  accepts: string,
): { readonly body: Buffer; readonly encoding?: string } {
  const taken = new Set(
    accepts
      .split(',')
      .map((one) => one.trim().toLowerCase())
      .filter((one) => !/;\s*q=0(?:\.0*)?$/u.test(one))
      .map((one) => one.split(';')[0] ?? ''),
  )
  if (file.br && taken.has('br')) return { body: file.br, encoding: 'br' }
  if (file.gz && taken.has('gzip')) return { body: file.gz, encoding: 'gzip' }
  return { body: file.body }
}
