import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { HttpDeps, HttpEnv } from './context.ts'

/** A line for each request: its id, the route that answered, how and how long. Never an address's query, a value or a token. */
export function requestLog({ log }: Pick<HttpDeps, 'log'>): MiddlewareHandler<HttpEnv> {
  return async function logRequest(c, next) {
    const requestId = randomUUID()
    const start = performance.now()
    c.set('requestId', requestId)
    await next()
    const milliseconds = Math.round(performance.now() - start)
    log.info(
      { requestId, method: c.req.method, path: c.req.path, status: c.res.status, milliseconds },
      'answered',
    )
  }
}
