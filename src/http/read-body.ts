import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readInput } from '../answers/read-input.ts'
import type { HttpEnv } from './context.ts'
import { Refusal } from './refusal.ts'

/** Bytes (R-WEB-12). */
const MOST = { body: 64 * 1024, query: 2048, params: 20 } as const
/** What the engine itself asks for once: a second one is somebody's trick. */
const ONCE = new Set(['page', 'button', 'token', 'link'])

const limitParts = bodyLimit({ maxSize: MOST.body, onError: refuseBody })

function refuseBody(): never {
  throw new Refusal(413, 'the body is too large')
}

/**
 * Refuses a body before it is read whole, in parts or not (R-WEB-12, R-HOOK-07). Where its length is said, Node reads no
 * more than that, and the body need not be made a stream to be counted.
 */
export const limitBody: MiddlewareHandler = async (c, next) => {
  const length = c.req.header('content-length')
  const isSaid = length !== undefined && c.req.header('transfer-encoding') === undefined
  if (!isSaid) return limitParts(c, next)
  if (!(Number(length) <= MOST.body)) refuseBody()
  await next()
}

/** Reads a posted form once, within limits; everything else that is posted is refused (R-WEB-01, R-WEB-12). */
export const readBody: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const query = c.req.url.indexOf('?')
  if (query >= 0 && c.req.url.length - query > MOST.query)
    throw new Refusal(400, 'the query is too long')
  if (query >= 0 && c.req.url.slice(query).split('&').length > MOST.params)
    throw new Refusal(400, 'the query has too many parts')
  if (c.req.method !== 'POST') return next()
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw new Refusal(415, 'not a form')
  return limitBody(c, async () => {
    const body = new URLSearchParams(await c.req.text())
    const read = readInput(body, ONCE, ONCE)
    if (read.status === 'refused') throw new Refusal(400, read.reason)
    c.set('body', body)
    await next()
  })
}
