import type { FromSchema } from 'json-schema-to-ts'
import { setName as keepName } from '../accounts/account.ts'
import { renameInSessions } from '../accounts/sessions.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'

const input = {
  type: 'object',
  properties: { account: INPUTS.account, firstName: INPUTS.name, surname: INPUTS.name },
  required: ['account', 'firstName', 'surname'],
  additionalProperties: false,
} as const

/** Gives the account that is signed in another name; what was sent before keeps the name that it was sent with. */
export const setName = defineAction(
  {
    name: 'set-name',
    input,
    outcomes: ['set'],
    needs: [{ fact: 'signed-in', about: 'account' }],
  },
  async ({ account, firstName, surname }: FromSchema<typeof input>, { services: { store } }) => {
    if (!(await keepName(store, account, { firstName, surname })))
      throw new Error('no such account')
    await renameInSessions(store, account, { firstName, surname })
    return { outcome: 'set' }
  },
)
