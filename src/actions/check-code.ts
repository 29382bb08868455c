import type { FromSchema } from 'json-schema-to-ts'
import { checkCode as judgeCode } from '../accounts/codes.ts'
import { defineAction } from './action.ts'
import { INPUTS, LASTS } from './inputs.ts'
import { codeSubjectOf, readRecipient } from './recipient.ts'
import { allowNext, countProof } from './sending-limits.ts'

const input = {
  type: 'object',
  properties: {
    email: INPUTS.email,
    phone: INPUTS.phone,
    account: INPUTS.account,
    code: INPUTS.code,
  },
  required: ['code'],
  additionalProperties: false,
} as const

/** Judges the code that `send-code` of the same journey sent to the same recipient from the same browser (R-AUTH-02 to 06). */
export const checkCode = defineAction(
  {
    name: 'check-code',
    input: {
      ...input,
      oneOf: [{ required: ['email'] }, { required: ['phone'] }, { required: ['account'] }],
    },
    outcomes: ['right', 'wrong', 'expired', 'used-up'],
    comesAfter: { action: 'send-code', about: ['email', 'phone', 'account'] },
    words: {
      wrong:
        'This is not the code that we sent. Check the code in our newest message, and enter it again',
      expired:
        'This code no longer works, because it is more than 10 minutes old. Ask for a new code',
      'used-up':
        'This code can no longer be used: it has been used, or a wrong code was entered too often. Ask for a new code',
    },
    gives: [
      { on: 'right', fact: 'email-verified', about: ['email'], lasts: LASTS.emailVerified },
      { on: 'right', fact: 'phone-confirmed', about: ['phone'], lasts: LASTS.phoneConfirmed },
      { on: 'right', fact: 'phone-checked', about: ['account'], lasts: LASTS.phoneChecked },
    ],
  },
  async (given: FromSchema<typeof input>, context) => {
    const recipient = await readRecipient(given, context)
    if (!recipient) return { outcome: 'expired' }
    const { store, secretKey } = context.services
    const subject = codeSubjectOf(recipient, context)
    const digits = given.code.normalize('NFKC').replace(/\D/gu, '')
    const outcome = await judgeCode({ store, secretKey, now: context.now }, subject, digits)
    if (outcome === 'right' || outcome === 'used-up') await allowNext(recipient, 'code', context)
    if (outcome === 'right') await countProof(recipient, context)
    return { outcome }
  },
)
