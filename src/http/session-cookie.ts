import type { MiddlewareHandler } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import { beginSession, readBegunSession } from '../accounts/begun-session.ts'
import { renewSession } from '../accounts/renew-session.ts'
import { findSession, touchSession } from '../accounts/sessions.ts'
import type { Ctx, HttpDeps, HttpEnv } from './context.ts'
import { keepBegun } from './keep-begun.ts'
import { pressMark } from './press-mark.ts'

/** `__Host-` binds the cookie to this very host, and needs https (R-SES-01). */
export function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-session' : 'session'
}

/** From this age on a begun session is kept when its reader comes back, so that it ends no sooner than others: milliseconds. */
const OLD = 30 * 60_000

const PLAIN = /^[\w-]+$/u

/** What a request's session cookie holds. */
export function tokenIn(c: Ctx, { services }: HttpDeps): string | undefined {
  const name = cookieName(services.origin)
  const header = c.req.header('cookie')
  // Most people have no other cookie of ours, and nothing in it that would have to be decoded.
  const only = header?.startsWith(`${name}=`) ? header.slice(name.length + 1) : ''
  return PLAIN.test(only) ? only : getCookie(c, name)
}

/**
 * Finds the session that the cookie names, or begins one; a cookie that we did not give is never adopted (R-SES-02).
 * `repeat` answers a post whose session is found no more, where it is the twin of one that was taken.
 */
export function sessionCookie(
  deps: HttpDeps,
  repeat: (c: Ctx, deps: HttpDeps) => Promise<Response | undefined>,
): MiddlewareHandler<HttpEnv> {
  const { store, now } = deps.services
  return async function findOrBegin(c, next) {
    const token = tokenIn(c, deps)
    const isPoll = c.req.header('footpath-poll') !== undefined
    const found = token ? await findSession(store, token, now()) : undefined
    if (!found) {
      const repeated = c.req.method === 'POST' ? await repeat(c, deps) : undefined
      if (repeated) return repeated
      c.set('isBegun', true)
      await begin(c, deps, token)
      return next()
    }
    c.set('isBegun', false)
    // A page that presses its own button is no sign that somebody is there.
    c.set('session', isPoll ? found : await touchSession(store, found, now()))
    return next()
  }
}

/** Nothing is stored yet: crawlers and probes come without a cookie, each time. */
async function begin(c: Ctx, deps: HttpDeps, token: string | undefined): Promise<void> {
  const { store, now, secretKey } = deps.services
  const begun = token ? await readBegunSession(store, secretKey, token, now()) : undefined
  if (begun) {
    c.set('session', begun)
    if (begun.startedAt + OLD <= now()) await keepBegun(c, deps)
    return
  }
  const { session, token: given } = beginSession(secretKey, now())
  c.set('session', session)
  giveCookie(c, deps, given)
}

/** A new id for the same session; the old one is dead at once. Nothing for a request that came with an older one. */
export async function renewCookie(
  c: Ctx,
  deps: HttpDeps,
  options: { readonly isTwin?: boolean } = {},
): Promise<void> {
  await keepBegun(c, deps)
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
