/** What left the application, as its messages page tells; newest first. */
interface DevMessage {
  readonly id: string
  readonly channel: 'email' | 'sms' | 'call'
  readonly to: string
  readonly text: string
  readonly status: string
}

/** The messages page of development: where codes are read and calls are answered; only what came to somebody's own addresses and numbers. */
export interface Phone {
  /** What was sent so far is never read again: the next code is the one that is about to be sent. */
  forget(): Promise<void>
  /** The newest code that was sent there and not read before; waits a little for it. */
  code(own: readonly string[]): Promise<string | undefined>
  /** Ends the newest call that rings there; false: none does. */
  answer(own: readonly string[], outcome: string): Promise<boolean>
}

const TRIES = 60
const PAUSE = 50
/** Of calls that have not ended. */
const LIVE = ['queued', 'ringing']

const ANSWERS: Readonly<Record<string, string>> = {
  pressed: 'outcome=press&digits=%23',
  'wrong-key': 'outcome=press&digits=5',
  'no-answer': 'outcome=no-answer',
  busy: 'outcome=busy',
  'hung-up': 'outcome=hang-up',
  'not-possible': 'outcome=not-possible',
}

export function createPhone(origin: string): Phone {
  const read = new Set<string>()
  const messages = async () =>
    (await (await fetch(`${origin}/dev/messages.json`)).json()) as readonly DevMessage[]

  /** The newest message of some; none while it is not ready. */
  async function newest(
    fits: (message: DevMessage) => boolean,
    isReady: (message: DevMessage) => boolean = () => true,
  ): Promise<DevMessage | undefined> {
    for (let tries = 0; tries < TRIES; tries++) {
      const found = (await messages()).find(fits)
      if (found && isReady(found)) return found
      await new Promise((done) => setTimeout(done, PAUSE))
    }
    return undefined
  }

  return {
    async forget() {
      for (const { id } of await messages()) read.add(id)
    },
    async code(own) {
      const found = await newest(
        (one) =>
          isTo(one, own) &&
          one.channel !== 'call' &&
          !read.has(one.id) &&
          /\b\d{6}\b/u.test(one.text),
      )
      if (found) read.add(found.id)
      return found && /\b\d{6}\b/u.exec(found.text)?.[0]
    },
    async answer(own, outcome) {
      const body = ANSWERS[outcome]
      const call =
        body &&
        (await newest(
          (one) => isTo(one, own) && one.channel === 'call' && LIVE.includes(one.status),
          // Another of one's own phones may ring while the newest call is still on its way.
          ({ status }) => status === 'ringing',
        ))
      if (!call) return false
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const url = `${origin}/dev/messages/${call.id}/answer`
      return (await fetch(url, { method: 'POST', headers, body })).ok
    },
  }
}

/** Numbers are written in more than one way: their ends tell them apart. */
function isTo({ to }: DevMessage, own: readonly string[]): boolean {
  const end = (text: string) => (text.includes('@') ? text : text.replace(/\D/gu, '').slice(-9))
  return own.some((one) => end(one) === end(to))
}
