import type { MiddlewareHandler } from 'hono'
import { findRenewedSession } from '../accounts/renew-session.ts'
import { sessions } from '../accounts/sessions.ts'
import { repeatPress } from '../engine/twin.ts'
import { safePath } from '../urls.ts'
import type { Ctx, HttpDeps, HttpEnv } from './context.ts'
import { bringsOwnPage, keepBegun } from './keep-begun.ts'
import { pressMark } from './press-mark.ts'
import { renewCookie, tokenIn } from './session-cookie.ts'
import { destinationHref } from './step-view.ts'
import { visitorOf } from './visitor.ts'

/**
 * Posts of one session, one after another. While one waits, the cookie that it came with may be renewed by another: then
 * it is answered as if it had come a moment later, and nothing is run.
 */
export function oneAfterAnother(deps: HttpDeps): MiddlewareHandler<HttpEnv> {
  const { store } = deps.services
  return function takeTurn(c, next) {
    if (c.req.method !== 'POST') return next()
    // Nothing is run for a page of another session, so that there is nothing to remember.
    if (c.get('isBegun') && !bringsOwnPage(c, deps)) return next()
    const { id, tokenHash } = c.get('session')
    return deps.engine.lock(`session:${id}`, async () => {
      await keepBegun(c, deps)
      const stored = (await store.read(sessions, id))?.value
      if (stored?.tokenHash === tokenHash) {
        c.set('session', stored)
        return next()
      }
      return (await repeatForTwin(c, deps)) ?? c.redirect(safePath(c.req.path), 303)
    })
  }
}

/**
 * The second of two clicks comes with the cookie that the first one renewed, and the browser has dropped the answer to the
 * first, new cookie and all. The very same press, secrets included, gets its ending again, and a cookie; the old one is
 * good for nothing else (R-SES-02). Undefined: it is no such press.
 */
export async function repeatForTwin(c: Ctx, deps: HttpDeps): Promise<Response | undefined> {
  const { store, now } = deps.services
  const token = tokenIn(c, deps)
  const [, id = '', ...rest] = c.req.path.split('/')
  const journey = token ? deps.engine.journeys.get(id) : undefined
  if (!token || !journey) return undefined
  const renewed = await findRenewedSession(store, { token, press: () => pressMark(c) }, now())
  if (!renewed) return undefined
  const visitor = visitorOf(c, renewed)
  const request = { journey, key: rest.join('/'), visitor, body: c.get('body'), isPoll: false }
  const decision = await repeatPress(deps.engine, request)
  if (decision?.is !== 'go') return undefined
  c.set('session', renewed)
  await renewCookie(c, deps, { isTwin: true })
  return c.redirect(destinationHref(decision.to), 303)
}
