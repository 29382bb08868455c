import type { FromSchema } from 'json-schema-to-ts'
import { clearPhone as removePhone } from '../accounts/account.ts'
import { endSessionsOf } from '../accounts/sessions.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'

const input = {
  type: 'object',
  properties: { account: INPUTS.account },
  required: ['account'],
  additionalProperties: false,
} as const

/** Staff take the phone from an account, and log it out everywhere: a new one is given at the next sign-in (R-AUTH-29). */
export const clearPhone = defineAction(
  { name: 'clear-phone', input, outcomes: ['cleared'], staff: true },
  async ({ account }: FromSchema<typeof input>, { services }) => {
    if (!(await removePhone(services.store, account))) throw new Error('no such account')
    await endSessionsOf(services.store, account)
    return { outcome: 'cleared' }
  },
)
