import { asAmended, openAsking } from '../answers/asked-more.ts'
import type { Submission } from '../answers/draft.ts'
import { sentenceIn } from '../answers/sentences.ts'
import { loadDraft } from '../engine/load-draft.ts'
import type { Journey, Status } from '../journey/journey.ts'
import { submissions } from '../store/records.ts'
import { urls } from '../urls.ts'
import { momentInWords } from '../views/moment.ts'
import { sentSections } from '../views/sent-sections.ts'
import type { Sight } from '../views/sent-words.ts'
import type { SummaryCopy } from '../views/summary-pdf.ts'
import type { Ctx, HttpDeps } from './context.ts'
import { journeyFor } from './language.ts'
import { signInFirst } from './page-routes.ts'
import { accountOf } from './person.ts'
import { visitorOf } from './visitor.ts'

/** Something that a person has sent, with the journey as it is served now. */
export interface SentRequest {
  readonly submission: Submission
  readonly journey: Journey
}

/** Whoever is not signed in signs in first, and comes back: to `href`, else to their account. */
export async function forPerson(
  c: Ctx,
  deps: HttpDeps,
  handle: (account: string) => Promise<Response>,
  href: string = urls.account,
): Promise<Response> {
  const account = accountOf(c.get('session'))
  return account === undefined ? signInFirst(c, deps, href) : handle(account)
}

/** What the person has sent, the newest first. */
export async function sentBy(deps: HttpDeps, account: string): Promise<readonly SentRequest[]> {
  const sent: SentRequest[] = []
  for (const id of await deps.services.store.find(submissions, 'account', account)) {
    const submission = (await deps.services.store.read(submissions, id))?.value
    const journey = submission && (await journeyOfSent(deps, submission))
    if (journey) sent.unshift({ submission, journey })
  }
  return sent
}

/** A request of this very account; somebody else's is not found. */
export async function findSent(
  deps: HttpDeps,
  account: string,
  reference: string,
): Promise<SentRequest | undefined> {
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

/** What somebody sent, for them to keep: by the definition that it was made with, in the language that they read. */
export async function copyOf(
  c: Ctx,
  deps: HttpDeps,
  found: SentRequest,
  /** Left out: files are words. */
  fileHref?: Sight['fileHref'],
): Promise<SummaryCopy & Pick<Journey, 'untranslated'>> {
  const { journey } = found
  const submission = asAmended(found.submission)
  const madeWith = journeyFor(c, (await deps.journeyOf(submission)) ?? journey)
  const { site, language, untranslated } = madeWith
  return {
    language,
    ...(untranslated && { untranslated }),
    council: site.council,
    service: site.service,
    title: madeWith.title,
    reference: submission.reference,
    state: stateOf({ submission, journey: journeyFor(c, journey) }),
    sent: momentInWords(submission.submittedAt, journey.site.timeZone, language),
    sentAt: submission.submittedAt,
    sections: sentSections(
      { submission, madeWith },
      { maySee: () => true, ...(fileHref && { fileHref }) },
    ),
  }
}

/** What a draft that the visitor sees the confirmation of was sent as. */
export async function sentFrom(
  c: Ctx,
  deps: HttpDeps,
  journey: Journey,
): Promise<SentRequest | undefined> {
  const { draft, progress } = await loadDraft(deps.engine, journey, visitorOf(c))
  const { where } = progress
  const isConfirmed = where.is === 'place' && where.place.step.kind === 'confirmation'
  if (!draft.submission || !isConfirmed) return undefined
  const submission = (await deps.services.store.read(submissions, draft.submission.id))?.value
  const sent = submission && (await journeyOfSent(deps, submission))
  return sent && { submission, journey: sent }
}

/** How it stands, in plain words of the journey's language. */
export function stateOf(sent: SentRequest): string {
  const state = statusOf(sent)
  return (
    state?.toResident ?? sentenceIn(sent.journey.language, state?.title ?? sent.submission.status)
  )
}

/** Whether staff have not come to an end with it. */
export function isOpen(sent: SentRequest): boolean {
  return statusOf(sent)?.ends !== true
}

function statusOf({ submission, journey: { admin } }: SentRequest): Status | undefined {
  const { status } = submission
  return Object.hasOwn(admin.statuses, status) ? admin.statuses[status] : undefined
}

/** Where the person answers what they are asked again; undefined: nothing is. */
export function moreHref({ submission }: SentRequest): string | undefined {
  return openAsking(submission) && urls.accountMore(submission.reference)
}
