import type { MiddlewareHandler } from 'hono'

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
export function headers(origin: string): MiddlewareHandler {
  const isHttps = origin.startsWith('https:')
  return async function setHeaders(c, next) {
    await next()
    const set = c.res.headers
    set.set('Content-Security-Policy', POLICY)
    set.set('X-Content-Type-Options', 'nosniff')
    set.set('Referrer-Policy', 'same-origin')
    set.set('Cross-Origin-Opener-Policy', 'same-origin')
    set.set('Cross-Origin-Resource-Policy', 'same-origin')
    set.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    if (isHttps) set.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    if (!set.has('Cache-Control')) set.set('Cache-Control', 'no-store')
  }
}
