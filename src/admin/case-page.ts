import { sendPage } from '../http/respond.ts'
import type { Ctx } from '../http/session-cookie.ts'
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
import type { Staff } from './staff.ts'
import { statusTag } from './statuses.ts'

/** One case: what was sent, as check-answers showed it, what happened to it, and what can be done now. */
export async function showCase(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  const { store } = deps.services
  const desk = requireDesk(c, deps, staff)
  const found = await requireCase(c, deps, desk)
  const { submission } = found
  const { journey, rights } = desk
  const sections = sentSections(found, rights)
  const history = await historyOf(store, found, desk)
  const login = rights.maySee('account') ? await loginLines(store, submission) : []
  await recordAct(c, deps.services, staff, {
    act: 'case',
    journey: journey.id,
    cases: [submission.id],
    fields: rights.seesAll ? 'all' : Object.keys(submission.answers).filter(rights.maySee),
  })
  const view = {
    title: titleOf(found, desk),
    caption: journey.admin.title,
    back: { href: urls.adminJourney(journey.id), text: `Back to ${journey.admin.title}` },
    notices: await takeNotices(c, deps),
    reference: submission.reference,
    tag: statusTag(journey.admin, submission.status),
    sent: momentInWords(submission.submittedAt, journey.site.timeZone),
    login,
    sections,
    history,
    moves: movesFrom(submission.status, desk).map(({ id, label }) => ({
      label,
      href: urls.adminMove(journey.id, submission.id, id),
    })),
  }
  return sendPage(c, deps, renderAdminCase(view))
}

/** What the definition calls a case, where it can be said; else its reference. */
export function titleOf(about: Case, { journey, rights }: Desk): string {
  const { caseTitle } = journey.admin
  return (caseTitle && sentWords(caseTitle, about, rights)) || about.submission.reference
}

function movesFrom(status: string, { journey, rights }: Desk) {
  return journey.admin.moves.filter(({ id, from }) => from.includes(status) && rights.mayMove(id))
}
