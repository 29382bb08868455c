import {
  accountLimits,
  type Counted,
  countAct,
  emailFromNetworkLimits,
  emailLimits,
  endCoolDown,
  peerLimits,
  phoneLimits,
  phonePrefixLimits,
} from '../accounts/limits.ts'
import { readPeer } from '../accounts/peer.ts'
import type { ActionContext, ActionResult } from './action.ts'
import type { Recipient } from './recipient.ts'
import { isClosed, noteProofOf, spendOn } from './sending-budget.ts'

/**
 * What is sent: a code by email, one to an address that may have no login, a text, a call; `new-…`: where nothing but the
 * address or number is known yet, which anybody may type.
 */
export type Sending =
  | 'code'
  | 'new-code'
  | 'maybe-unknown'
  | 'sms'
  | 'new-sms'
  | 'call'
  | 'new-call'

const TOO_MANY = { outcome: 'too-many' } as const
const CLOSED = {
  outcome: 'too-many',
  words:
    'We cannot check new phone numbers just now, because too many have been sent to us. Nothing that you typed is lost. Try again in an hour',
} as const
const SPENT = {
  outcome: 'too-many',
  words: 'We cannot send texts or call phones just now. Try again in an hour',
} as const

/** Counts what is about to be sent. Answers how the action ends where nothing may be sent (R-AUTH-07, R-TEL-02 to 04). */
export async function countSending(
  recipient: Recipient,
  sending: Sending,
  context: ActionContext,
): Promise<ActionResult | undefined> {
  const isNew = sending === 'new-sms' || sending === 'new-call'
  const isBounded = recipient.of !== 'email' && !isOwnMachine(context)
  if (isBounded && isNew && (await isClosed(context))) return CLOSED
  const counted = [limitsOf(recipient), ...widerLimits(recipient, context)]
  if ((await countAct(countingOf(context), sending, counted)).status === 'too-many') return TOO_MANY
  if (recipient.of === 'email' || !isBounded) return undefined
  const channel = sending === 'sms' || sending === 'new-sms' ? 'sms' : 'call'
  if (await spendOn(recipient.number, channel, isNew, context)) return undefined
  return isNew ? CLOSED : SPENT
}

/** A code was right or used up, a call ended: the next may be asked for at once (R-AUTH-07, R-TEL-02). */
export async function allowNext(
  recipient: Recipient,
  sending: 'code' | 'call',
  context: ActionContext,
): Promise<void> {
  const kind = sending === 'call' ? 'call' : 'sms'
  const of = recipient.of === 'email' ? undefined : [kind, `new-${kind}`]
  await endCoolDown(countingOf(context), limitsOf(recipient), of)
}

/** A number was proved: what was sent to it was no waste (R-TEL-04). */
export async function countProof(recipient: Recipient, context: ActionContext): Promise<void> {
  if (recipient.of !== 'email' && !isOwnMachine(context))
    await noteProofOf(recipient.number, context)
}

function limitsOf(recipient: Recipient): Counted {
  return recipient.of === 'email' ? emailLimits(recipient.key) : phoneLimits(recipient.number)
}

/**
 * The account's, the network address's and, of a number that nobody has confirmed, its neighbours': nobody is kept from
 * signing in by what others ask for. All but the account's not for this very machine in development.
 */
function widerLimits(recipient: Recipient, context: ActionContext): readonly Counted[] {
  const peer = readPeer(context.peer)
  const isOwn = isOwnMachine(context)
  if (recipient.of === 'email')
    return isOwn ? [] : [emailFromNetworkLimits(recipient.key, peer.network)]
  const account = recipient.account?.id ?? context.account
  return [
    ...(account === undefined ? [] : [accountLimits(account)]),
    ...(isOwn || recipient.of === 'account' ? [] : [phonePrefixLimits(recipient.number)]),
    ...(isOwn ? [] : [peerLimits(peer.address)]),
  ]
}

/** In development nothing leaves the machine, and all who ask from it are one. */
function isOwnMachine({ peer, services }: ActionContext): boolean {
  return services.development && readPeer(peer).isLoopback
}

function countingOf({ services: { store, secretKey }, now }: ActionContext) {
  return { store, secretKey, now }
}
