import type { FromSchema } from 'json-schema-to-ts'
import {
  type Account,
  accounts,
  findAccount,
  clearPhone as removePhone,
} from '../accounts/account.ts'
import { endSessionsOf } from '../accounts/sessions.ts'
import { WARY } from '../accounts/wary.ts'
import type { OutgoingMessage } from '../answers/draft.ts'
import { type ActionContext, defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { outgoingOf } from './outgoing.ts'
import { reachableType } from './recipient.ts'

const input = {
  type: 'object',
  properties: { account: INPUTS.account, message: INPUTS.message },
  required: ['account'],
  additionalProperties: false,
} as const
type Input = FromSchema<typeof input>

/**
 * Staff take the phone from an account, and log it out everywhere: a new one is given at the next sign-in. `message` goes
 * to the old number, where that is a mobile (R-AUTH-29).
 */
export const clearPhone = defineAction(
  {
    name: 'clear-phone',
    input,
    outcomes: ['cleared', 'needs-second'],
    says: { message: [] },
    channels: { message: ['sms'] },
    words: {
      'needs-second':
        'The password of this login was reset by email less than 48 hours ago, so a second member of staff must do the same. Nothing has changed yet. Your agreement is recorded.',
    },
    seconds: 'needs-second',
    staff: true,
  },
  async (given: Input, context) => {
    const { store, outbox } = context.services
    const account = await findAccount(store, given.account)
    if (!account) throw new Error('no such account')
    if (needsSecond(account, context)) return { outcome: 'needs-second' }
    await removePhone(store, account.id, context.now, messagesTo(account, given, context))
    outbox.dispatch(accounts, account.id)
    await endSessionsOf(store, account.id)
    return { outcome: 'cleared' }
  },
)

/** Whoever has the email has not the phone: soon after a forgotten password was set anew two members of staff are needed. */
function needsSecond({ passwordSetAt }: Account, context: ActionContext): boolean {
  if (passwordSetAt === undefined || context.now - passwordSetAt >= WARY) return false
  return (context.case?.agreed ?? []).length === 0
}

function messagesTo(
  { phone }: Account,
  { message }: Input,
  context: ActionContext,
): readonly OutgoingMessage[] {
  if (!phone || message === undefined) return []
  const composed = context.compose(message, {})
  const isText =
    composed.channel === 'sms' && reachableType(phone.number, context.services) === 'mobile'
  return isText ? [outgoingOf(composed, phone.number, context.now)] : []
}
