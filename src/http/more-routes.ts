import { Hono } from 'hono'
import type { Submission } from '../answers/draft.ts'
import { answerMore } from '../engine/answer-more.ts'
import { findMore, type MoreRequest } from '../engine/find-more.ts'
import { holdMore } from '../engine/hold-more.ts'
import type { ShownMore } from '../engine/show-more.ts'
import type { Journey } from '../journey/journey.ts'
import { safePath, urls } from '../urls.ts'
import { renderMore, renderMoreClosed, renderMoreSent } from '../views/render-more.ts'
import { wordsOf } from '../views/words.ts'
import type { App, Ctx, HttpDeps } from './context.ts'
import { journeyFor, siteFor } from './language.ts'
import { accountOf } from './person.ts'
import { Refusal } from './refusal.ts'
import { sendPage, siteView } from './respond.ts'
import { findSent, forPerson } from './sent-requests.ts'
import { keepSession } from './visitor.ts'

/** Where a person answers what staff ask again. What is not theirs is not there (R-ACL-02). */
export function moreRoutes(deps: HttpDeps): App {
  const app: App = new Hono()
  const path = urls.accountMore(':reference')

  app.get(path, (c) =>
    forPerson(c, deps, async (account) => showMorePage(c, deps, account), hrefOf(c)),
  )

  app.post(path, async (c) => {
    const body = c.get('body')
    if (accountOf(c.get('session')) === undefined)
      await holdMore(deps.engine, body, c.get('uploads'))
    return forPerson(c, deps, async (account) => takeMore(c, deps, account, body), hrefOf(c))
  })

  return app
}

function hrefOf(c: Ctx): string {
  return safePath(c.req.path)
}

interface Asked {
  readonly submission: Submission
  readonly journey: Journey
  readonly request: MoreRequest
}

async function requireAsked(c: Ctx, deps: HttpDeps, account: string): Promise<Asked> {
  const found = await findSent(deps, account, c.req.param('reference') ?? '')
  if (!found?.submission.more?.length) throw new Refusal(404, 'no such request of theirs')
  const { submission } = found
  const journey = journeyFor(c, found.journey)
  const madeWith = journeyFor(c, (await deps.journeyOf(submission)) ?? journey)
  const session = c.get('session').id
  return { submission, journey, request: { submission: submission.id, madeWith, journey, session } }
}

async function showMorePage(c: Ctx, deps: HttpDeps, account: string): Promise<Response> {
  const asked = await requireAsked(c, deps, account)
  const page = await findMore(deps.engine, asked.request)
  if (page) return sendMore(c, deps, page, 200)
  const { submission, journey } = asked
  const { notices } = c.get('session')
  if (notices.length > 0) await keepSession(c, deps, { notices: [] })
  const render = submission.more?.at(-1)?.answered ? renderMoreSent : renderMoreClosed
  const { reference } = submission
  return sendPage(
    c,
    deps,
    render(journey.language, { site: siteOf(deps, journey), journey, reference, notices }),
    200,
    journey.site,
  )
}

async function takeMore(
  c: Ctx,
  deps: HttpDeps,
  account: string,
  body: URLSearchParams,
): Promise<Response> {
  const { request, submission } = await requireAsked(c, deps, account)
  const decision = await answerMore(deps.engine, request, body, c.get('uploads'))
  switch (decision.is) {
    case 'show':
      return sendMore(c, deps, decision.page, decision.status)
    case 'refused':
      throw new Refusal(400, 'not the form of these questions')
    case 'not-found':
      throw new Refusal(404, 'nothing was asked')
    case 'already':
      await keepSession(c, deps, {
        notices: [wordsOf(siteFor(c, deps).language).account.moreAlready],
      })
      break
    case 'sent':
    case 'closed':
  }
  return c.redirect(urls.accountMore(submission.reference), 303)
}

function sendMore(c: Ctx, deps: HttpDeps, page: ShownMore, status: 200 | 403 | 422): Response {
  const { language, site } = page.journey
  const main = renderMore(language, { ...page, site: siteOf(deps, page.journey) })
  return sendPage(c, deps, main, status, site)
}

function siteOf(deps: HttpDeps, { site }: Journey) {
  return siteView(site, deps)
}
