import type { FromSchema } from 'json-schema-to-ts'
import { type Account, accounts, findAccountByEmail, setEmail } from '../accounts/account.ts'
import { endSessionsOf } from '../accounts/sessions.ts'
import type { OutgoingMessage } from '../answers/draft.ts'
import { type ActionContext, defineAction } from './action.ts'
import { INPUTS } from './inputs.ts'
import { outgoingOf } from './outgoing.ts'
import { reachableType } from './recipient.ts'

const input = {
  type: 'object',
  properties: {
    before: INPUTS.email,
    email: INPUTS.email,
    told: INPUTS.message,
    text: INPUTS.message,
    welcome: INPUTS.message,
  },
  required: ['before', 'email'],
  additionalProperties: false,
} as const
type Input = FromSchema<typeof input>

/**
 * Staff give the login of a person who can get into their mailbox no more another address, `before` being the one that it
 * has, and log it out everywhere. Always two of them, who name the same two addresses: a mailbox can set a new password.
 * The phone stays as it is, and is asked for at the next sign-in (R-AUTH-26). `told` goes to the address before, `text` to the phone
 * where it is a mobile, `welcome` to the new address (R-AUTH-29, R-AUTH-33). Not for logins of staff: two of them could make
 * one theirs that may do more than they.
 */
export const replaceEmail = defineAction(
  {
    name: 'replace-email',
    input,
    outcomes: ['replaced', 'needs-second', 'no-login', 'taken', 'of-staff'],
    words: {
      'needs-second':
        'Nothing has changed yet: a second member of staff must do the same, with the same two addresses. Your agreement is recorded.',
      'no-login':
        'There is no login with the address that they used before. Nothing has changed. Check how it is spelled',
      taken:
        'There is already a login with the new address. Nothing has changed. Ask them for another address',
      'of-staff':
        'This is the login of a member of staff. Nothing has changed. Whoever runs the service can invite them to a new one',
    },
    seconds: 'needs-second',
    staff: true,
  },
  async ({ before, email, ...tell }: Input, context) => {
    const { store, outbox } = context.services
    const account = await findAccountByEmail(store, before)
    if (!account || account.closedAt !== undefined) return { outcome: 'no-login' }
    if (account.roles.length > 0) return { outcome: 'of-staff' }
    const other = await findAccountByEmail(store, email)
    if (other) return { outcome: 'taken' }
    if ((context.case?.agreed ?? []).length === 0) return { outcome: 'needs-second' }
    // Before it too: a second try would find the login no more, and leave the sessions as they are.
    await endSessionsOf(store, account.id)
    const kept = await setEmail(store, account.id, email, (now) =>
      messagesTo(now, email, tell, context),
    )
    if (kept.status === 'taken') return { outcome: 'taken' }
    outbox.dispatch(accounts, account.id)
    await endSessionsOf(store, account.id)
    return { outcome: 'replaced' }
  },
)

function messagesTo(
  { email: old, phone, language }: Account,
  email: string,
  { told, text, welcome }: Omit<Input, 'before' | 'email'>,
  context: ActionContext,
): readonly OutgoingMessage[] {
  const composed = (message: string | undefined, channel: 'email' | 'sms', to: string) => {
    const letter = message === undefined ? undefined : context.compose(message, {}, language)
    return letter?.channel === channel ? [outgoingOf(letter, to, context.now)] : []
  }
  const isMobile = phone && reachableType(phone.number, context.services) === 'mobile'
  return [
    ...composed(told, 'email', old),
    ...(isMobile ? composed(text, 'sms', phone.number) : []),
    ...composed(welcome, 'email', email),
  ]
}
