import type { FromSchema } from 'json-schema-to-ts'
import { accounts, findAccountByEmail, setPassword as keepPassword } from '../accounts/account.ts'
import { endLockout } from '../accounts/lockout.ts'
import { endSessionsOf } from '../accounts/sessions.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { PASSWORD_WORDS, readNewPassword } from './new-password.ts'
import { outgoingOf } from './outgoing.ts'

const input = {
  type: 'object',
  properties: { email: INPUTS.email, password: INPUTS.newPassword, message: INPUTS.message },
  required: ['email', 'password'],
  additionalProperties: false,
} as const

/**
 * Sets a new password for the login of a proved address, lifts its lock, and ends its sessions everywhere. It signs nobody
 * in: the phone comes first (R-AUTH-24, R-AUTH-27).
 */
export const setPassword = defineAction(
  {
    name: 'set-password',
    input,
    outcomes: ['set', 'too-common', 'too-long', 'no-login'],
    says: { message: [] },
    channels: { message: ['email'] },
    words: {
      ...PASSWORD_WORDS,
      'no-login': 'There is no login with this email address. Try another address, or register',
    },
    needs: [{ fact: 'email-verified', about: 'email' }],
    closes: true,
  },
  async ({ email, password, message }: FromSchema<typeof input>, context) => {
    const { services, now } = context
    const { store, secretKey, outbox } = services
    const account = await findAccountByEmail(store, email)
    if (!account) return { outcome: 'no-login' }
    const owner = { email: account.email, names: [account.firstName, account.surname] }
    const read = await readNewPassword(password, owner, context)
    if ('refused' in read) return { outcome: read.refused }
    const messages =
      message === undefined ? [] : [outgoingOf(context.compose(message, {}), account.email, now)]
    await keepPassword(store, account.id, read.hash, now, messages)
    outbox.dispatch(accounts, account.id)
    await endLockout({ store, secretKey, now, email })
    const isOwn = context.account === account.id
    await endSessionsOf(store, account.id, isOwn ? context.session : undefined)
    return { outcome: 'set', ...(isOwn && { session: 'end' as const }) }
  },
)
