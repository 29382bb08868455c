import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'

const KNOWN = ['GET', 'HEAD', 'POST']

/** What the header `Allow` says. */
export const METHODS: string = KNOWN.join(', ')

/** Pages are read and posted; no other method means anything here (R-WEB-22). */
export const methods: MiddlewareHandler = (c, next) => {
  if (!KNOWN.includes(c.req.method)) throw new Refusal(405, 'an unknown method')
  return next()
}
