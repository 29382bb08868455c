import type { FromSchema } from 'json-schema-to-ts'
import { findAccount } from '../accounts/account.ts'
import { failuresInRow } from '../accounts/code-failures.ts'
import { type CodeSubject, checkCode as judgeCode } from '../accounts/codes.ts'
import { keyedHash } from '../accounts/secret.ts'
import { type ActionContext, defineAction } from './action.ts'
import { INPUTS, LASTS } from './inputs.ts'
import { CODES_LOCKED, codeSubjectOf, readRecipient } from './recipient.ts'
import { sendToAccount } from './send-to-account.ts'
import { allowNext, countProof } from './sending-limits.ts'

const input = {
  type: 'object',
  properties: {
    email: INPUTS.email,
    phone: INPUTS.phone,
    account: INPUTS.account,
    code: INPUTS.code,
    told: INPUTS.message,
  },
  required: ['code'],
  additionalProperties: false,
} as const

type Input = FromSchema<typeof input>

/** So many wrong codes in a row are told to the account's owner. */
const ALARMING = 3

/**
 * Judges the code that `send-code` of the same journey sent to the same recipient from the same browser (R-AUTH-02 to
 * 06). `told` goes to the account's owner after the third wrong one in a row: whoever enters them knows the password
 * (R-AUTH-33).
 */
export const checkCode = defineAction(
  {
    name: 'check-code',
    input: {
      ...input,
      oneOf: [{ required: ['email'] }, { required: ['phone'] }, { required: ['account'] }],
      dependentRequired: { told: ['account'] },
    },
    outcomes: ['right', 'wrong', 'expired', 'used-up'],
    says: { told: [] },
    channels: { told: ['email'] },
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
  async (given: Input, context) => {
    const recipient = await readRecipient(given, context)
    if (!recipient) return { outcome: 'expired' }
    const { store, secretKey } = context.services
    const subject = codeSubjectOf(recipient, context)
    const digits = given.code.normalize('NFKC').replace(/\D/gu, '')
    const judged = await judgeCode({ store, secretKey, now: context.now }, subject, digits)
    const outcome = judged === 'locked' ? 'used-up' : judged
    if (outcome === 'right' || outcome === 'used-up') await allowNext(recipient, 'code', context)
    if (outcome === 'right') await countProof(recipient, context)
    if (outcome === 'wrong' || outcome === 'used-up') await warn(given, subject, context)
    return judged === 'locked' ? { outcome, words: CODES_LOCKED } : { outcome }
  },
)

/** Once for each row of wrong codes. */
async function warn({ account, told }: Input, subject: CodeSubject, context: ActionContext) {
  if (account === undefined || told === undefined) return
  const { services, now } = context
  const { store, secretKey } = services
  const { count, row } = await failuresInRow({ store, secretKey, now }, subject)
  if (count < ALARMING) return
  const once = keyedHash(secretKey, 'codes told', account, row)
  const { language } = (await findAccount(store, account)) ?? {}
  const message = context.compose(told, {}, language)
  await sendToAccount(services, { account, message, until: now + DAY, once })
}

const DAY = 24 * 60 * 60_000
