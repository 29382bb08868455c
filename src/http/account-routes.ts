import { Hono } from 'hono'
import { findAccount, wordsOf as wordsOfAccount } from '../accounts/account.ts'
import { asAmended } from '../answers/asked-more.ts'
import { sentenceIn } from '../answers/sentences.ts'
import { deleteDraft, findDraftsOf, findOpenDraft } from '../engine/drafts-of.ts'
import { findDraft } from '../engine/load-draft.ts'
import type { Journey, Site } from '../journey/journey.ts'
import { urls } from '../urls.ts'
import { lookLines } from '../views/look-lines.ts'
import { dayInWords, momentInWords } from '../views/moment.ts'
import {
  type DraftLink,
  type PersonDetails,
  renderAccount,
  renderDeleteDraft,
  renderSaved,
  renderSentRequest,
  type SentLink,
} from '../views/render-account.ts'
import { wordsOf } from '../views/words.ts'
import type { App, HttpDeps } from './context.ts'
import { requireToken } from './journey-routes.ts'
import { journeyFor, languageOfWords, siteFor } from './language.ts'
import { findLooks } from './looks.ts'
import { sendOwnFile } from './own-file.ts'
import { offered } from './page-routes.ts'
import { accountNameOf } from './person.ts'
import { Refusal } from './refusal.ts'
import { requireJourney } from './require-journey.ts'
import { foreignIn, frameOf, sendHtml, sendPage, sessionToken } from './respond.ts'
import { sendPdf } from './send-pdf.ts'
import {
  copyOf,
  findSent,
  forPerson,
  isOpen,
  moreHref,
  type SentRequest,
  sentBy,
  stateOf,
} from './sent-requests.ts'
import { addStayRoute } from './session-end.ts'
import { keepSession } from './visitor.ts'

const DAY = 24 * 60 * 60_000

/** A person's own pages. What is not theirs is not there (R-ACL-02). */
export function accountRoutes(deps: HttpDeps): App {
  const app: App = new Hono()
  const { engine, services } = deps
  addStayRoute(app, deps)

  app.get(urls.account, (c) =>
    forPerson(c, deps, async (account) => {
      const session = c.get('session')
      const { notices } = session
      if (notices.length > 0) await keepSession(c, deps, { notices: [] })
      const drafts = await findDraftsOf(engine, account)
      const begun = new Set(drafts.map(({ journey }) => urls.journey(journey.id)))
      const sent = await sentBy(deps, account)
      const asked = new Set(sent.filter(isOpen).map(({ journey }) => urls.journey(journey.id)))
      const view = {
        name: accountNameOf(session) ?? '',
        details: await detailsOf(deps, account),
        requests: sent.map((one) =>
          sentLink({ ...one, journey: journeyFor(c, one.journey) }, siteFor(c, deps)),
        ),
        drafts: drafts.map(({ journey, draft }) =>
          draftLink(journeyFor(c, journey), draft.expiresAt, deps, siteFor(c, deps)),
        ),
        hasUnavailable: await hasUnavailable(deps, account),
        others: offered(c, deps, 'home').filter(({ href }) => !begun.has(href)),
        changes: offered(c, deps, 'account').filter(({ href }) => !asked.has(href)),
        notices: notices.map((notice) => sentenceIn(siteFor(c, deps).language, notice)),
      }
      return sendHtml(c, renderAccount(frameOf(c, deps), view), 200)
    }),
  )

  app.get(urls.accountRequest(':reference'), (c) =>
    forPerson(c, deps, async (account) => {
      const found = await findSent(deps, account, c.req.param('reference') ?? '')
      if (!found) throw new Refusal(404, 'no such request of theirs')
      const { reference } = found.submission
      const copy = await copyOf(c, deps, found, ({ id }) => urls.accountFile(reference, id))
      const more = moreHref(found)
      const page = siteFor(c, deps)
      const { timeZone } = found.journey.site
      const view = {
        ...copy,
        ...foreignIn(copy.language, page),
        sent: momentInWords(copy.sentAt, timeZone, page.language),
        looks: lookLines(
          await findLooks(services.store, found.submission.id, services.now()),
          timeZone,
          page.language,
        ),
        ...(more !== undefined && { more }),
      }
      return sendPage(c, deps, renderSentRequest(page.language, view))
    }),
  )

  app.get(urls.accountFile(':reference', ':file'), (c) =>
    forPerson(c, deps, async (account) => {
      const found = await findSent(deps, account, c.req.param('reference') ?? '')
      if (!found) throw new Refusal(404, 'no such request of theirs')
      const { answers } = asAmended(found.submission)
      return sendOwnFile(c, deps, answers, c.req.param('file') ?? '')
    }),
  )

  app.get(urls.accountCopy(':reference'), (c) =>
    forPerson(c, deps, async (account) => {
      const found = await findSent(deps, account, c.req.param('reference') ?? '')
      if (!found) throw new Refusal(404, 'no such request of theirs')
      const copy = await copyOf(c, deps, found)
      return sendPdf(c, copy, `${found.journey.id}-${copy.reference}`)
    }),
  )

  // The link of an email: into the form, once it is known whose answers are wanted.
  app.get(urls.accountForm(':journey'), (c) => {
    const journey = requireJourney(c, deps, c.req.param('journey') ?? '')
    const toForm = async (account: string) => {
      const draft = await findDraft(engine, journey, { is: 'account', account })
      const { noDraft } = wordsOf(siteFor(c, deps).language).account
      const days = Math.round(journey.draft.keep / DAY)
      if (!draft) await keepSession(c, deps, { notices: [noDraft(journey.title, days)] })
      return c.redirect(urls.journey(journey.id), 303)
    }
    return forPerson(c, deps, toForm, urls.accountForm(journey.id))
  })

  app.get(urls.accountSaved(':journey'), (c) =>
    forPerson(c, deps, async (account) => {
      const journey = requireJourney(c, deps, c.req.param('journey') ?? '')
      const draft = await findOpenDraft(engine, journey, account)
      // Back after it was deleted or sent.
      if (!draft) return c.redirect(urls.account, 303)
      const page = siteFor(c, deps)
      const { title, until } = draftLink(journey, draft.expiresAt, deps, page)
      const { notices } = c.get('session')
      if (notices.length > 0) await keepSession(c, deps, { notices: [] })
      const days = Math.round(journey.draft.keep / DAY)
      const { language } = page
      const said = notices.map((notice) => sentenceIn(language, notice))
      const view = { journey: journey.id, title, until, days, notices: said }
      return sendPage(c, deps, renderSaved(language, view))
    }),
  )

  app.get(urls.accountDelete(':journey'), (c) =>
    forPerson(c, deps, async (account) => {
      const journey = requireJourney(c, deps, c.req.param('journey') ?? '')
      const draft = await findOpenDraft(engine, journey, account)
      // Back after it was deleted or sent.
      if (!draft) return c.redirect(urls.account, 303)
      const token = sessionToken(deps, c.get('session').id)
      const { id, title } = journey
      return sendPage(
        c,
        deps,
        renderDeleteDraft(siteFor(c, deps).language, { journey: id, title, token }),
      )
    }),
  )

  app.post(urls.accountDelete(':journey'), (c) =>
    forPerson(c, deps, async (account) => {
      requireToken(c, deps)
      const journey = requireJourney(c, deps, c.req.param('journey') ?? '')
      // Pressed twice: it is gone either way, and said once.
      if (await deleteDraft(engine, journey, account)) {
        const words = wordsOf(siteFor(c, deps).language).account
        await keepSession(c, deps, { notices: [words.deleted(journey.title)] })
      }
      return c.redirect(urls.account, 303)
    }),
  )

  return app
}

/** Whether a form that they have begun cannot be shown, because its definition has a mistake. */
async function hasUnavailable({ broken, engine }: HttpDeps, account: string): Promise<boolean> {
  for (const id of broken) if (await findOpenDraft(engine, { id }, account)) return true
  return false
}

function draftLink(
  journey: Journey,
  expiresAt: number,
  { services }: HttpDeps,
  page: Site,
): DraftLink {
  return {
    journey: journey.id,
    title: journey.title,
    ...foreignIn(languageOfWords(journey, journey.title), page),
    until: dayInWords(expiresAt, journey.site.timeZone, page.language),
    daysLeft: Math.ceil((expiresAt - services.now()) / DAY),
  }
}

function sentLink(sent: SentRequest, page: Site): SentLink {
  const { submission, journey } = sent
  const more = moreHref(sent)
  const state = stateOf(sent)
  const { foreign: stateForeign } = foreignIn(languageOfWords(journey, state), page)
  return {
    reference: submission.reference,
    title: journey.title,
    ...foreignIn(languageOfWords(journey, journey.title), page),
    state,
    ...(stateForeign !== undefined && { stateForeign }),
    sentOn: dayInWords(submission.submittedAt, journey.site.timeZone, page.language),
    ...(more !== undefined && { more }),
  }
}

/** What their login says of a person; of the phone no more than they need to know which it is (R-AUTH-31). */
async function detailsOf({ services, site }: HttpDeps, id: string): Promise<PersonDetails> {
  const account = await findAccount(services.store, id)
  const {
    firstName = '',
    surname = '',
    email = '',
    phoneEnding,
  } = account ? wordsOfAccount(account) : {}
  return {
    name: `${firstName} ${surname}`.trim(),
    email,
    ...(phoneEnding && { phoneEnding }),
    ...(site.contact !== undefined && { contact: site.contact }),
  }
}
