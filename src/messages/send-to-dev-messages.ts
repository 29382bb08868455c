import type { OutgoingMessage } from '../answers/draft.ts'
import { changeRecord } from '../store/change.ts'
import type { Store } from '../store/store.ts'
import { type DevMessage, devMessages } from './dev-messages.ts'
import type { Sender, Senders } from './message.ts'

/** How many are kept. */
const KEPT = 200

/** Development's senders: nothing leaves the system, all of it is kept for the messages page, over a restart too. */
export function createDevSenders(store: Store): Senders {
  const sender: Sender = {
    send: async (message) => {
      await changeRecord(store, devMessages, message.id, () => devMessageOf(message), {
        durable: false,
      })
      const ids = await store.ids(devMessages)
      for (const id of ids.slice(0, -KEPT)) await store.remove(devMessages, id)
      return { status: 'sent', provider: message.id }
    },
  }
  return { email: sender, sms: sender, call: sender }
}

function devMessageOf({ id, at, channel, to, subject, text, html }: OutgoingMessage): DevMessage {
  return {
    id,
    at: new Date(at).toISOString(),
    channel,
    to,
    ...(subject !== undefined && { subject }),
    text,
    ...(html !== undefined && { html }),
    status: channel === 'call' ? 'ringing' : 'sent',
  }
}
