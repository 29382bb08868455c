import type { Context, MiddlewareHandler } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import { findSession, renewSession, startSession, touchSession } from '../accounts/sessions.ts'
import type { HttpDeps, HttpEnv } from './context.ts'
import { pressMark } from './press-mark.ts'

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

/** A new id for the same session; the old one is dead at once. Nothing for a request that came with an older one. */
export async function renewCookie(
  c: Ctx,
  deps: HttpDeps,
  options: { readonly isTwin?: boolean } = {},
): Promise<void> {
  const { store, now } = deps.services
  const { id, tokenHash: from } = c.get('session')
  const press = c.req.method === 'POST' ? { press: pressMark(c) } : {}
  const renewed = await renewSession(store, id, now(), { from, ...press, ...options })
  if (!renewed) return
  c.set('session', renewed.session)
  giveCookie(c, deps, renewed.token)
}

export function giveCookie(c: Ctx, deps: HttpDeps, token: string): void {
  const { origin } = deps.services
  const cookie = generateCookie(cookieName(origin), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: origin.startsWith('https:'),
  })
  c.set('cookie', cookie)
}
