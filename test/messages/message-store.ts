import type { OutgoingMessage } from '../../src/answers/draft.ts'
import { calls } from '../../src/messages/calls.ts'
import { devMessages } from '../../src/messages/dev-messages.ts'
import type { Sending } from '../../src/messages/message.ts'
import { type LowdbStore, openLowdbStore } from '../../src/store/lowdb-store.ts'
import type { Collection } from '../../src/store/store.ts'
import { unsentKeys } from '../../src/store/unsent.ts'
import { makeTemporaryFolder } from '../store/temporary-folder.ts'

/** Records that carry messages, as submissions do. */
export const letters: Collection<Sending> = {
  name: 'letters',
  indexes: { unsent: unsentKeys },
  unique: [],
}

export async function openMessageStore(dir?: string): Promise<LowdbStore> {
  return openLowdbStore({
    dir: dir ?? (await makeTemporaryFolder()),
    collections: [letters, calls, devMessages],
    now: () => 0,
    ignoreBroken: false,
  })
}

export const START = Date.UTC(2026, 0, 5, 9)

export function message(id: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    id,
    channel: 'email',
    to: 'ann@example.com',
    subject: 'Your code',
    text: 'It is 123456',
    html: '<p>It is 123456</p>',
    at: START,
    status: 'queued',
    tries: 0,
    ...more,
  }
}
