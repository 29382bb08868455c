import type { OutgoingMessage } from '../answers/draft.ts'
import type { Sender, Sent } from './message.ts'

export interface ResendOptions {
  readonly key: string
  /** `Name <address>` */
  readonly from: string
  /** Absent: Resend's own. Never read from the environment by the SDK: it would redirect mail and key. */
  readonly baseUrl?: string
  /** Milliseconds to wait for an answer. */
  readonly timeout?: number
}

const RESEND_URL = 'https://api.resend.com'

/** Emails through Resend, under the message's id as idempotency key. No answer, or none that can be read, is `later`. */
export function createResendSender({
  key,
  from,
  baseUrl = RESEND_URL,
  timeout = 10_000,
}: ResendOptions): Sender {
  const client = import('resend').then(({ Resend }) => new Resend(key, { baseUrl }))
  // A failure to load is told by the first message, not by the process ending.
  client.catch(() => undefined)
  return {
    send: async (message) => {
      try {
        const { emails } = await client
        const answer = await emails.send(mailOf(message, from), {
          idempotencyKey: message.id,
          signal: AbortSignal.timeout(timeout),
        })
        return outcomeOf(answer)
      } catch {
        return { status: 'later', reason: 'no answer' }
      }
    },
  }
}

function mailOf({ to, sender, subject = '', text, html }: OutgoingMessage, from: string) {
  return { from: namedFrom(from, sender), to, subject, text, ...(html !== undefined && { html }) }
}

/** The configured address under the site's name for who writes; without one as it is configured (RFC 5322, 3.4). */
function namedFrom(from: string, sender: string | undefined): string {
  if (sender === undefined) return from
  const address = /<([^<>]+)>\s*$/u.exec(from)?.[1] ?? from.trim()
  const isPlain = /^[\p{L}\p{N} '’-]+$/u.test(sender)
  const name = isPlain ? sender : `"${sender.replaceAll(/["\\]/gu, (mark) => `\\${mark}`)}"`
  return `${name} <${address}>`
}

interface ResendAnswer {
  readonly data: { readonly id?: unknown } | null
  readonly error: { readonly name?: unknown; readonly statusCode?: unknown } | null
  readonly headers: Readonly<Record<string, string>> | null
}

/** What a try again may mend: their trouble, our quota, a key that is being changed. */
const LATER = new Set([401, 403, 408, 425, 429])

function outcomeOf({ data, error, headers }: ResendAnswer): Sent {
  if (!error) {
    const isSent = typeof data?.id === 'string' && data.id !== ''
    return isSent
      ? { status: 'sent', provider: String(data?.id) }
      : { status: 'later', reason: 'an answer without an id' }
  }
  // Only its name: the words of an error may quote the address.
  const name = /^[a-z_]{1,60}$/u.test(String(error.name)) ? String(error.name) : 'error'
  const status = typeof error.statusCode === 'number' ? error.statusCode : undefined
  const reason = status === undefined ? name : `${name} (${status})`
  const isLater =
    status === undefined ||
    status >= 500 ||
    LATER.has(status) ||
    name === 'concurrent_idempotent_requests'
  if (!isLater) return { status: 'refused', reason }
  const after = retryAfterOf(headers?.['retry-after'])
  return { status: 'later', reason, ...(after !== undefined && { after }) }
}

/** Seconds, as Resend sends them → milliseconds, for a day at most. */
function retryAfterOf(text: string | undefined): number | undefined {
  const seconds = /^\d{1,5}$/u.test(text ?? '') ? Number(text) : undefined
  return seconds === undefined ? undefined : Math.min(seconds, 86_400) * 1000
}
