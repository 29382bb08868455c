import type { FromSchema } from 'json-schema-to-ts'
import { findAccountByEmail } from '../accounts/account.ts'
import {
  CODE_LIFETIME,
  challenges,
  createCode,
  isAddressLocked,
  issueCode,
} from '../accounts/codes.ts'
import { type ActionContext, type Composed, defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { outgoingOf } from './outgoing.ts'
import { CODES_LOCKED, codeSubjectOf, type Recipient, readRecipient } from './recipient.ts'
import { countSending, type Sending } from './sending-limits.ts'

const input = {
  type: 'object',
  properties: {
    email: INPUTS.email,
    phone: INPUTS.phone,
    account: INPUTS.account,
    message: INPUTS.message,
    unknown: INPUTS.message,
  },
  required: ['message'],
  additionalProperties: false,
} as const
type Input = FromSchema<typeof input>

/** Sends a code to an email address, a mobile, or an account's mobile. Nothing shows whether a login has the address (R-AUTH-12). */
export const sendCode = defineAction(
  {
    name: 'send-code',
    input: {
      ...input,
      oneOf: [{ required: ['email'] }, { required: ['phone'] }, { required: ['account'] }],
      dependentRequired: { unknown: ['email'] },
    },
    outcomes: ['sent', 'too-many', 'not-possible'],
    says: { message: ['code', 'minutes'], unknown: [] },
    channels: {
      message: { email: ['email'], phone: ['sms'], account: ['sms'] },
      unknown: ['email'],
    },
    words: {
      'too-many':
        'We cannot send another code yet. Wait 30 seconds and try again. If you have asked for several codes, wait longer',
      'not-possible':
        'We cannot send a code to this address or number. Try another one, or another way',
    },
  },
  async (given: Input, context) => {
    const recipient = await readRecipient(given, context)
    if (!recipient || (recipient.of !== 'email' && recipient.type !== 'mobile'))
      return { outcome: 'not-possible' }
    const { services, now } = context
    const subject = codeSubjectOf(recipient, context)
    const codes = { store: services.store, secretKey: services.secretKey, now }
    const isKnown = await mayHaveCode(recipient, given, context)
    const code = createCode()
    const composed = composeCode(given, code, isKnown, context)
    if (composed.channel !== (recipient.of === 'email' ? 'email' : 'sms'))
      return { outcome: 'not-possible' }
    if (await isAddressLocked(codes, subject)) return { outcome: 'too-many', words: CODES_LOCKED }
    const refused = await countSending(recipient, sendingOf(recipient, given, context), context)
    if (refused) return refused
    const to = recipient.of === 'email' ? recipient.email : recipient.number
    const message = outgoingOf(composed, to, now, now + CODE_LIFETIME)
    const id = await issueCode(codes, subject, { code, message, known: isKnown })
    services.outbox.dispatch(challenges, id)
    return { outcome: 'sent' }
  },
)

/** Where `unknown` is given, only an address that a login has gets a code; the other message goes to the rest. */
async function mayHaveCode(
  recipient: Recipient,
  { unknown }: Input,
  { services }: ActionContext,
): Promise<boolean> {
  if (recipient.of !== 'email' || unknown === undefined) return true
  return (await findAccountByEmail(services.store, recipient.email)) !== undefined
}

function composeCode(
  { message, unknown }: Input,
  code: string,
  isKnown: boolean,
  context: ActionContext,
): Composed {
  if (!isKnown && unknown !== undefined) return context.compose(unknown, {})
  return context.compose(message, { code, minutes: String(CODE_LIFETIME / 60_000) })
}

/** What anybody may ask for is counted apart from what needs the right password. */
function sendingOf(recipient: Recipient, { unknown }: Input, context: ActionContext): Sending {
  if (recipient.of !== 'email') return recipient.of === 'phone' ? 'new-sms' : 'sms'
  if (unknown !== undefined) return 'maybe-unknown'
  return context.holds?.('password-checked', recipient.email) ? 'code' : 'new-code'
}
