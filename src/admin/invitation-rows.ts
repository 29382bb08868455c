import { findAccount } from '../accounts/account.ts'
import { type Invitation, type InvitationState, invitationState } from '../accounts/invitations.ts'
import type { Store } from '../store/store.ts'
import type { InvitationRow } from '../views/admin-invitations.ts'
import { momentInWords } from '../views/moment.ts'

const TITLES: Readonly<Record<InvitationState, string>> = {
  sending: 'Being sent',
  sent: 'Sent',
  'not-sent': 'Could not be sent',
  opened: 'Opened',
  used: 'Used',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
}

/** An invitation in words: to whom it went, how it stands, and both addresses where the login's is another one. */
export async function invitationRow(
  invitation: Invitation,
  {
    store,
    now,
    timeZone,
  }: { readonly store: Store; readonly now: number; readonly timeZone: string },
): Promise<InvitationRow> {
  const { id, email, carries, boundTo, boundAt, openedAt } = invitation
  const state = invitationState(invitation, now)
  const ends = state === 'used' || state === 'expired' || state === 'withdrawn'
  const account = boundTo === undefined ? undefined : await findAccount(store, boundTo)
  const names = Object.values(carries).filter((value) => typeof value === 'string' && value !== '')
  const moments = [
    ['Sent on', invitation.createdAt],
    ['First opened on', openedAt],
    ['Used on', boundAt],
    ['Withdrawn on', invitation.withdrawnAt],
    [
      state === 'expired' ? 'Expired on' : 'Works until',
      ends && state !== 'expired' ? undefined : invitation.expiresAt,
    ],
  ] as const
  return {
    id,
    email,
    person: [...(names.length > 0 ? [names.join(' ')] : []), email],
    tag: { text: TITLES[state], ends },
    lines: [
      ...moments.flatMap(([words, at]) =>
        at === undefined ? [] : [`${words} ${momentInWords(at, timeZone)}`],
      ),
      ...(account ? [`By the login ${account.email}`] : []),
    ],
    mayAgain: state !== 'used',
    mayWithdraw: !ends,
  }
}
