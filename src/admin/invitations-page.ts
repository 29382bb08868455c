import { findInvitation, listInvitations, withdrawInvitation } from '../accounts/invitations.ts'
import type { Ctx } from '../http/context.ts'
import { requireToken } from '../http/journey-routes.ts'
import { Refusal } from '../http/refusal.ts'
import { sendPage, sessionToken } from '../http/respond.ts'
import { keepSession } from '../http/visitor.ts'
import type { InviteRule } from '../journey/journey.ts'
import { urls } from '../urls.ts'
import { renderAdminInvitations } from '../views/admin-invitations.ts'
import type { AdminDeps, InviteRequest } from './admin-deps.ts'
import { type Asked, readAsked } from './asked.ts'
import { recordAct } from './audit.ts'
import { type Desk, requireDesk } from './find-case.ts'
import { invitationRow } from './invitation-rows.ts'
import { takeNotices } from './notices.ts'
import type { Staff } from './staff.ts'

/** The most that are shown: the newest. */
const SHOWN = 200

interface Inviting {
  readonly desk: Desk
  readonly rule: InviteRule
}

/** Asks whom to invite, and shows what became of each invitation. */
export async function showInvitations(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  return sendInvitations(c, deps, staff, requireInviting(c, deps, staff), { errors: [], typed: {} })
}

/** Invites a person; or sends an invitation again, or ends it. */
export async function takeInvite(c: Ctx, deps: AdminDeps, staff: Staff): Promise<Response> {
  requireToken(c, deps)
  const inviting = requireInviting(c, deps, staff)
  const body = c.get('body')
  const again = body.get('again')
  const withdrawn = body.get('withdraw')
  if (again !== null) return sendAgain(c, deps, staff, inviting, again)
  if (withdrawn !== null) return withdraw(c, deps, staff, inviting, withdrawn)
  const asked = readAsked(inviting.rule, body, inviting.desk.journey, deps.services.now())
  if (!asked) throw new Refusal(400, 'not the form of an invitation')
  if (asked.errors.length > 0) return sendInvitations(c, deps, staff, inviting, asked)
  const { email, ...carries } = asked.answers
  const request = { journey: inviting.desk.journey, email: String(email), carries }
  await recordAct(c, deps.services, staff, actOf(inviting, 'invite'))
  return invite(c, deps, request)
}

/** Whoever may not invite is told no more than that there is nothing (R-ACL-02). */
function requireInviting(c: Ctx, deps: AdminDeps, staff: Staff): Inviting {
  const desk = requireDesk(c, deps, staff)
  const rule = desk.journey.admin.invite
  if (!rule || !desk.rights.mayMove('invite')) throw new Refusal(404, 'no invitations for them')
  return { desk, rule }
}

function actOf({ desk }: Inviting, act: 'invite' | 'withdraw-invitation', invitation?: string) {
  const about = invitation === undefined ? {} : { invitation }
  return { act, journey: desk.journey.id, ...about, cases: [], fields: [] }
}

async function sendAgain(
  c: Ctx,
  deps: AdminDeps,
  staff: Staff,
  inviting: Inviting,
  id: string,
): Promise<Response> {
  const { journey } = inviting.desk
  const found = await findInvitation(deps.services.store, id)
  if (found?.journey !== journey.id || found.role !== undefined)
    throw new Refusal(404, 'no such invitation')
  if (found.boundTo !== undefined)
    return back(c, deps, journey.id, 'It was not sent again: it has been used already.')
  await recordAct(c, deps.services, staff, actOf(inviting, 'invite', id))
  return invite(c, deps, { journey, email: found.email, carries: found.carries })
}

async function withdraw(
  c: Ctx,
  deps: AdminDeps,
  staff: Staff,
  inviting: Inviting,
  id: string,
): Promise<Response> {
  const { store, now } = deps.services
  const { journey } = inviting.desk
  const found = await findInvitation(store, id)
  if (found?.journey !== journey.id || found.role !== undefined)
    throw new Refusal(404, 'no such invitation')
  await recordAct(c, deps.services, staff, actOf(inviting, 'withdraw-invitation', id))
  const words = (await withdrawInvitation(store, id, now()))
    ? `The invitation of ${found.email} was withdrawn: its link does not work any more.`
    : 'It was not withdrawn: it has been used already.'
  return back(c, deps, journey.id, words)
}

async function invite(c: Ctx, deps: AdminDeps, request: InviteRequest): Promise<Response> {
  const invited = await deps.invite(request)
  const words =
    invited.status === 'invited'
      ? `We are sending the invitation to ${request.email}.`
      : invited.words
  return back(c, deps, request.journey.id, words)
}

async function back(c: Ctx, deps: AdminDeps, journey: string, notice: string): Promise<Response> {
  await keepSession(c, deps, { notices: [notice] })
  return c.redirect(urls.adminInvitations(journey), 303)
}

async function sendInvitations(
  c: Ctx,
  deps: AdminDeps,
  staff: Staff,
  { desk, rule }: Inviting,
  { errors, typed }: Pick<Asked, 'errors' | 'typed'>,
): Promise<Response> {
  const { journey } = desk
  const { services } = deps
  const all = await listInvitations(services.store, journey.id)
  const about = { store: services.store, now: services.now(), timeZone: journey.site.timeZone }
  const rows = await Promise.all(all.slice(0, SHOWN).map((one) => invitationRow(one, about)))
  await recordAct(c, services, staff, {
    act: 'invitations',
    journey: journey.id,
    cases: [],
    fields: rule.asks.map(({ name }) => name),
  })
  const main = renderAdminInvitations({
    title: `${journey.admin.title}: invite somebody`,
    back: {
      href: urls.adminJourney(journey.id),
      text: `Back to ${journey.admin.title}`,
    },
    url: urls.adminInvitations(journey.id),
    token: sessionToken(deps, c.get('session').id),
    notices: errors.length > 0 ? [] : await takeNotices(c, deps),
    asks: rule.asks,
    errors,
    typed,
    rows,
  })
  return sendPage(c, deps, main, errors.length > 0 ? 422 : 200)
}
