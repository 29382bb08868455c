import { requireToken } from '../http/journey-routes.ts'
import { Refusal } from '../http/refusal.ts'
import { sendPage, sessionToken, siteView } from '../http/respond.ts'
import type { Ctx } from '../http/session-cookie.ts'
import { keepSession } from '../http/visitor.ts'
import type { Move } from '../journey/journey.ts'
import { submissions } from '../store/records.ts'
import { urls } from '../urls.ts'
import { renderAdminMove } from '../views/admin-move.ts'
import type { AdminDeps } from './admin-deps.ts'
import { type Asked, readAsked } from './asked.ts'
import { type Act, recordAct } from './audit.ts'
import { type Case, type Desk, requireCase, requireDesk } from './find-case.ts'
import type { Staff } from './staff.ts'
import { statusTitle } from './statuses.ts'

/** A case that is about to be moved, and by which move. */
interface Moving {
  readonly desk: Desk
  readonly found: Case
  readonly move: Move
}

/** Asks a move's questions; of one without any, whether it is meant (R-ACL-05). */
export async function showMove(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  const moving = await requireMoving(c, deps, staff)
  const { found, move } = moving
  if (!move.from.includes(found.submission.status)) return sayElsewhere(c, deps, moving)
  await recordAct(c, deps.services, staff, actOf('move-page', moving))
  return sendMovePage(c, deps, moving, { errors: [], typed: {} })
}

/** Moves the case, once, whoever presses how often. */
export async function takeMove(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  requireToken(c, deps)
  const moving = await requireMoving(c, deps, staff)
  const { desk, found, move } = moving
  const { journey } = desk
  const asked = readAsked(move, c.get('body'), journey, deps.services.now())
  if (!asked) throw new Refusal(400, 'not the form of this move')
  if (asked.errors.length > 0) {
    await recordAct(c, deps.services, staff, actOf('move-page', moving))
    return sendMovePage(c, deps, moving, asked)
  }
  await recordAct(c, deps.services, staff, actOf('move', moving))
  const moved = await deps.runMove({
    journey,
    submission: found.submission.id,
    move,
    asked: asked.answers,
    staff: staff.id,
    language: 'en',
  })
  switch (moved.status) {
    case 'not-found':
      throw new Refusal(404, 'the case has gone')
    case 'not-possible':
      return sendMovePage(c, deps, moving, { ...asked, errors: [{ text: moved.words }] })
    case 'awaits-second':
      return backToCase(c, deps, moving, moved.words)
    case 'elsewhere':
      return (await isTwin(deps, moving, staff))
        ? sayMoved(c, deps, moving)
        : sayElsewhere(c, deps, moving)
    case 'moved':
      return sayMoved(c, deps, moving)
  }
}

async function requireMoving(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Moving> {
  const desk = requireDesk(c, deps, staff)
  const found = await requireCase(c, deps, desk)
  const move = desk.journey.admin.moves.find(({ id }) => id === c.req.param('move'))
  if (!move || !desk.rights.mayMove(move.id)) throw new Refusal(404, 'no such move for them')
  return { desk, found, move }
}

function actOf(act: 'move-page' | 'move', { desk, found, move }: Moving): Act {
  const { id } = found.submission
  return { act, journey: desk.journey.id, move: move.id, cases: [id], fields: ['reference'] }
}

function sendMovePage(
  c: Ctx,
  deps: AdminDeps,
  { desk: { journey }, found: { submission }, move }: Moving,
  { errors, typed }: Pick<Asked, 'errors' | 'typed'>,
): Response {
  const main = renderAdminMove({
    site: siteView(deps.site, deps),
    journey,
    move,
    reference: submission.reference,
    to: statusTitle(journey.admin, move.to),
    url: urls.adminMove(journey.id, submission.id, move.id),
    back: urls.adminCase(journey.id, submission.id),
    token: sessionToken(deps, c.get('session').id),
    errors,
    typed,
  })
  return sendPage(c, deps, main, errors.length > 0 ? 422 : 200)
}

/** The same press a second time: it is answered as the first was. */
async function isTwin(deps: AdminDeps, { found, move }: Moving, staff: Staff): Promise<boolean> {
  const now = await deps.services.store.read(submissions, found.submission.id)
  const last = now?.value.history.at(-1)
  return last?.by === staff.id && last.move === move.id && now?.value.status === move.to
}

function sayMoved(c: Ctx, deps: AdminDeps, moving: Moving): Promise<Response> {
  const { admin } = moving.desk.journey
  return backToCase(c, deps, moving, `It is now: ${statusTitle(admin, moving.move.to)}.`)
}

function sayElsewhere(c: Ctx, deps: AdminDeps, moving: Moving): Promise<Response> {
  return backToCase(
    c,
    deps,
    moving,
    `“${moving.move.label}” was not done: the case has been moved already. See below where it is now.`,
  )
}

async function backToCase(
  c: Ctx,
  deps: AdminDeps,
  { desk, found }: Moving,
  notice: string,
): Promise<Response> {
  await keepSession(c, deps, { notices: [notice] })
  return c.redirect(urls.adminCase(desk.journey.id, found.submission.id), 303)
}
