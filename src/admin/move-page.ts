import { findAccount } from '../accounts/account.ts'
import type { Ctx } from '../http/context.ts'
import { dropHeldForm, findHeldForm } from '../http/held-form.ts'
import { requireToken } from '../http/journey-routes.ts'
import { Refusal } from '../http/refusal.ts'
import { sendPage, sessionToken, siteView } from '../http/respond.ts'
import { keepSession } from '../http/visitor.ts'
import type { Move } from '../journey/journey.ts'
import { urls } from '../urls.ts'
import { renderAdminMove } from '../views/admin-move.ts'
import type { AdminDeps } from './admin-deps.ts'
import { type Asked, readAsked } from './asked.ts'
import { type Act, recordAct } from './audit.ts'
import { type Case, type Desk, requireCase, requireDesk } from './find-case.ts'
import { rightsOf } from './permissions.ts'
import { type Picking, pickingBlocks, pickingOf, readPicked } from './pick-questions.ts'
import type { Staff } from './staff.ts'
import { statusTitle } from './statuses.ts'

/** A case that is about to be moved, and by which move. */
interface Moving {
  readonly desk: Desk
  readonly found: Case
  readonly move: Move
  /** Of a move that asks the person for more. */
  readonly picking?: Picking
}

/** Asks a move's questions; of one without any, whether it is meant (R-ACL-05). */
export async function showMove(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  const moving = await requireMoving(c, deps, staff)
  const { found, move } = moving
  if (!move.from.includes(found.submission.status)) return sayElsewhere(c, deps, moving)
  await recordAct(c, deps.services, staff, actOf('move-page', moving))
  const typed = await findHeldForm(c, deps, staff.id)
  if (!typed) return sendMovePage(c, deps, moving, NOTHING, NOTHING)
  const held = { errors: [], typed }
  return sendMovePage(c, deps, moving, held, held, [KEPT])
}

const KEPT = 'We have kept what you typed when your time here ended. Check it, then go on.'

const NOTHING: Pick<Asked, 'errors' | 'typed'> = { errors: [], typed: {} }

/** Moves the case, once, whoever presses how often. */
export async function takeMove(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  requireToken(c, deps)
  const moving = await requireMoving(c, deps, staff)
  const { desk, found, move } = moving
  const { journey } = desk
  const asked = readAsked(move, c.get('body'), journey, deps.services.now())
  if (!asked) throw new Refusal(400, 'not the form of this move')
  const picked = moving.picking ? readPicked(moving.picking, c.get('body')) : undefined
  if (asked.errors.length > 0 || picked?.errors.length) {
    await recordAct(c, deps.services, staff, actOf('move-page', moving))
    return sendMovePage(c, deps, moving, asked, picked)
  }
  await recordAct(c, deps.services, staff, actOf('move', moving))
  const moved = await deps.runMove({
    journey,
    submission: found.submission.id,
    move,
    asked: asked.answers,
    ...(picked && { again: { questions: picked.questions, madeWith: found.madeWith } }),
    staff: staff.id,
    mayMove: (account) => mayMove(deps, account, moving),
    language: 'en',
  })
  if (moved.status !== 'not-possible') await dropHeldForm(c, deps, staff.id)
  switch (moved.status) {
    case 'not-found':
      throw new Refusal(404, 'the case has gone')
    case 'not-possible':
      return sendMovePage(c, deps, moving, { ...asked, errors: [{ text: moved.words }] }, picked)
    case 'awaits-second':
      return backToCase(c, deps, moving, moved.words)
    case 'elsewhere':
      return sayElsewhere(c, deps, moving)
    case 'moved':
      return sayMoved(c, deps, moving)
  }
}

/** By the roles that the account has now; nobody where it was closed. */
async function mayMove(deps: AdminDeps, id: string, { desk, move }: Moving): Promise<boolean> {
  const account = await findAccount(deps.services.store, id)
  if (!account || account.closedAt !== undefined) return false
  return rightsOf(account.roles, desk.journey.admin)?.mayMove(move.id) === true
}

async function requireMoving(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Moving> {
  const desk = requireDesk(c, deps, staff)
  const found = await requireCase(c, deps, desk)
  const move = desk.journey.admin.moves.find(({ id }) => id === c.req.param('move'))
  if (!move || !desk.rights.mayMove(move.id)) throw new Refusal(404, 'no such move for them')
  const picking = move.more && pickingOf(deps, found, desk)
  return { desk, found, move, ...(picking && { picking }) }
}

function actOf(act: 'move-page' | 'move', { desk, found, move }: Moving): Act {
  const { id } = found.submission
  return { act, journey: desk.journey.id, move: move.id, cases: [id], fields: ['reference'] }
}

function sendMovePage(
  c: Ctx,
  deps: AdminDeps,
  { desk: { journey }, found: { submission }, move, picking }: Moving,
  { errors: own, typed }: Pick<Asked, 'errors' | 'typed'>,
  picked: Pick<Asked, 'errors' | 'typed'> = NOTHING,
  notices: readonly string[] = [],
): Response {
  const errors = [...picked.errors, ...own]
  const main = renderAdminMove({
    site: siteView(deps.site, deps),
    journey,
    move,
    reference: submission.reference,
    to: statusTitle(journey.admin, move.to),
    url: urls.adminMove(journey.id, submission.id, move.id),
    back: urls.adminCase(journey.id, submission.id),
    token: sessionToken(deps, c.get('session').id),
    before: picking ? pickingBlocks(picking, picked) : [],
    errors,
    typed,
    notices,
  })
  return sendPage(c, deps, main, errors.length > 0 ? 422 : 200)
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
