import type { APIRequestContext } from '@playwright/test'

interface Message {
  readonly id: string
  readonly channel: string
  readonly to: string
  readonly text: string
  readonly status: string
}

/** The newest message to somebody; waits until it has left. */
export async function messageTo(
  request: APIRequestContext,
  to: string,
  channel: string,
): Promise<Message> {
  for (let tries = 0; tries < 50; tries++) {
    const all: readonly Message[] = await (await request.get('/dev/messages.json')).json()
    const found = all.find((one) => one.to === to && one.channel === channel)
    if (found) return found
  }
  throw new Error(`no ${channel} to ${to}`)
}

export async function codeTo(
  request: APIRequestContext,
  to: string,
  channel: 'email' | 'sms',
): Promise<string> {
  return /\d{6}/u.exec((await messageTo(request, to, channel)).text)?.[0] ?? ''
}

/** Picks up and presses the hash key. */
export async function pressHash(request: APIRequestContext, to: string): Promise<void> {
  const call = await messageTo(request, to, 'call')
  const form = { outcome: 'press', digits: '#' }
  await request.post(`/dev/messages/${call.id}/answer`, { form, maxRedirects: 0 })
}
