import { PROBLEMS } from './codes.ts'
import { helpWith } from './nearest.ts'
import { messageNamesOf } from './read-messages.ts'
import { readName } from './read-scalar.ts'
import type { Reading } from './reading.ts'
import type { Node } from './tree.ts'

/** The name of a message that there is, the journey's own or a shared one; any other is reported. */
export function readMessageName(node: Node | undefined, reading: Reading): string | undefined {
  const name = readName(node, 'a message', reading.report)
  const known = messageNamesOf(reading)
  if (!node || name === undefined || known.includes(name)) return name
  reading.report(
    PROBLEMS.unknownMessage,
    node,
    `There is no message "${name}".`,
    `${helpWith(name, known, 'messages')} Or write ${reading.id}/messages/${name}.md.`,
  )
  return undefined
}
