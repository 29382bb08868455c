import { isDramaNumber } from './drama-numbers.ts'
import type { Sender, Sent } from './message.ts'

export interface PlivoAccount {
  readonly id: string
  readonly token: string
  /** The sender: a number or a name. */
  readonly from: string
  /** Scheme and host; absent: Plivo's own. */
  readonly baseUrl?: string
  /** Ofcom's drama numbers are refused. */
  readonly production: boolean
  /** Milliseconds to wait for an answer. */
  readonly timeout?: number
}

const PLIVO_URL = 'https://api.plivo.com'

/** Where the account's own part of Plivo's API lives. */
export function accountUrl({ id, baseUrl = PLIVO_URL }: PlivoAccount): string {
  return `${baseUrl}/v1/Account/${encodeURIComponent(id)}`
}

/** Why nothing may be sent to this number, if so. */
export function refusalOf({ production }: PlivoAccount, to: string): Sent | undefined {
  if (!/^\+[1-9]\d{6,14}$/u.test(to)) return { status: 'refused', reason: 'not an E.164 number' }
  if (production && isDramaNumber(to)) return { status: 'refused', reason: 'a drama number' }
  return undefined
}

/** Texts through Plivo's SDK, loaded when the first one leaves. `later` means that nobody knows (R-REL-09). */
export function createPlivoTextSender(account: PlivoAccount): Sender {
  const { id, token, from, timeout = 10_000 } = account
  let client: Promise<PlivoClient> | undefined
  return {
    send: async ({ to, text }) => {
      const refusal = refusalOf(account, to)
      if (refusal) return refusal
      try {
        client ??= loadClient(id, token, { url: accountUrl(account), timeout })
        const { messages } = await client
        // Plivo keeps neither number nor words.
        const answer = await messages.create(from, to.slice(1), text, { log: 'false' })
        const [provider] = answer.messageUuid ?? []
        return provider
          ? { status: 'sent', provider }
          : { status: 'later', reason: 'an answer without an id' }
      } catch (error) {
        return { status: isAnswer(error) ? 'refused' : 'later', reason: reasonOf(error) }
      }
    },
  }
}

/** The part of the SDK that is used here; its own types are loose. */
interface PlivoClient {
  readonly messages: {
    create(
      from: string,
      to: string,
      text: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{ readonly messageUuid?: readonly string[] }>
  }
}

async function loadClient(id: string, token: string, options: object): Promise<PlivoClient> {
  const { default: plivo } = await import('plivo')
  return new plivo.Client(id, token, options) as unknown as PlivoClient
}

/** The SDK rejects with an Error when Plivo answered, with a string when the answer never came. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error
}

/** Only the kind of error and a status: the words may hold the number. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  const [status] = /\b[45]\d\d\b/u.exec(error.message) ?? []
  return status ? `${error.name} (${status})` : error.name
}
