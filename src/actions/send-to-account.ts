import { findAccount } from '../accounts/account.ts'
import { emailKeyOf } from '../accounts/email-key.ts'
import { countAct, messageLimits } from '../accounts/limits.ts'
import { createId } from '../accounts/secret.ts'
import type { Composed } from './action.ts'
import { outgoingOf } from './outgoing.ts'
import { sentMessages } from './sent-messages.ts'
import type { Services } from './services.ts'

const KEPT = 30 * 24 * 60 * 60_000

interface Letter {
  readonly account: string
  /** An email. */
  readonly message: Composed
  /** Not sent any more from then on: milliseconds since 1970. */
  readonly until: number
  /** The record's id, for what must be sent once however often it is asked for. */
  readonly once?: string
}

/** Writes to an account's own address; recorded before it is sent. False: there is no such account, or it has had too many. */
export async function sendToAccount(
  services: Services,
  { account, message, until, once }: Letter,
): Promise<boolean> {
  const { store, secretKey, outbox } = services
  const now = services.now()
  if (once !== undefined && (await store.read(sentMessages, once))) return true
  const found = await findAccount(store, account)
  if (!found || found.closedAt !== undefined || message.channel !== 'email') return false
  const counted = [messageLimits(emailKeyOf(found.email))]
  const allowance = await countAct({ store, secretKey, now }, 'message', counted)
  if (allowance.status !== 'allowed') return false
  const id = once ?? createId()
  const messages = [outgoingOf(message, found.email, now, until)]
  const record = { id, account, messages, expiresAt: now + KEPT }
  const written = await store.write(sentMessages, record, 0)
  if (written.status === 'written') outbox.dispatch(sentMessages, id)
  return true
}
