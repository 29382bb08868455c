import type { FromSchema } from 'json-schema-to-ts'
import { findAccount, setPhone as keepPhone } from '../accounts/account.ts'
import { phoneBarredUntil } from '../accounts/wary.ts'
import { dateInWords, todayIn } from '../answers/dates.ts'
import { sentenceIn } from '../answers/sentences.ts'
import { timeWords } from '../fields/date-words.ts'
import { type ActionContext, defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { reachableType } from './recipient.ts'

const input = {
  type: 'object',
  properties: { account: INPUTS.account, phone: INPUTS.phone },
  required: ['account', 'phone'],
  additionalProperties: false,
} as const

/**
 * Gives an account its phone. Never another one: that only staff can take away (R-AUTH-29). Nor for 48 hours where a
 * forgotten password was set anew after staff had done that: a mailbox alone never takes an account (R-AUTH-26).
 */
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
  async ({ account, phone }: FromSchema<typeof input>, context) => {
    const { services, now } = context
    const found = await findAccount(services.store, account)
    const until = found && phoneBarredUntil(found, now)
    if (until !== undefined) return { outcome: 'refused', words: barredWords(until, context) }
    const type = reachableType(phone, services)
    const isSet = type && (await keepPhone(services.store, account, { number: phone, type }))
    return { outcome: isSet ? 'set' : 'refused' }
  },
)

const BARRED =
  'The password was changed after we removed the phone number, so to protect the account it cannot have a new number yet. Sign in again after {time} on {day}, or call us'

function barredWords(until: number, { journey: { site }, language }: ActionContext): string {
  // Sweden writes its times as ISO 8601 does.
  const { timeZone } = site
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' })
  return sentenceIn(language, BARRED)
    .replace('{time}', timeWords(clock.format(until), language))
    .replace('{day}', dateInWords(todayIn(timeZone, until), language))
}
