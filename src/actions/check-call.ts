import type { FromSchema } from 'json-schema-to-ts'
import { hasCall, useCall } from '../accounts/call-uses.ts'
import { callStateOf } from '../messages/calls.ts'
import type { CallState } from '../messages/message.ts'
import { defineAction } from './action.ts'
import { INPUTS, LASTS } from './inputs.ts'
import { callSubjectOf, readRecipient } from './recipient.ts'
import { allowNext, countProof } from './sending-limits.ts'

const input = {
  type: 'object',
  properties: { phone: INPUTS.phone, account: INPUTS.account },
  additionalProperties: false,
} as const

/** How the call stands that `call-me` of the same journey placed from the same browser. The hash key counts once (R-TEL-07). */
export const checkCall = defineAction(
  {
    name: 'check-call',
    input: { ...input, oneOf: [{ required: ['phone'] }, { required: ['account'] }] },
    outcomes: [
      'pressed',
      'waiting',
      'no-answer',
      'busy',
      'wrong-key',
      'hung-up',
      'not-possible',
      'no-call',
    ],
    waits: 'waiting',
    comesAfter: { action: 'call-me', about: ['phone', 'account'] },
    words: {
      waiting:
        'We are still calling you. Answer the call and press the hash key (#), then select Continue.',
      'no-answer': 'Nobody answered our call. Keep your phone near you and ask us to call again',
      busy: 'Your phone was busy when we called. End the other call and ask us to call again',
      'wrong-key':
        'Another key than the hash key (#) was pressed. Ask us to call again, then press #',
      'hung-up':
        'The call ended before the hash key (#) was pressed. Ask us to call again, then press #',
      'not-possible':
        'We could not call you just now. Try again in a few minutes, or try another way',
      'no-call': 'We are not calling you at the moment. Ask us to call you',
    },
    gives: [
      { on: 'pressed', fact: 'phone-confirmed', about: ['phone'], lasts: LASTS.phoneConfirmed },
      { on: 'pressed', fact: 'phone-checked', about: ['account'], lasts: LASTS.phoneChecked },
    ],
  },
  async (given: FromSchema<typeof input>, context) => {
    const recipient = await readRecipient(given, context)
    if (!recipient || recipient.of === 'email') return { outcome: 'no-call' }
    const { now, services } = context
    const subject = callSubjectOf(recipient, context)
    if (!(await hasCall(services.store, subject, now))) return { outcome: 'no-call' }
    const outcome = outcomeOf(await callStateOf(services.store, subject, now))
    if (outcome === 'waiting' || outcome === 'no-call') return { outcome }
    await allowNext(recipient, 'call', context)
    if (outcome === 'pressed' && !(await useCall(services.store, subject, now)))
      return { outcome: 'no-call' }
    if (outcome === 'pressed') await countProof(recipient, context)
    return { outcome }
  },
)

function outcomeOf(
  state: CallState | undefined,
): Exclude<CallState, 'queued' | 'ringing'> | 'waiting' | 'no-call' {
  if (state === undefined) return 'no-call'
  return state === 'queued' || state === 'ringing' ? 'waiting' : state
}
