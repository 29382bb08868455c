import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HttpEnv } from './context.ts'
import { Refusal } from './refusal.ts'

/** Bytes, fields, bytes of a name, characters of a value (R-WEB-12). */
const LIMITS = { body: 64 * 1024, fields: 200, name: 128, query: 2048, params: 20 } as const

const limit = bodyLimit({
  maxSize: LIMITS.body,
  onError: () => {
    throw new Refusal(413, 'the body is too large')
  },
})

/** Reads a posted form once, within limits; everything else that is posted is refused (R-WEB-01, R-WEB-12). */
export const readBody: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const query = c.req.url.indexOf('?')
  if (query >= 0 && c.req.url.length - query > LIMITS.query) throw new Refusal(400, 'the query is too long')
  if (c.req.method !== 'POST') return next()
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw new Refusal(415, 'not a form')
  return limit(c, async () => {
    const text = await c.req.text()
    const fields = text === '' ? 0 : text.split('&').length
    if (fields > LIMITS.fields) throw new Refusal(400, 'too many fields')
    const body = new URLSearchParams(text)
    for (const name of body.keys())
      if (name.length > LIMITS.name || name.includes('\0')) throw new Refusal(400, 'a field with a wrong name')
    for (const name of ['page', 'button', 'token', 'link'])
      if (body.getAll(name).length > 1) throw new Refusal(400, `${name} is there twice`)
    c.set('body', body)
    await next()
  })
}
