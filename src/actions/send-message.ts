import type { FromSchema } from 'json-schema-to-ts'
import { findAccount } from '../accounts/account.ts'
import { emailKeyOf } from '../accounts/email-key.ts'
import { countAct, messageLimits } from '../accounts/limits.ts'
import { createId } from '../accounts/secret.ts'
import { isEmail } from '../answers/email-address.ts'
import type { Channel } from '../journey/journey.ts'
import { type ActionContext, defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { outgoingOf } from './outgoing.ts'
import { reachableType } from './recipient.ts'
import { sentMessages } from './sent-messages.ts'

const input = {
  type: 'object',
  properties: { to: { type: 'string', minLength: 1, maxLength: 254 }, message: INPUTS.message },
  required: ['to', 'message'],
  // The words that the message declares.
  additionalProperties: { type: ['string', 'number'] },
} as const

const KEPT = 30 * 24 * 60 * 60_000

/** Sends a message to an account, or to an address that was proved here: a form is no mail relay. */
export const sendMessage = defineAction(
  {
    name: 'send-message',
    input,
    outcomes: ['sent', 'not-possible'],
    provedBy: { to: 'email-verified' },
    says: { message: [] },
    channels: { message: ['email', 'sms'] },
    words: { 'not-possible': 'We could not send the message' },
  },
  async ({ to, message, ...words }: FromSchema<typeof input>, context) => {
    const { services, now } = context
    const said = Object.entries(words).map(([name, value]) => [name, String(value)])
    const composed = context.compose(message, Object.fromEntries(said))
    const address = await addressOf(to, composed.channel, context)
    if (address === undefined || !(await mayWrite(address, context)))
      return { outcome: 'not-possible' }
    const id = createId()
    const record = {
      id,
      ...(to !== address && { account: to }),
      ...(context.case && { submission: context.case.submission }),
      messages: [outgoingOf(composed, address, now)],
      expiresAt: now + KEPT,
    }
    const written = await services.store.write(sentMessages, record, 0)
    if (written.status !== 'written') throw new Error('a message could not be kept')
    services.outbox.dispatch(sentMessages, id)
    return { outcome: 'sent' }
  },
)

/** Where it goes; undefined: nowhere, or it was not proved whose address it is. */
async function addressOf(
  to: string,
  channel: Channel,
  context: ActionContext,
): Promise<string | undefined> {
  if (to.includes('@')) {
    const isProved = context.holds?.('email-verified', to) === true
    return channel === 'email' && isEmail(to) && isProved ? to : undefined
  }
  const account = await findAccount(context.services.store, to)
  if (channel === 'email') return account?.email
  const number = account?.phone?.number
  const isMobile = number !== undefined && reachableType(number, context.services) === 'mobile'
  return channel === 'sms' && isMobile ? number : undefined
}

/** Staff may write as often as their cases move. */
async function mayWrite(address: string, context: ActionContext): Promise<boolean> {
  if (context.case) return true
  const { store, secretKey } = context.services
  const counted = [messageLimits(emailKeyOf(address))]
  const counting = { store, secretKey, now: context.now }
  return (await countAct(counting, 'message', counted)).status === 'allowed'
}
