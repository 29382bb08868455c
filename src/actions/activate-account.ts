import type { FromSchema } from 'json-schema-to-ts'
import { activate } from '../accounts/account.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'

const input = {
  type: 'object',
  properties: { account: INPUTS.account },
  required: ['account'],
  additionalProperties: false,
} as const

/** Staff activate an account; again changes nothing (R-ACL-05). */
export const activateAccount = defineAction(
  { name: 'activate-account', input, outcomes: ['activated'], staff: true },
  async ({ account }: FromSchema<typeof input>, { services }) => {
    if (!(await activate(services.store, account))) throw new Error('no such account')
    return { outcome: 'activated' }
  },
)
