import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { findRenewedSession } from '../accounts/sessions.ts'
import { repeatPress } from '../engine/press.ts'
import type { HttpDeps, HttpEnv } from './context.ts'
import { cookieName, renewCookie } from './session-cookie.ts'
import { destinationHref } from './step-view.ts'
import { visitorOf } from './visitor.ts'

/**
 * The second of two clicks comes with the cookie that the first one renewed, and the browser has dropped the answer to the
 * first, new cookie and all. The very same press gets its ending again, and a cookie; the old one is good for nothing else.
 */
export function twinPress(deps: HttpDeps): MiddlewareHandler<HttpEnv> {
  const name = cookieName(deps.services.origin)
  return async function answerTwin(c, next) {
    const token = c.req.method === 'POST' ? getCookie(c, name) : undefined
    const [, id = '', ...rest] = c.req.path.split('/')
    const journey = token ? deps.engine.journeys.get(id) : undefined
    const renewed =
      token && journey
        ? await findRenewedSession(deps.services.store, token, deps.services.now())
        : undefined
    if (!renewed || !journey) return next()
    const visitor = visitorOf(c, renewed)
    const request = { journey, key: rest.join('/'), visitor, body: c.get('body'), isPoll: false }
    const decision = await repeatPress(deps.engine, request)
    if (decision?.is !== 'go') return next()
    c.set('session', renewed)
    await renewCookie(c, deps)
    return c.redirect(destinationHref(decision.to), 303)
  }
}
