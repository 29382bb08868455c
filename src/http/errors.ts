import type { ErrorHandler, NotFoundHandler } from 'hono'
import { renderErrorPage } from '../views/render-pages.ts'
import type { ErrorStatus } from '../views/words.ts'
import type { HttpDeps, HttpEnv } from './context.ts'
import { Refusal } from './refusal.ts'
import { frameOf, sendHtml } from './respond.ts'

/** Every fault and refusal becomes a plain page: what happened, what to do, a way on; never a stack, never a blank page. */
export function errorPages(deps: HttpDeps): {
  readonly onError: ErrorHandler<HttpEnv>
  readonly notFound: NotFoundHandler<HttpEnv>
} {
  const { contact } = deps.site
  return {
    onError: (error, c) => {
      const status: ErrorStatus = error instanceof Refusal ? error.status : 500
      const reference = c.get('requestId') ?? ''
      const fault = {
        requestId: reference,
        status,
        why: error instanceof Refusal ? error.message : undefined,
      }
      if (status >= 500) deps.log.error({ ...fault, error: placesIn(error) }, 'a request failed')
      const page =
        error instanceof Refusal
          ? {
              ...(error.heading && { title: error.heading }),
              ...(error.lines && { lines: error.lines }),
            }
          : {}
      const view = {
        status,
        ...page,
        ...(status >= 500 && { reference }),
        ...(contact !== undefined && { contact }),
      }
      return sendHtml(c, renderErrorPage(frameOf(c, deps), view), status)
    },
    notFound: (c) =>
      sendHtml(
        c,
        renderErrorPage(frameOf(c, deps), {
          status: 404,
          ...(contact !== undefined && { contact }),
        }),
        404,
      ),
  }
}

/** Where a fault came from, without what was in it: messages may hold values. */
export function placesIn(error: unknown): {
  readonly name: string
  readonly at: readonly string[]
} {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 6)
  return { name: error.name, at: at.map((line) => line.trim()) }
}
