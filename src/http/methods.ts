import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'

const KNOWN = new Set(['GET', 'HEAD', 'POST'])

/** Pages are read and posted; no other method means anything here (R-WEB-22). */
export const methods: MiddlewareHandler = async (c, next) => {
  if (!KNOWN.has(c.req.method)) {
    c.header('Allow', 'GET, HEAD, POST')
    throw new Refusal(405, 'an unknown method')
  }
  await next()
}
