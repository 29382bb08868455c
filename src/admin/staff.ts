import type { Account } from '../accounts/account.ts'
import { accountOfFact } from '../accounts/account-of-fact.ts'
import { changeSession, isStaff, type Session } from '../accounts/sessions.ts'
import type { Ctx } from '../http/context.ts'
import { holdForm } from '../http/held-form.ts'
import { signInFirst } from '../http/page-routes.ts'
import { Refusal } from '../http/refusal.ts'
import { renewCookie } from '../http/session-cookie.ts'
import { safePath, urls } from '../urls.ts'
import type { AdminDeps } from './admin-deps.ts'

/** A member of staff, as their account says now. */
export type Staff = Pick<Account, 'id' | 'roles'>

type Handler = (c: Ctx, deps: AdminDeps, staff: Staff) => Promise<Response>

/**
 * A page for staff only: whoever is not signed in goes through the sign-in and comes back; who has no role is refused.
 * Account and roles are read anew for every request (R-SES-07). `holds`: what was posted when the session had ended is
 * there again for the same account (R-REL-12).
 */
export function forStaff(
  deps: AdminDeps,
  handle: Handler,
  { holds = false }: { readonly holds?: boolean } = {},
): (c: Ctx) => Promise<Response> {
  return async function letStaffIn(c) {
    const account = await signedIn(deps, c.get('session'))
    if (!account) {
      if (holds) await holdForm(c, deps)
      return signInFirst(c, deps, safePath(c.req.path))
    }
    if (account.roles.length === 0)
      throw new Refusal(403, 'signed in without a role', {
        title: 'You cannot use this page',
        lines: [
          'It is for staff who work on requests, and your login is not one of theirs.',
          'If you should be able to use it, ask whoever runs the service to give your login a role.',
        ],
      })
    const isLimited = isStaff(c.get('session')) || (await limitSession(c, deps, account.id))
    // Longer signed in than staff may be: the next request starts with the sign-in.
    if (!isLimited) return c.redirect(urls.admin, 303)
    return handle(c, deps, account)
  }
}

/** Nobody where the account was closed, or got another password or lost its phone since the sign-in (R-SES-05, R-AUTH-27). */
async function signedIn(deps: AdminDeps, { facts }: Session): Promise<Account | undefined> {
  const carries = facts.findLast((held) => held.carries['account'] !== undefined)?.carries
  return carries && accountOfFact(deps.services.store, carries)
}

/** From now on the limits of staff hold, under a new cookie (R-SES-02, R-SES-03). False: by them it is over. */
async function limitSession(c: Ctx, deps: AdminDeps, account: string): Promise<boolean> {
  const { store, now } = deps.services
  const changed = await changeSession(store, c.get('session').id, (session) => ({
    ...session,
    facts: session.facts.map((held) =>
      held.carries['account'] === account
        ? { ...held, carries: { ...held.carries, staff: true } }
        : held,
    ),
  }))
  if (!changed || changed.expiresAt <= now()) return false
  await renewCookie(c, deps)
  return true
}
