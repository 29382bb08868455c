import type { Words } from '../journey/condition.ts'
import type { Channel, MessageTemplate } from '../journey/journey.ts'
import { wrapEmail } from './email-document.ts'

/** A message with its words put in, ready to be recorded and sent. */
export interface ComposedMessage {
  readonly channel: Channel
  /** Of an email: who writes, in one line. */
  readonly sender?: string
  /** One line. */
  readonly subject?: string
  /** Of a call: what is spoken. */
  readonly text: string
  /** A whole document. */
  readonly html?: string
}

export interface ComposeExtras {
  /** Language of the words, as in `lang`. */
  readonly language: string
  /** Host name of the service, no port: phones offer the code of a text on this site only. */
  readonly host: string
  /** The site's words for who writes. */
  readonly sender?: string
  /** The code that `{code}` becomes. */
  readonly code?: string
}

/**
 * A message template → what leaves the system. `render` puts words in: `html` words become safe HTML, `text` words plain
 * text. A text that holds `{code}` ends with `@host #code` (R-AUTH-10).
 */
export function composeMessage(
  template: MessageTemplate,
  render: (words: Words) => string,
  extras: ComposeExtras,
): ComposedMessage {
  const { channel } = template
  const text = render(template.text).trim()
  if (channel === 'call') return { channel, text: oneLineOf(text) }
  if (channel === 'sms') return { channel, text: withBoundCode(template, text, extras) }
  const subject = template.subject ? oneLineOf(render(template.subject)) : ''
  const html = wrapEmail({ language: extras.language, subject, body: render(template.body) })
  const sender = oneLineOf(extras.sender ?? '')
  return { channel, ...(sender !== '' && { sender }), subject, text: `${text}\n`, html }
}

function withBoundCode(
  template: MessageTemplate,
  text: string,
  { host, code }: ComposeExtras,
): string {
  const holdsCode = template.text.parts.some(
    (part) => typeof part === 'object' && part.from === 'engine' && part.key === 'code',
  )
  return holdsCode && code !== undefined ? `${text}\n\n@${host} #${code}` : text
}

/** A subject with a line break in it could add headers (R-AUTH-15); other control characters show as nothing. */
function oneLineOf(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
