import type { FromSchema } from 'json-schema-to-ts'
import { findAccount } from '../accounts/account.ts'
import { carriesOf, readAccountCarries } from './account-carries.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'

const input = {
  type: 'object',
  properties: { account: INPUTS.account },
  required: ['account'],
  additionalProperties: false,
} as const

/** Signs in, with the password and the phone, each time (R-AUTH-26). */
export const signIn = defineAction(
  {
    name: 'sign-in',
    input,
    outcomes: ['signed-in', 'refused'],
    words: {
      refused: 'You cannot sign in with this login. Contact us if you think that you should',
    },
    needs: [
      { fact: 'password-checked', about: 'account' },
      { fact: 'phone-checked', about: 'account' },
    ],
    gives: [
      {
        on: 'signed-in',
        fact: 'signed-in',
        about: ['account'],
        scope: 'session',
        carries: ['account', 'firstName', 'surname', 'email', 'phoneEnding'],
      },
    ],
    closes: true,
  },
  async ({ account: id }: FromSchema<typeof input>, { services }) => {
    const account = await findAccount(services.store, id)
    if (!account?.phone || account.closedAt !== undefined) return { outcome: 'refused' }
    // `staff` makes the session's limits those of staff (R-SES-03); what they may do is read from the account.
    const carries = { ...carriesOf(account), staff: account.roles.length > 0 }
    return { outcome: 'signed-in', session: 'renew', carries: { 'signed-in': carries } }
  },
  readAccountCarries,
)
