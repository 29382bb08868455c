import type { MarkdownFile } from './front-matter.ts'
import { type Retell, withValues } from './retold.ts'
import type { Node } from './tree.ts'

/** A message with its subject and its body told anew: keys `messages.<name>.subject` and `.body`. */
export function retellMessage(name: string, file: MarkdownFile, retell: Retell): MarkdownFile {
  const front =
    file.front?.is === 'map'
      ? withValues(file.front, { subject: (node) => retell(`messages.${name}.subject`, node) })
      : file.front
  const { body, bodyAt } = file
  const written: Node = { is: 'scalar', value: body, quoted: true, ...bodyAt }
  const told = retell(`messages.${name}.body`, written)
  const isTold = told !== written && told.is === 'scalar' && typeof told.value === 'string'
  return {
    ...(front && { front }),
    body: isTold ? String(told.value) : body,
    bodyAt: isTold ? told : bodyAt,
    ...(isTold && told.language !== undefined && { language: told.language }),
  }
}
