import type { Words } from '../journey/condition.ts'
import type { MessageTemplate } from '../journey/journey.ts'
import { type ComposeExtras, composeMessage } from '../messages/compose.ts'
import type { Composed } from './action.ts'

/** A message template with its words put in, for actions to send. */
export function composeTemplate(
  template: MessageTemplate,
  render: (words: Words) => string,
  extras: ComposeExtras,
): Composed {
  return composeMessage(template, render, extras)
}
