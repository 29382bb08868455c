import { accounts, createAccount, findAccount, setPhone } from '../../src/accounts/account.ts'
import { challenges } from '../../src/accounts/codes.ts'
import { hashPassword } from '../../src/accounts/password.ts'
import type { Action, ActionContext, ActionResult, Composed } from '../../src/actions/action.ts'
import { actions } from '../../src/actions/registry.ts'
import { sentMessages } from '../../src/actions/sent-messages.ts'
import { compileSchema } from '../../src/answers/compile-schema.ts'
import type { OutgoingMessage } from '../../src/answers/draft.ts'
import type { JsonObject } from '../../src/fields/field.ts'
import type { Journey } from '../../src/journey/journey.ts'
import { calls } from '../../src/messages/calls.ts'
import { createOutbox } from '../../src/messages/outbox.ts'
import { submissions } from '../../src/store/records.ts'
import { createMemoryStore } from '../accounts/memory-store.ts'

export const PASSWORD = 'three purple kettles'
export const MOBILE = '+447700900123'
export const LANDLINE = '+441632960001'

const COLLECTIONS = [accounts, challenges, calls, submissions, sentMessages]
const CHANNELS: Readonly<Record<string, Composed['channel']>> = { text: 'sms', call: 'call' }

/** Runs actions as the engine does, with a store in memory, a clock that is moved by hand, and all that left. */
export function createDesk(options: { readonly development?: boolean } = {}) {
  const store = createMemoryStore()
  const sent: OutgoingMessage[] = []
  let now = 1_800_000_000_000
  const sender = {
    send: async (message: OutgoingMessage) => {
      sent.push(message)
      return { status: 'sent', provider: 'p' } as const
    },
  }
  const outbox = createOutbox({
    store,
    collections: COLLECTIONS,
    senders: { email: sender, sms: sender, call: sender },
    now: () => now,
    schedule: () => undefined,
  })
  const services = {
    store,
    outbox,
    now: () => now,
    origin: 'https://forms.example',
    secretKey: Buffer.alloc(32, 9),
    development: options.development ?? true,
  }
  const journey = {
    id: 'login',
    hash: 'abc',
    site: { service: 'Adult Social Care Online', council: 'Norfolk County Council' },
    admin: { start: 'received' },
  } as unknown as Journey

  function contextOf(own: Partial<ActionContext>): ActionContext {
    return {
      now,
      journey,
      draft: 'draft-1',
      session: 'session-1',
      peer: '127.0.0.1',
      language: 'en',
      services,
      compose: (message, words) => ({
        channel: CHANNELS[message.split('-')[0] ?? ''] ?? 'email',
        subject: message,
        text: Object.values(words).join(' '),
      }),
      submission: () => ({ answers: { a: 1 }, path: ['start', 'check-answers'] }),
      ...own,
    }
  }

  async function run(
    name: string,
    input: JsonObject,
    own: Partial<ActionContext> = {},
  ): Promise<ActionResult> {
    const action: Action | undefined = actions.get(name)
    if (!action) throw new Error(`no action ${name}`)
    if (!compileSchema(action.input)(input)) return { outcome: 'input refused' }
    const result = await action.run(input as never, contextOf(own))
    await outbox.idle()
    if (!action.outcomes.includes(result.outcome)) throw new Error(result.outcome)
    return result
  }

  async function makeAccount(email: string, phone?: string) {
    const made = await hashPassword(PASSWORD)
    const account = await createAccount(store, {
      email,
      firstName: 'Sam',
      surname: 'Taylor',
      passwordHash: made.status === 'hashed' ? made.hash : '',
      createdBy: `draft of ${email}`,
      now,
    })
    if (account.status !== 'created') throw new Error('taken')
    const { id } = account.account
    if (phone)
      await setPhone(store, id, { number: phone, type: phone === MOBILE ? 'mobile' : 'landline' })
    return (await findAccount(store, id)) ?? account.account
  }

  return {
    store,
    services,
    sent,
    run,
    makeAccount,
    /** The digits of the newest message. */
    lastCode: () => sent.at(-1)?.text.match(/\d{6}/u)?.[0] ?? 'none',
    outcome: async (name: string, input: JsonObject, own: Partial<ActionContext> = {}) =>
      (await run(name, input, own)).outcome,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    now: () => now,
  }
}
