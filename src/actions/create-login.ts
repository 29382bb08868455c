import type { FromSchema } from 'json-schema-to-ts'
import { createAccount } from '../accounts/account.ts'
import { carriesOf, readAccountCarries } from './account-carries.ts'
import { defineAction } from './action.ts'
import { INPUTS, LASTS } from './inputs.ts'
import { PASSWORD_WORDS, readNewPassword } from './new-password.ts'

const input = {
  type: 'object',
  properties: {
    email: INPUTS.email,
    password: INPUTS.newPassword,
    firstName: INPUTS.name,
    surname: INPUTS.name,
  },
  required: ['email', 'password', 'firstName', 'surname'],
  additionalProperties: false,
} as const

/** Makes a login without a phone: it cannot sign in yet. Nothing of it exists before the address is proved (R-AUTH-11). */
export const createLogin = defineAction(
  {
    name: 'create-login',
    input,
    outcomes: ['created', 'taken', 'too-common', 'too-long'],
    words: {
      taken: 'There is already a login for this email address. Sign in instead',
      ...PASSWORD_WORDS,
    },
    needs: [{ fact: 'email-verified', about: 'email' }],
    gives: [
      { on: 'created', fact: 'account-made', about: ['email'], carries: ['account'] },
      {
        on: 'created',
        fact: 'password-checked',
        about: ['email'],
        lasts: LASTS.passwordChecked,
        carries: ['account', 'phoneType', 'phoneEnding'],
      },
    ],
    closes: true,
  },
  async (given: FromSchema<typeof input>, context) => {
    const { email, firstName, surname } = given
    const owner = { email, names: [firstName, surname] }
    const read = await readNewPassword(given.password, owner, context)
    if ('refused' in read) return { outcome: read.refused }
    const { draft, now, services } = context
    const made = await createAccount(services.store, {
      email,
      firstName,
      surname,
      passwordHash: read.hash,
      createdBy: draft,
      now,
    })
    if (made.status === 'taken') return { outcome: 'taken' }
    const carries = carriesOf(made.account)
    return {
      outcome: 'created',
      session: 'renew',
      carries: { 'account-made': { account: made.account.id }, 'password-checked': carries },
    }
  },
  async (fact, carries, services) =>
    fact === 'account-made' ? carries : readAccountCarries(fact, carries, services),
)
