import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import {
  findSession,
  renewSession,
  sessions,
  startSession,
  touchSession,
} from '../accounts/sessions.ts'
import type { HttpDeps, HttpEnv } from './context.ts'

export type Ctx = Context<HttpEnv>

/** `__Host-` binds the cookie to this very host, and needs https (R-SES-01). */
export function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-session' : 'session'
}

/** Finds the session that the cookie names, or starts one; a cookie that we did not give is never adopted (R-SES-02). */
export function sessionCookie(deps: HttpDeps): MiddlewareHandler<HttpEnv> {
  const name = cookieName(deps.services.origin)
  const { store, now } = deps.services
  return async function findOrStart(c, next) {
    const token = getCookie(c, name)
    const isPoll = c.req.header('footpath-poll') !== undefined
    const found = token ? await findSession(store, token, now()) : undefined
    if (found) {
      // A page that presses its own button is no sign that somebody is there.
      c.set('session', isPoll ? found : await touchSession(store, found, now()))
      return next()
    }
    const started = await startSession(store, now())
    c.set('session', started.session)
    giveCookie(c, deps, started.token)
    return next()
  }
}

/** Gives the cookie again where another request of the same person renewed it while this one waited. */
export async function followRenewal(c: Ctx, deps: HttpDeps): Promise<void> {
  const { id, tokenHash } = c.get('session')
  const stored = (await deps.services.store.read(sessions, id))?.value
  if (stored && stored.tokenHash !== tokenHash) await renewCookie(c, deps)
}

/** A new id for the same session; the old one is dead at once. */
export async function renewCookie(c: Ctx, deps: HttpDeps): Promise<void> {
  const { store, now } = deps.services
  const renewed = await renewSession(store, c.get('session').id, now())
  if (!renewed) return
  c.set('session', renewed.session)
  giveCookie(c, deps, renewed.token)
}

export function giveCookie(c: Ctx, deps: HttpDeps, token: string): void {
  const { origin } = deps.services
  setCookie(c, cookieName(origin), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: origin.startsWith('https:'),
  })
}
