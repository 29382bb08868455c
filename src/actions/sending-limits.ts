import {
  accountLimits,
  type Counted,
  countAct,
  emailLimits,
  endCoolDown,
  peerLimits,
  phoneLimits,
  phonePrefixLimits,
} from '../accounts/limits.ts'
import { readPeer } from '../accounts/peer.ts'
import type { ActionContext } from './action.ts'
import type { Recipient } from './recipient.ts'

/** What is sent: a code by email, one to an address that may have no login, a text, a call. */
export type Sending = 'code' | 'maybe-unknown' | 'sms' | 'call'

/** Counts what is about to be sent. False: a limit is reached, and nothing may be sent (R-AUTH-07, R-TEL-02). */
export async function countSending(
  recipient: Recipient,
  sending: Sending,
  context: ActionContext,
): Promise<boolean> {
  const counted = [limitsOf(recipient), ...widerLimits(recipient, context)]
  return (await countAct(countingOf(context), sending, counted)).status === 'allowed'
}

/** A code was right or used up, a call ended: the next may be asked for at once (R-AUTH-07, R-TEL-02). */
export async function allowNext(
  recipient: Recipient,
  sending: 'code' | 'call',
  context: ActionContext,
): Promise<void> {
  const of = recipient.of === 'email' ? undefined : sending === 'call' ? 'call' : 'sms'
  await endCoolDown(countingOf(context), limitsOf(recipient), of)
}

function limitsOf(recipient: Recipient): Counted {
  return recipient.of === 'email' ? emailLimits(recipient.key) : phoneLimits(recipient.number)
}

/** Of texts and calls: the account's, the neighbours' and the network address's; the last two not for this very machine in development. */
function widerLimits(recipient: Recipient, context: ActionContext): readonly Counted[] {
  if (recipient.of === 'email') return []
  const peer = readPeer(context.peer)
  const isOwnMachine = context.services.development && peer.isLoopback
  const account = recipient.account?.id ?? context.account
  return [
    ...(account === undefined ? [] : [accountLimits(account)]),
    ...(isOwnMachine ? [] : [phonePrefixLimits(recipient.number), peerLimits(peer.address)]),
  ]
}

function countingOf({ services: { store, secretKey }, now }: ActionContext) {
  return { store, secretKey, now }
}
