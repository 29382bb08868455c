import type { APIRequestContext } from '@playwright/test'

interface Message {
  readonly id: string
  readonly channel: string
  readonly to: string
  readonly text: string
  readonly status: string
}

/** Messages whose code was given out: the next code to the same person is that of a newer one. */
const used = new Set<string>()

/** The newest message to somebody; waits until it has left. */
export function messageTo(
  request: APIRequestContext,
  to: string,
  channel: string,
): Promise<Message> {
  return newestMessage(request, channel, to, () => true)
}

/** The code of a message that was not asked for before; waits until it has left. */
export async function codeTo(
  request: APIRequestContext,
  to: string,
  channel: 'email' | 'sms',
): Promise<string> {
  const message = await newestMessage(request, channel, to, ({ id }) => !used.has(id))
  used.add(message.id)
  return /\d{6}/u.exec(message.text)?.[0] ?? ''
}

async function newestMessage(
  request: APIRequestContext,
  channel: string,
  to: string,
  isWanted: (message: Message) => boolean,
): Promise<Message> {
  for (let tries = 0; tries < 400; tries++) {
    const all: readonly Message[] = await (await request.get('/dev/messages.json')).json()
    const found = all.find((one) => one.to === to && one.channel === channel)
    if (found && isWanted(found)) return found
  }
  throw new Error(`no ${channel} to ${to}`)
}

/** Picks up and presses the hash key. */
export async function pressHash(request: APIRequestContext, to: string): Promise<void> {
  const call = await messageTo(request, to, 'call')
  const form = { outcome: 'press', digits: '#' }
  await request.post(`/dev/messages/${call.id}/answer`, { form, maxRedirects: 0 })
}
