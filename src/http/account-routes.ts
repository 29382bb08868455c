import { Hono } from 'hono'
import { dateInWords, todayIn } from '../answers/dates.ts'
import type { Submission } from '../answers/draft.ts'
import { deleteDraft, findDraftsOf, findOpenDraft } from '../engine/drafts-of.ts'
import type { Journey } from '../journey/journey.ts'
import { submissions } from '../store/records.ts'
import { urls } from '../urls.ts'
import { momentInWords } from '../views/moment.ts'
import {
  type DraftLink,
  renderAccount,
  renderDeleteDraft,
  renderSaved,
  renderSentRequest,
  type SentLink,
} from '../views/render-account.ts'
import { sentSections } from '../views/sent-sections.ts'
import { wordsOf } from '../views/words.ts'
import type { App, HttpDeps } from './context.ts'
import { requireToken } from './journey-routes.ts'
import { offered, signInFirst } from './page-routes.ts'
import { accountNameOf, accountOf } from './person.ts'
import { Refusal } from './refusal.ts'
import { frameOf, sendHtml, sendPage, sessionToken } from './respond.ts'
import type { Ctx } from './session-cookie.ts'
import { addStayRoute } from './session-end.ts'
import { keepSession } from './visitor.ts'

const DAY = 24 * 60 * 60_000

/** A person's own pages. What is not theirs is not there (R-ACL-02). */
export function accountRoutes(deps: HttpDeps): App {
  const app: App = new Hono()
  const { engine } = deps
  addStayRoute(app, deps)

  app.get(urls.account, (c) =>
    forPerson(c, deps, async (account) => {
      const session = c.get('session')
      const { notices } = session
      if (notices.length > 0) await keepSession(c, deps, { notices: [] })
      const drafts = await findDraftsOf(engine, account)
      const begun = new Set(drafts.map(({ journey }) => urls.journey(journey.id)))
      const view = {
        name: accountNameOf(session) ?? '',
        requests: await requestsOf(deps, account),
        drafts: drafts.map(({ journey, draft }) => draftLink(journey, draft.expiresAt, deps)),
        others: offered(deps).filter(({ href }) => !begun.has(href)),
        notices,
      }
      return sendHtml(c, renderAccount(frameOf(c, deps), view), 200)
    }),
  )

  app.get(urls.accountRequest(':reference'), (c) =>
    forPerson(c, deps, async (account) => {
      const found = await findSent(deps, account, c.req.param('reference') ?? '')
      if (!found) throw new Refusal(404, 'no such request of theirs')
      const { submission, journey } = found
      const madeWith = (await deps.journeyOf(submission)) ?? journey
      const view = {
        title: madeWith.title,
        reference: submission.reference,
        state: stateOf(submission, journey),
        sent: momentInWords(submission.submittedAt, journey.site.timeZone),
        sections: sentSections({ submission, madeWith }, { maySee: () => true }),
      }
      return sendPage(c, deps, renderSentRequest('en', view))
    }),
  )

  // The link of an email: into the form, once it is known whose answers are wanted.
  app.get(urls.accountForm(':journey'), (c) => {
    const journey = engine.journeys.get(c.req.param('journey') ?? '')
    if (!journey) throw new Refusal(404, 'no such journey')
    const toForm = async () => c.redirect(urls.journey(journey.id), 303)
    return forPerson(c, deps, toForm, urls.accountForm(journey.id))
  })

  app.get(urls.accountSaved(':journey'), (c) =>
    forPerson(c, deps, async (account) => {
      const journey = engine.journeys.get(c.req.param('journey') ?? '')
      const draft = journey && (await findOpenDraft(engine, journey, account))
      if (!draft) throw new Refusal(404, 'no such draft of theirs')
      const { title, until } = draftLink(journey, draft.expiresAt, deps)
      const { notices } = c.get('session')
      if (notices.length > 0) await keepSession(c, deps, { notices: [] })
      const days = Math.round(journey.draft.keep / DAY)
      const view = { journey: journey.id, title, until, days, notices }
      return sendPage(c, deps, renderSaved('en', view))
    }),
  )

  app.get(urls.accountDelete(':journey'), (c) =>
    forPerson(c, deps, async (account) => {
      const journey = engine.journeys.get(c.req.param('journey') ?? '')
      const draft = journey && (await findOpenDraft(engine, journey, account))
      if (!draft) throw new Refusal(404, 'no such draft of theirs')
      const token = sessionToken(deps, c.get('session').id)
      const { id, title } = journey
      return sendPage(c, deps, renderDeleteDraft('en', { journey: id, title, token }))
    }),
  )

  app.post(urls.accountDelete(':journey'), (c) =>
    forPerson(c, deps, async (account) => {
      requireToken(c, deps)
      const journey = engine.journeys.get(c.req.param('journey') ?? '')
      if (!journey) throw new Refusal(404, 'no such journey')
      // Pressed twice: it is gone either way, and said once.
      if (await deleteDraft(engine, journey, account))
        await keepSession(c, deps, { notices: [wordsOf('en').account.deleted(journey.title)] })
      return c.redirect(urls.account, 303)
    }),
  )

  return app
}

/** Whoever is not signed in signs in first, and comes back: to `href`, else to their account. */
async function forPerson(
  c: Ctx,
  deps: HttpDeps,
  handle: (account: string) => Promise<Response>,
  href: string = urls.account,
): Promise<Response> {
  const account = accountOf(c.get('session'))
  return account === undefined ? signInFirst(c, deps, href) : handle(account)
}

function draftLink(journey: Journey, expiresAt: number, { services }: HttpDeps): DraftLink {
  return {
    journey: journey.id,
    title: journey.title,
    until: dayInWords(expiresAt, journey),
    daysLeft: Math.ceil((expiresAt - services.now()) / DAY),
  }
}

/** What the person has sent, the newest first. */
async function requestsOf(deps: HttpDeps, account: string): Promise<readonly SentLink[]> {
  const links: SentLink[] = []
  for (const id of await deps.services.store.find(submissions, 'account', account)) {
    const submission = (await deps.services.store.read(submissions, id))?.value
    const journey = submission && (await journeyOfSent(deps, submission))
    if (!journey) continue
    links.unshift({
      reference: submission.reference,
      title: journey.title,
      state: stateOf(submission, journey),
      sentOn: dayInWords(submission.submittedAt, journey),
    })
  }
  return links
}

/** A request of this very account; somebody else's is not found. */
async function findSent(
  deps: HttpDeps,
  account: string,
  reference: string,
): Promise<{ readonly submission: Submission; readonly journey: Journey } | undefined> {
  const [id] = await deps.services.store.find(submissions, 'reference', reference)
  const submission =
    id === undefined ? undefined : (await deps.services.store.read(submissions, id))?.value
  if (submission?.account !== account) return undefined
  const journey = await journeyOfSent(deps, submission)
  return journey && { submission, journey }
}

/** As it is served now, for the words of its statuses; else as it was. What the sign-in itself sends is for staff. */
async function journeyOfSent(deps: HttpDeps, submission: Submission): Promise<Journey | undefined> {
  if (submission.journey === deps.site.signIn) return undefined
  return deps.engine.journeys.get(submission.journey) ?? deps.journeyOf(submission)
}

function stateOf({ status }: Submission, { admin }: Journey): string {
  const state = Object.hasOwn(admin.statuses, status) ? admin.statuses[status] : undefined
  return state?.toResident ?? state?.title ?? status
}

function dayInWords(at: number, { site }: Journey): string {
  return dateInWords(todayIn(site.timeZone, at), 'en')
}
