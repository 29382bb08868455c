import { emailKeyOf } from '../accounts/email-key.ts'
import { type Invitation, openInvitation } from '../accounts/invitations.ts'
import { changeSession, type Session } from '../accounts/sessions.ts'
import type { Journey } from '../journey/journey.ts'
import { urls } from '../urls.ts'
import type { Ctx, HttpDeps } from './context.ts'
import { keepBegun } from './keep-begun.ts'
import { accountEmailOf, accountOf } from './person.ts'

const OVER =
  'This link does not work any more: it is too old, it has been used, or there is a newer one. Use the newest link that you were sent. If there is none, ask for a new one.'
const USED =
  'This link has been used already, to set up a login. If that was you, sign in. If not, ask for a new one.'

const SIGNED_IN =
  'You are signed in already, under the name at the top of this page. If the invitation is for somebody else, log out, then open its link again.'

/**
 * An invitation's link: it is noted in the session, and leaves the address at once. Opening it uses nothing up: mail
 * scanners open links (R-AUTH-35). A link that is over leads to the journey all the same, which then goes its usual way.
 */
export async function takeInvitation(
  c: Ctx,
  deps: HttpDeps,
  journey: Journey,
): Promise<Response | undefined> {
  const token = c.req.query('invitation')
  if (token === undefined) return undefined
  // R-WEB-22: whoever asks for the head of a page only changes nothing.
  if (c.req.method === 'HEAD') return c.redirect(urls.journey(journey.id), 303)
  const { store, now } = deps.services
  const found = await openInvitation(store, token, now())
  const invitation = found?.journey === journey.id ? found : undefined
  await keepBegun(c, deps)
  const words = wordsFor(invitation, c.get('session'))
  await changeSession(store, c.get('session').id, (before) => ({
    ...before,
    ...(invitation && {
      invitations: { ...before.invitations, [journey.id]: invitation.id },
    }),
    ...(words !== undefined && {
      notices: [...before.notices.filter((one) => one !== words), words],
    }),
  }))
  return c.redirect(urls.journey(journey.id), 303)
}

/**
 * What is to be said to who opens a link that another account has, or that is over, or that went to another address than
 * that of who is signed in: somebody may have left a shared device like that. Nobody is signed in by a link.
 */
function wordsFor(invitation: Invitation | undefined, session: Session): string | undefined {
  if (!invitation) return OVER
  const account = accountOf(session)
  if (invitation.boundTo !== undefined) return invitation.boundTo === account ? undefined : USED
  const email = accountEmailOf(session)
  const isTheirs = email === undefined || emailKeyOf(email) === emailKeyOf(invitation.email)
  return account === undefined || isTheirs ? undefined : SIGNED_IN
}
