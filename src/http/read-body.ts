import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { MOST_POSTED, readInput } from '../answers/read-input.ts'
import type { HttpDeps, HttpEnv } from './context.ts'
import { readUpload } from './read-upload.ts'
import { Refusal } from './refusal.ts'
import { createUploadQuota } from './upload-quota.ts'
import { uploadRulesOf } from './upload-rules.ts'

/** Bytes (R-WEB-12). */
const MOST = { body: MOST_POSTED.bytes, query: 2048, params: 20 } as const
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

/**
 * Reads a posted form once, within limits; everything else that is posted is refused (R-WEB-01, R-WEB-12). A form in parts
 * is read where the page has a box for files, and nowhere else (R-WEB-23).
 */
export function readBody(deps: HttpDeps): MiddlewareHandler<HttpEnv> {
  const quota = createUploadQuota(deps.services.now)
  const readPost: MiddlewareHandler<HttpEnv> = async (c, next) => {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    const rules = type === 'multipart/form-data' ? uploadRulesOf(deps, c.req.path) : undefined
    if (rules) {
      const { body, uploads, forget } = await readUpload(c, deps, rules, quota)
      try {
        c.set('body', checkedBody(body))
        c.set('uploads', uploads)
        await next()
      } finally {
        await forget()
      }
      return
    }
    if (type !== 'application/x-www-form-urlencoded') throw new Refusal(415, 'not a form')
    return limitBody(c, async () => {
      c.set('body', checkedBody(new URLSearchParams(await inTime(c.req.text()))))
      await next()
    })
  }
  return function readForm(c, next) {
    checkQuery(c.req.url)
    return c.req.method === 'POST' ? readPost(c, next) : next()
  }
}

function checkQuery(url: string): void {
  const query = url.indexOf('?')
  if (query < 0) return
  if (url.length - query > MOST.query) throw new Refusal(400, 'the query is too long')
  if (url.slice(query).split('&').length > MOST.params)
    throw new Refusal(400, 'the query has too many parts')
}

function checkedBody(body: URLSearchParams): URLSearchParams {
  const read = readInput(body, ONCE, ONCE)
  if (read.status === 'refused') throw new Refusal(400, read.reason)
  return body
}

/** Uploads may take minutes on a slow line; what is only typed may not (R-WEB-16). */
const LONGEST_TYPED = 30_000

function inTime(text: Promise<string>): Promise<string> {
  return new Promise((done, fail) => {
    const late = () => fail(new Refusal(400, 'the body came too slowly'))
    const timer = setTimeout(late, LONGEST_TYPED).unref()
    text.then(done, fail).finally(() => clearTimeout(timer))
  })
}
