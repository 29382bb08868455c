import type { FromSchema } from 'json-schema-to-ts'
import { accounts, setEmail as keepEmail } from '../accounts/account.ts'
import { endSessionsOf, renameInSessions } from '../accounts/sessions.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { outgoingOf } from './outgoing.ts'

const input = {
  type: 'object',
  properties: { account: INPUTS.account, email: INPUTS.email, message: INPUTS.message },
  required: ['account', 'email'],
  additionalProperties: false,
} as const

/**
 * Gives the account that is signed in another address, proved to be theirs, after its password was asked again. `message`
 * goes to the address before; all other sessions end. That a login has an address is told only to who has proved that
 * it is theirs (R-AUTH-12).
 */
export const setEmail = defineAction(
  {
    name: 'set-email',
    input,
    outcomes: ['set', 'taken'],
    says: { message: [] },
    channels: { message: ['email'] },
    words: { taken: 'There is already a login for this email address. Use another one' },
    needs: [
      { fact: 'signed-in', about: 'account' },
      { fact: 'password-checked', about: 'account' },
      { fact: 'email-verified', about: 'email' },
    ],
  },
  async ({ account: id, email, message }: FromSchema<typeof input>, context) => {
    const { now, services, session } = context
    const { store, outbox } = services
    const composed = message === undefined ? undefined : context.compose(message, {})
    const changed = await keepEmail(store, id, email, (before) =>
      composed?.channel === 'email' ? [outgoingOf(composed, before.email, now)] : [],
    )
    if (changed.status === 'taken') return { outcome: 'taken' }
    outbox.dispatch(accounts, id)
    await endSessionsOf(store, id, session)
    await renameInSessions(store, id, { email })
    return { outcome: 'set', session: 'renew' }
  },
)
