import type { FromSchema } from 'json-schema-to-ts'
import { findAccountByEmail } from '../accounts/account.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'

const input = {
  type: 'object',
  properties: { email: INPUTS.email },
  required: ['email'],
  additionalProperties: false,
} as const

/** Whether a login has the address: told only to who has proved that it is theirs (R-AUTH-12). */
export const checkEmailFree = defineAction(
  {
    name: 'check-email-free',
    input,
    outcomes: ['free', 'taken'],
    words: { taken: 'There is already a login for this email address. Sign in instead' },
    needs: [{ fact: 'email-verified', about: 'email' }],
  },
  async ({ email }: FromSchema<typeof input>, { services, draft }) => {
    const found = await findAccountByEmail(services.store, email)
    return { outcome: found && found.createdBy !== draft ? 'taken' : 'free' }
  },
)
