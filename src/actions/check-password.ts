import type { FromSchema } from 'json-schema-to-ts'
import { type Account, findAccountByEmail, replaceHash } from '../accounts/account.ts'
import { countAct, endAct, failureLimits } from '../accounts/limits.ts'
import { beginAttempt, endLockout } from '../accounts/lockout.ts'
import {
  checkPassword as comparePassword,
  hashPassword,
  isHashingBusy,
} from '../accounts/password.ts'
import { readPeer } from '../accounts/peer.ts'
import { createId } from '../accounts/secret.ts'
import { carriesOf, readAccountCarries } from './account-carries.ts'
import { type ActionContext, type ActionResult, defineAction } from './action.ts'
import { INPUTS, LASTS } from './inputs.ts'
import { outgoingOf } from './outgoing.ts'
import { sentMessages } from './sent-messages.ts'

const input = {
  type: 'object',
  properties: { email: INPUTS.email, password: INPUTS.password, told: INPUTS.message },
  required: ['email', 'password'],
  additionalProperties: false,
} as const
type Input = FromSchema<typeof input>

/**
 * Whether the password is the address's. A wrong one, an unknown address and a lock look and last alike (R-AUTH-12,
 * R-AUTH-13, R-AUTH-24); that a login has been closed is told only with the right one. `told` goes to the owner when a
 * wrong one locks the address, once for each lock (R-AUTH-33). `too-many`: from one network, whatever the address.
 */
export const checkPassword = defineAction(
  {
    name: 'check-password',
    input,
    outcomes: ['right', 'wrong', 'locked', 'closed', 'too-many'],
    says: { told: [] },
    channels: { told: ['email'] },
    words: {
      wrong: 'The email address or the password is not right',
      locked:
        'There have been too many tries with a wrong password. Wait a few minutes, then try again',
      closed: 'This login has been closed. Contact us if you think that it should not be',
      'too-many':
        'There have been too many tries with a wrong password from your network. Wait 15 minutes, then try again',
    },
    gives: [
      {
        on: 'right',
        fact: 'password-checked',
        about: ['email'],
        lasts: LASTS.passwordChecked,
        carries: ['account', 'phoneType', 'phoneEnding'],
      },
    ],
  },
  async (given: Input, context) => {
    // Before anything is counted: nobody is locked out because the machine is busy (R-AUTH-23).
    if (isHashingBusy()) throw new Error(BUSY)
    // The same for every address, so that nothing is told: and nothing is hashed, or one network keeps all others out.
    if (!(await countFailure(context))) return { outcome: 'too-many' }
    const account = await findAccountByEmail(context.services.store, given.email)
    const attempt = attemptOf(given, context)
    const state = await beginAttempt(attempt, given.password)
    if (state === 'locked') return refuse(given, 'locked')
    const check = await comparePassword(account?.passwordHash, given.password)
    if (check.status === 'busy') throw new Error(BUSY)
    if (check.status === 'wrong' || !account) {
      if (state !== 'last') return { outcome: 'wrong' }
      await warn(given, account, context)
      return { outcome: 'locked' }
    }
    await endLockout(attempt)
    await endFailure(context)
    if (account.closedAt !== undefined) return { outcome: 'closed' }
    if (check.isOld) await hashAgain(account, given.password, context)
    return {
      outcome: 'right',
      session: 'renew',
      carries: { 'password-checked': carriesOf(account) },
    }
  },
  readAccountCarries,
)

/** Milliseconds. */
const WARNING_KEPT = 30 * 24 * 60 * 60_000
const BUSY = 'too many passwords are being checked at once'

/** A lock takes as long as a comparison, so that it cannot be told by the time (R-AUTH-13). */
async function refuse({ password }: Input, outcome: 'locked'): Promise<ActionResult> {
  await comparePassword(undefined, password)
  return { outcome }
}

/** Tells the owner of the lock. Where nobody has the address the same is written, and nothing leaves (R-AUTH-13). */
async function warn({ told }: Input, owner: Account | undefined, context: ActionContext) {
  if (told === undefined) return
  const { services, now } = context
  const composed = context.compose(told, {}, owner?.language)
  const isFor = owner && owner.closedAt === undefined && composed.channel === 'email'
  const id = createId()
  const record = {
    id,
    ...(owner && { account: owner.id }),
    messages: isFor ? [outgoingOf(composed, owner.email, now)] : [],
    expiresAt: now + WARNING_KEPT,
  }
  await services.store.write(sentMessages, record, 0)
  services.outbox.dispatch(sentMessages, id)
}

/** Counted before the comparison, per network address (R-AUTH-25); not for this very machine in development. */
async function countFailure(context: ActionContext): Promise<boolean> {
  const counted = failuresOf(context)
  return (await countAct(countingOf(context), 'password', counted)).status === 'allowed'
}

async function endFailure(context: ActionContext): Promise<void> {
  for (const one of failuresOf(context)) await endAct(countingOf(context), one)
}

function failuresOf({ peer, services }: ActionContext) {
  const read = readPeer(peer)
  return services.development && read.isLoopback ? [] : failureLimits(read)
}

function countingOf({ services: { store, secretKey }, now }: ActionContext) {
  return { store, secretKey, now }
}

function attemptOf({ email }: Input, context: ActionContext) {
  return { ...countingOf(context), email }
}

async function hashAgain(
  account: Account,
  password: string,
  { services }: ActionContext,
): Promise<void> {
  const made = await hashPassword(password)
  if (made.status === 'hashed') await replaceHash(services.store, account, made.hash)
}
