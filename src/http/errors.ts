import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { sentenceIn } from '../answers/sentences.ts'
import type { Site } from '../journey/journey.ts'
import { isStoreFault } from '../store/store-errors.ts'
import { type ErrorView, renderErrorPage } from '../views/render-pages.ts'
import type { HttpDeps, HttpEnv } from './context.ts'
import { siteFor } from './language.ts'
import { Refusal } from './refusal.ts'
import { frameOf, sendHtml } from './respond.ts'

/** Every fault and refusal becomes a plain page: what happened, what to do, a way on; never a stack, never a blank page. */
export function errorPages(deps: HttpDeps): {
  readonly onError: ErrorHandler<HttpEnv>
  readonly notFound: NotFoundHandler<HttpEnv>
} {
  const page = (view: ErrorView, c: Context<HttpEnv>) => {
    const { contact } = siteFor(c, deps)
    const whole = { ...view, ...(contact !== undefined && { contact }) }
    return sendHtml(c, renderErrorPage(frameOf(c, deps), whole), view.status)
  }
  return {
    onError: (error, c) => {
      const refusal = refusalOf(error)
      const status = refusal?.status ?? 500
      if (status < 500) return page({ status, ...wordsOf(refusal, siteFor(c, deps)) }, c)
      const reference = c.get('requestId') ?? ''
      deps.log.error(
        { requestId: reference, status, why: refusal?.message, ...placesIn(error) },
        'a request failed',
      )
      return page({ status, reference, ...wordsOf(refusal, siteFor(c, deps)) }, c)
    },
    notFound: (c) => page({ status: 404 }, c),
  }
}

const UNSAVED = {
  title: 'We cannot save anything at the moment',
  lines: [
    'It is not your fault. Answers that you had saved are kept.',
    'Try again in a few minutes.',
  ],
} as const

/** A disk that takes nothing refuses too, for a while (R-REL-04). */
function refusalOf(error: unknown): Refusal | undefined {
  if (isStoreFault(error)) return new Refusal(503, error.message, UNSAVED)
  return error instanceof Refusal ? error : undefined
}

function wordsOf(
  refusal: Refusal | undefined,
  { language }: Site,
): Pick<ErrorView, 'title' | 'lines'> {
  return {
    ...(refusal?.heading !== undefined && { title: sentenceIn(language, refusal.heading) }),
    ...(refusal?.lines && { lines: refusal.lines.map((line) => sentenceIn(language, line)) }),
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
