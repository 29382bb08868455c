import type { FromSchema } from 'json-schema-to-ts'
import { setPhone as keepPhone } from '../accounts/account.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { reachableType } from './recipient.ts'

const input = {
  type: 'object',
  properties: { account: INPUTS.account, phone: INPUTS.phone },
  required: ['account', 'phone'],
  additionalProperties: false,
} as const

/** Gives an account its phone. Never another one: that only staff can take away (R-AUTH-29). */
export const setPhone = defineAction(
  {
    name: 'set-phone',
    input,
    outcomes: ['set', 'refused'],
    words: {
      refused: 'There is another phone number on this login already. Sign in with that one',
    },
    needs: [
      { fact: 'phone-confirmed', about: 'phone' },
      { fact: 'password-checked', about: 'account' },
      { fact: 'email-verified', about: 'account', of: 'account.email' },
    ],
    closes: true,
  },
  async ({ account, phone }: FromSchema<typeof input>, { services }) => {
    const type = reachableType(phone, services)
    const isSet = type && (await keepPhone(services.store, account, { number: phone, type }))
    return { outcome: isSet ? 'set' : 'refused' }
  },
)
