import type { MessageTemplate } from './journey.ts'
import { type MessageContext, readMessage } from './read-message.ts'
import type { Reading } from './reading.ts'

/** The journey's own messages, and those of `_shared/messages` that `named` lists. The journey's own come first. */
export function readMessages(
  named: ReadonlySet<string>,
  context: MessageContext,
): ReadonlyMap<string, MessageTemplate> {
  const { reading } = context
  const messages = new Map<string, MessageTemplate>()
  const own = messagesIn(`${reading.id}/messages`, reading)
  const shared = messagesIn('_shared/messages', reading).filter(
    (name) => named.has(name) && !own.includes(name),
  )
  const read = (name: string, folder: string) => {
    const file = reading.files.markdown(`${folder}/${name}.md`)
    const message = file && readMessage(name, file, context)
    if (message) messages.set(name, message)
  }
  for (const name of own) read(name, `${reading.id}/messages`)
  for (const name of shared) read(name, '_shared/messages')
  return messages
}

/** The names of all messages that the journey may use. */
export function messageNamesOf(reading: Reading): readonly string[] {
  return [
    ...messagesIn(`${reading.id}/messages`, reading),
    ...messagesIn('_shared/messages', reading),
  ]
}

function messagesIn(folder: string, { files }: Reading): readonly string[] {
  return files
    .list(folder)
    .filter((path) => path.endsWith('.md') && !path.includes('/'))
    .map((path) => path.slice(0, -'.md'.length))
}
