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
import { carriesOf, readAccountCarries } from './account-carries.ts'
import { type ActionContext, type ActionResult, defineAction } from './action.ts'
import { INPUTS, LASTS } from './inputs.ts'

const input = {
  type: 'object',
  properties: { email: INPUTS.email, password: INPUTS.password },
  required: ['email', 'password'],
  additionalProperties: false,
} as const
type Input = FromSchema<typeof input>

/**
 * Whether the password is the address's. A wrong one, an unknown address and a lock look and last alike (R-AUTH-12,
 * R-AUTH-13, R-AUTH-24).
 */
export const checkPassword = defineAction(
  {
    name: 'check-password',
    input,
    outcomes: ['right', 'wrong', 'locked'],
    words: {
      wrong: 'The email address or the password is not right',
      locked:
        'There have been too many tries with a wrong password. Wait a few minutes, then try again',
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
    const account = await findAccountByEmail(context.services.store, given.email)
    if (!(await countFailure(context))) return refuse(given, 'locked')
    const attempt = attemptOf(given, context)
    const state = await beginAttempt(attempt, given.password)
    if (state === 'locked') return refuse(given, 'locked')
    const check = await comparePassword(account?.passwordHash, given.password)
    if (check.status === 'busy') throw new Error(BUSY)
    if (check.status === 'wrong' || !account)
      return { outcome: state === 'last' ? 'locked' : 'wrong' }
    await endLockout(attempt)
    await endFailure(context)
    if (check.isOld) await hashAgain(account, given.password, context)
    return {
      outcome: 'right',
      session: 'renew',
      carries: { 'password-checked': carriesOf(account) },
    }
  },
  readAccountCarries,
)

const BUSY = 'too many passwords are being checked at once'

/** A lock takes as long as a comparison, so that it cannot be told by the time (R-AUTH-13). */
async function refuse({ password }: Input, outcome: 'locked'): Promise<ActionResult> {
  await comparePassword(undefined, password)
  return { outcome }
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
