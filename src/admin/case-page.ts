import type { Ctx } from '../http/context.ts'
import { requireToken } from '../http/journey-routes.ts'
import { Refusal } from '../http/refusal.ts'
import { sendPage, sessionToken } from '../http/respond.ts'
import { sendPdf } from '../http/send-pdf.ts'
import { urls } from '../urls.ts'
import { renderAdminCase } from '../views/admin-case.ts'
import { momentInWords } from '../views/moment.ts'
import { sentSections } from '../views/sent-sections.ts'
import { sentWords } from '../views/sent-words.ts'
import type { AdminDeps } from './admin-deps.ts'
import { recordAct } from './audit.ts'
import { loginLines } from './columns.ts'
import { type Case, type Desk, requireCase, requireDesk } from './find-case.ts'
import { historyOf } from './history.ts'
import { takeNotices } from './notices.ts'
import { writeSight } from './send-file.ts'
import type { Staff } from './staff.ts'
import { dueAt, statusTag, statusTitle } from './statuses.ts'

/** One case: what was sent, as check-answers showed it, what happened to it, and what can be done now. */
export async function showCase(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  const desk = requireDesk(c, deps, staff)
  const found = await requireCase(c, deps, desk)
  await recordAct(c, deps.services, staff, actOf('case', desk, found))
  return sendCase(c, deps, desk, found)
}

/** The same, for staff to keep or print: no more than their page shows, and what is masked stays masked. */
export async function sendCaseCopy(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  const desk = requireDesk(c, deps, staff)
  const found = await requireCase(c, deps, desk, c.req.param('file')?.replace(/\.pdf$/u, ''))
  await recordAct(c, deps.services, staff, actOf('copy', desk, found))
  const { submission, madeWith } = found
  const { admin, site } = desk.journey
  const copy = {
    language: madeWith.language,
    council: site.council,
    service: site.service,
    title: madeWith.title,
    reference: submission.reference,
    state: statusTitle(admin, submission.status),
    sent: momentInWords(submission.submittedAt, site.timeZone, madeWith.language),
    sentAt: submission.submittedAt,
    sections: sentSections(found, desk.rights),
  }
  return sendPdf(c, copy, `${desk.journey.id}-${submission.reference}`)
}

const LONGEST_REASON = 200
const NO_REASON = 'Enter why you need to see what is hidden'
const LONG_REASON = `The reason must be ${LONGEST_REASON} characters or less`

/** Shows what is masked, once, to whoever says why: that is recorded first (FORMAT.md, `reveal`). */
export async function revealCase(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  requireToken(c, deps)
  const desk = requireDesk(c, deps, staff)
  const found = await requireCase(c, deps, desk)
  if (!mayReveal(desk)) throw new Refusal(404, 'nothing that they may reveal')
  const reason = (c.get('body').get('reason') ?? '').trim()
  const wrong = reason === '' ? NO_REASON : reason.length > LONGEST_REASON ? LONG_REASON : undefined
  if (wrong !== undefined) {
    await recordAct(c, deps.services, staff, actOf('case', desk, found))
    return sendCase(c, deps, desk, found, wrong)
  }
  await recordAct(c, deps.services, staff, { ...actOf('reveal', desk, found), reason })
  const rights = { ...desk.rights, isMasked: () => false, mayReveal: false }
  const session = c.get('session').id
  const fileHref = (file: { readonly id: string }) =>
    `${hrefOfFile(desk, found, file)}?see=${writeSight(deps, { session, file: file.id })}`
  return sendCase(c, deps, { ...desk, rights }, found, undefined, fileHref)
}

function mayReveal({ journey, rights }: Desk): boolean {
  return rights.mayReveal && [...journey.fields.keys()].some(rights.isMasked)
}

function actOf(
  act: 'case' | 'reveal' | 'copy',
  { journey, rights }: Desk,
  { submission }: Case,
): Parameters<typeof recordAct>[3] {
  const fields = rights.seesAll ? 'all' : Object.keys(submission.answers).filter(rights.maySee)
  return { act, journey: journey.id, cases: [submission.id], fields }
}

async function sendCase(
  c: Ctx,
  deps: AdminDeps,
  desk: Desk,
  found: Case,
  error?: string,
  fileHref = (file: { readonly id: string }) => hrefOfFile(desk, found, file),
): Promise<Response> {
  const { store } = deps.services
  const { submission } = found
  const { journey, rights } = desk
  const due = dueAt(journey.admin, submission)
  const view = {
    title: titleOf(found, desk),
    caption: journey.admin.title,
    back: { href: urls.adminJourney(journey.id), text: `Back to ${journey.admin.title}` },
    notices: await takeNotices(c, deps),
    reference: submission.reference,
    tag: statusTag(journey.admin, submission.status, desk.isOverdue(submission)),
    ...(due !== undefined && { due: momentInWords(due, journey.site.timeZone) }),
    sent: momentInWords(submission.submittedAt, journey.site.timeZone),
    login: rights.maySee('account') ? await loginLines(store, submission) : [],
    copy: urls.adminCopy(journey.id, submission.id),
    sections: sentSections(found, { ...rights, fileHref }),
    history: await historyOf(store, found, desk),
    moves: movesFrom(submission.status, desk).map(({ id, label }) => ({
      label,
      href: urls.adminMove(journey.id, submission.id, id),
    })),
    errors: error === undefined ? [] : [{ control: 'reason', text: error }],
    ...(mayReveal(desk) && {
      reveal: {
        url: urls.adminCase(journey.id, submission.id),
        token: sessionToken(deps, c.get('session').id),
      },
    }),
  }
  return sendPage(c, deps, renderAdminCase(view), error === undefined ? 200 : 422)
}

function hrefOfFile(
  { journey }: Desk,
  { submission }: Case,
  { id }: { readonly id: string },
): string {
  return urls.adminFile(journey.id, submission.id, id)
}

/** What the definition calls a case, where it can be said; else its reference. */
export function titleOf(about: Case, { journey, rights }: Desk): string {
  const { caseTitle } = journey.admin
  return (caseTitle && sentWords(caseTitle, about, rights)) || about.submission.reference
}

function movesFrom(status: string, { journey, rights }: Desk) {
  return journey.admin.moves.filter(({ id, from }) => from.includes(status) && rights.mayMove(id))
}
