import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { urls } from '../urls.ts'
import type { HttpDeps, HttpEnv } from './context.ts'

/**
 * A line for each request: its id, the address that answered, how and how long; of a press what it ran and how that ended
 * (R-AUD-04). Never a query, a value or a token: of a
 * provider's callback, which names a call by its token, of what is not there, and of an address that no page of ours
 * leads to, only the pattern of the route (R-WEB-24).
 */
export function requestLog({ log }: Pick<HttpDeps, 'log'>): MiddlewareHandler<HttpEnv> {
  return async function logRequest(c, next) {
    const requestId = randomUUID()
    const start = performance.now()
    c.set('requestId', requestId)
    await next()
    const milliseconds = Math.round(performance.now() - start)
    const { status } = c.res
    const isPlain =
      status !== 404 && !c.req.path.startsWith(`${urls.hooks}/`) && OURS.test(c.req.path)
    const path = isPlain ? c.req.path : routePath(c, -1)
    const did = c.get('did')
    const line = { requestId, method: c.req.method, path, status, milliseconds }
    log.info({ ...line, ...(did && { did }) }, 'answered')
  }
}

/** Ids, references and names of files: somebody's email address is none. */
const OURS = /^[\w/.-]*$/u
