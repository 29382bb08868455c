import { defineAction } from './action.ts'

/** Ends all that holds in every journey (R-SES-04). */
export const signOut = defineAction(
  {
    name: 'sign-out',
    input: { type: 'object', properties: {}, additionalProperties: false },
    outcomes: ['signed-out'],
  },
  async () => ({ outcome: 'signed-out', session: 'end' }),
)
