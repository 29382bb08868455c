import type { FromSchema } from 'json-schema-to-ts'
import { hasCall, keepCall } from '../accounts/call-uses.ts'
import { keyedHash } from '../accounts/secret.ts'
import { callStateOf, calls, placeCall } from '../messages/calls.ts'
import { defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { callSubjectOf, readRecipient } from './recipient.ts'
import { allowNext, countSending } from './sending-limits.ts'

const input = {
  type: 'object',
  properties: { phone: INPUTS.phone, account: INPUTS.account, message: INPUTS.message },
  required: ['message'],
  additionalProperties: false,
} as const

/** Calls a phone and asks for the hash key. Never a second call while one is live (R-TEL-06). */
export const callMe = defineAction(
  {
    name: 'call-me',
    input: { ...input, oneOf: [{ required: ['phone'] }, { required: ['account'] }] },
    outcomes: ['calling', 'too-many', 'not-possible'],
    says: { message: [] },
    channels: { message: ['call'] },
    words: {
      'too-many':
        'We cannot call this number again yet. Wait 30 seconds and try again. If you have asked for several calls, wait an hour',
      'not-possible': 'We cannot call this number. Try another number, or another way',
    },
  },
  async (given: FromSchema<typeof input>, context) => {
    const recipient = await readRecipient(given, context)
    if (!recipient || recipient.of === 'email') return { outcome: 'not-possible' }
    const { services, now } = context
    const { store, secretKey, outbox } = services
    const composed = context.compose(given.message, {})
    if (composed.channel !== 'call') return { outcome: 'not-possible' }
    const subject = callSubjectOf(recipient, context)
    const state = await callStateOf(store, subject, now)
    const isLive = state === 'queued' || state === 'ringing'
    if (isLive && (await hasCall(store, subject, now))) return { outcome: 'calling' }
    if (state && !isLive) await allowNext(recipient, 'call', context)
    const sending = recipient.of === 'phone' ? 'new-call' : 'call'
    const refused = await countSending(recipient, sending, context)
    if (refused) return refused
    const placed = await placeCall(store, {
      subject,
      number: keyedHash(secretKey, 'number', recipient.number),
      to: recipient.number,
      text: composed.text,
      language: context.language,
      now,
    })
    if (placed.status === 'already-calling') return { outcome: 'too-many' }
    await keepCall(store, subject, placed.id, now)
    outbox.dispatch(calls, placed.id)
    return { outcome: 'calling' }
  },
)
