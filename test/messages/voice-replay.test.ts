import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { voiceRoutes } from '../../src/http/voice-routes.ts'
import { calls, placeCall, recordCallEvent } from '../../src/messages/calls.ts'
import { createMemoryStore } from '../accounts/memory-store.ts'

const TOKEN = 'plivo-token'
const DAY = 24 * 60 * 60_000

/** A call that somebody has picked up, and Plivo, which says what they press. */
async function answeredCall() {
  const store = createMemoryStore()
  let now = 1_800_000_000_000
  const urlOf = (call: string, about: string) =>
    `https://forms.example/hooks/voice/${call}/${about}`
  const app = voiceRoutes({ store, now: () => now, urlOf, token: TOKEN })
  async function place(language?: string) {
    const wanted = {
      subject: 's',
      number: `n${now}`,
      to: '+441632960001',
      text: 'Press hash.',
      ...(language !== undefined && { language }),
      now,
    }
    const placed = await placeCall(store, wanted)
    if (placed.status !== 'placed') throw new Error('no call')
    await recordCallEvent(store, placed.id, { event: 'ringing', provider: 'u-1' }, now)
    await recordCallEvent(store, placed.id, { event: 'answered' }, now)
    const call = (await store.read(calls, placed.id))?.value
    if (!call) throw new Error('no call')
    return call
  }
  async function say(call: { token: string }, digits: string, nonce: string): Promise<Response> {
    const url = urlOf(call.token, 'step')
    const signed = `${url}?CallUUIDu-1Digits${digits}.${nonce}`
    const signature = createHmac('sha256', TOKEN).update(signed).digest('base64')
    return app.request(new URL(url).pathname, {
      method: 'POST',
      body: new URLSearchParams({ CallUUID: 'u-1', Digits: digits }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-plivo-signature-v3': signature,
        'x-plivo-signature-v3-nonce': nonce,
      },
    })
  }
  const stateOf = async ({ id }: { id: string }) => (await store.read(calls, id))?.value.state
  return {
    place,
    say,
    stateOf,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

it('R-HOOK-04: a nonce that has come in the last 24 hours is answered, and does nothing', async () => {
  const { place, say, stateOf, pass } = await answeredCall()
  const first = await place()
  const pressed = await say(first, '#', 'nonce-1')
  expect([pressed.status, await stateOf(first)]).toEqual([200, 'pressed'])
  const words = await pressed.text()
  expect(await (await say(first, '#', 'nonce-1')).text()).toBe(words)

  pass(DAY - 60_000)
  const second = await place()
  expect((await say(second, '#', 'nonce-1')).status).toBe(200)
  expect(await stateOf(second)).toBe('ringing')
  await say(second, '#', 'nonce-2')
  expect(await stateOf(second)).toBe('pressed')
})

it('R-HOOK-04: of the same callback sent twice at once one counts', async () => {
  const { place, say, stateOf } = await answeredCall()
  const call = await place()
  const both = await Promise.all([say(call, '5', 'nonce-3'), say(call, '5', 'nonce-3')])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(await stateOf(call)).toBe('wrong-key')
})

it('says what it says itself in the language of the page that the call was asked for on', async () => {
  const { place, say } = await answeredCall()
  const pressed = await (await say(await place('cy'), '#', 'nonce-4')).text()
  expect(pressed).toContain('<Speak language="cy-GB" voice="Polly.Gwyneth">Diolch.')
})
