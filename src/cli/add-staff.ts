import { addRole, findAccountByEmail } from '../accounts/account.ts'
import { createInvitation } from '../accounts/invitations.ts'
import type { CommandPlace } from './control.ts'

export type StaffAdded =
  /** They set a password and a phone through the link; it works once. */
  | { readonly status: 'invited'; readonly link: string; readonly hours: number }
  /** They have a login already, which now has the role. */
  | { readonly status: 'has-login' }
  | { readonly status: 'refused'; readonly words: string }

const DAY = 24 * 60 * 60_000

/** Adds a member of staff (R-AUTH-34). Without a role they may do everything. */
export async function addStaff(
  { services, forms }: CommandPlace,
  { email, role = '*' }: { readonly email: string; readonly role?: string },
): Promise<StaffAdded> {
  if (!/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/u.test(email) || email.length > 254)
    return { status: 'refused', words: `"${email}" is not an email address.` }
  const { signIn } = forms.site
  const journey = forms.journeys.find((one) => one.id === signIn)?.journey
  if (signIn === undefined || !journey?.invitation)
    return {
      status: 'refused',
      words:
        'forms/_site.yaml must name the journey that signs people in (signIn), and that must have an invitation.',
    }
  const roles = new Set(
    forms.journeys.flatMap((one) => Object.keys(one.journey?.admin.roles ?? {})),
  )
  if (role !== '*' && !roles.has(role))
    return {
      status: 'refused',
      words: `No admin.yaml has a role called "${role}". There are: ${[...roles].join(', ')}.`,
    }
  const account = await findAccountByEmail(services.store, email)
  if (account) {
    await addRole(services.store, account.id, role)
    return { status: 'has-login' }
  }
  const now = services.now()
  const keep = Math.min(journey.invitation.keep, DAY)
  const { token } = await createInvitation(
    services.store,
    { journey: signIn, email, role, expiresAt: now + keep },
    now,
  )
  return {
    status: 'invited',
    link: `${services.origin}/${signIn}?invitation=${token}`,
    hours: Math.round(keep / 3_600_000),
  }
}
