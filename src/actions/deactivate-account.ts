import type { FromSchema } from 'json-schema-to-ts'
import { deactivate } from '../accounts/account.ts'
import { endSessionsOf } from '../accounts/sessions.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'

const input = {
  type: 'object',
  properties: { account: INPUTS.account },
  required: ['account'],
  additionalProperties: false,
} as const

/** Staff end an account: it is logged out everywhere and cannot sign in (R-SES-05). */
export const deactivateAccount = defineAction(
  { name: 'deactivate-account', input, outcomes: ['deactivated'], staff: true },
  async ({ account }: FromSchema<typeof input>, { services, now }) => {
    if (!(await deactivate(services.store, account, now))) throw new Error('no such account')
    await endSessionsOf(services.store, account)
    return { outcome: 'deactivated' }
  },
)
