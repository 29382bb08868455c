import type { Context, MiddlewareHandler } from 'hono'
import type { HttpEnv } from './context.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Security headers on every response (R-WEB-03, R-WEB-05), and no caching of what is made for one person (R-WEB-06). */
export function headers(origin: string): MiddlewareHandler<HttpEnv> {
  const always = Object.freeze({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(origin.startsWith('https:') && {
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    }),
  })
  return async function setHeaders(c, next) {
    c.set('headers', always)
    await next()
    if (c.get('whole') === c.res) return
    const set = c.res.headers
    // A picture has a policy of its own, which is narrower.
    for (const [name, value] of Object.entries(always)) if (!set.has(name)) set.set(name, value)
    const cookie = c.get('cookie')
    if (cookie !== undefined) set.set('Set-Cookie', cookie)
    if (!set.has('Cache-Control')) set.set('Cache-Control', 'no-store')
  }
}

/**
 * A response with all its headers. They are sent as this plain record: a `Headers` object, filled name by name, costs more
 * than the page. Headers that were set on the context before are not in it.
 */
export function wholeResponse(
  c: Context<HttpEnv>,
  body: string | null,
  status: number,
  more: Readonly<Record<string, string>>,
): Response {
  const cookie = c.get('cookie')
  const response = new Response(body, {
    status,
    headers: {
      'Cache-Control': 'no-store',
      ...c.get('headers'),
      ...more,
      ...(cookie !== undefined && { 'Set-Cookie': cookie }),
    },
  })
  c.set('whole', response)
  return response
}

/** To another page of ours; the post is not sent again. */
export function redirect(c: Context<HttpEnv>, href: string): Response {
  return wholeResponse(c, null, 303, { Location: href, 'Content-Length': '0' })
}
