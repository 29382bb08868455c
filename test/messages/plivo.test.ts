import { describe, expect, it, onTestFinished } from 'vitest'
import { createPlivoCallSender } from '../../src/messages/call-with-plivo.ts'
import { calls, placeCall } from '../../src/messages/calls.ts'
import { isDramaNumber } from '../../src/messages/drama-numbers.ts'
import { createPlivoTextSender } from '../../src/messages/send-with-plivo.ts'
import { breakOff, hang, json, startFakeProvider } from './fake-provider.ts'
import { message, openMessageStore, START } from './message-store.ts'

const account = { id: 'MAXX', token: 'plivo-token', from: '441603222222', timeout: 300 }
const sms = (to = '+447400123456') => message('m1', { channel: 'sms', to, text: 'Code 123456' })
type Answer = Parameters<typeof startFakeProvider>[0]

const REFUSING: [string, Answer][] = [
  ['400', json(400, { error: '+447400123456 is wrong' })],
  ['401', json(401, 'Could not verify 447400123456')],
  ['429', json(429, { error: 'slow down 447400123456' })],
  ['500', json(500, { error: '447400123456' })],
]
const UNKNOWN: [string, Answer][] = [
  ['no answer', hang],
  ['an answer that breaks off', breakOff],
  ['a good status without an id', json(202, {})],
  ['a good status without JSON', json(202, '<html>447400123456</html>')],
]

describe('A text through Plivo', () => {
  async function makeSender(answer: Answer, production = true) {
    const provider = await startFakeProvider(answer)
    return {
      provider,
      sender: createPlivoTextSender({ ...account, baseUrl: provider.url, production }),
    }
  }
  const taken = json(202, { api_id: 'a', message: 'queued', message_uuid: ['u1'] })

  it('is sent once, and neither number nor words are kept by Plivo', async () => {
    const { provider, sender } = await makeSender(taken)
    expect(await sender.send(sms())).toEqual({ status: 'sent', provider: 'u1' })
    expect(provider.received).toHaveLength(1)
    expect(provider.received[0]).toMatchObject({
      path: '/v1/Account/MAXX/Message/',
      headers: { authorization: `Basic ${Buffer.from('MAXX:plivo-token').toString('base64')}` },
      body: { src: '441603222222', dst: '447400123456', text: 'Code 123456', log: 'false' },
    })
  })

  it.each(REFUSING)('is refused by %s, after one try (R-REL-09)', async (_, answer) => {
    const { provider, sender } = await makeSender(answer)
    const outcome = await sender.send(sms())
    expect(outcome.status).toBe('refused')
    expect(JSON.stringify(outcome)).not.toMatch(/7400123456|plivo-token/u)
    expect(provider.received).toHaveLength(1)
  })

  it.each(UNKNOWN)('has an unknown end after %s, and one try (R-REL-09)', async (_, answer) => {
    const { provider, sender } = await makeSender(answer)
    const outcome = await sender.send(sms())
    expect(outcome.status).toBe('later')
    expect(JSON.stringify(outcome)).not.toMatch(/7400123456|plivo-token/u)
    expect(provider.received).toHaveLength(1)
  })

  it('to a number of Ofcom’s drama range is refused in production only', async () => {
    const { provider, sender } = await makeSender(taken)
    expect(await sender.send(sms('+447700900123'))).toMatchObject({ status: 'refused' })
    expect(await sender.send(sms('not a number'))).toMatchObject({ status: 'refused' })
    expect(provider.received).toHaveLength(0)
    const tried = await makeSender(taken, false)
    expect(await tried.sender.send(sms('+447700900123'))).toMatchObject({ status: 'sent' })
  })
})

describe('A call through Plivo', () => {
  async function makeCall(answer: Answer, to = '+441603123456') {
    const provider = await startFakeProvider(answer)
    const store = await openMessageStore()
    onTestFinished(() => store.close())
    const placed = await placeCall(store, {
      subject: 's',
      number: 'n',
      to,
      text: 'Press hash',
      now: START,
    })
    const id = placed.status === 'placed' ? placed.id : ''
    const call = (await store.read(calls, id))?.value
    const sender = createPlivoCallSender({
      ...account,
      baseUrl: provider.url,
      production: true,
      store,
      callbackUrl: (token, about) => `https://forms.example/hooks/${token}/${about}`,
    })
    const message = call?.messages[0]
    if (!message) throw new Error('no call')
    return { provider, token: call.token, send: () => sender.send(message) }
  }
  const taken = json(201, { api_id: 'a', message: 'call fired', request_uuid: 'u-1' })

  it('rings for 30 and lasts for 60 seconds, and hangs up on a machine (R-TEL-06, R-HOOK-04)', async () => {
    const { provider, token, send } = await makeCall(taken)
    expect(await send()).toEqual({ status: 'sent', provider: 'u-1' })
    expect(provider.received).toHaveLength(1)
    expect(provider.received[0]).toMatchObject({
      path: '/v1/Account/MAXX/Call/',
      headers: { authorization: `Basic ${Buffer.from('MAXX:plivo-token').toString('base64')}` },
    })
    expect(provider.received[0]?.body).toEqual({
      from: '441603222222',
      to: '441603123456',
      answer_url: `https://forms.example/hooks/${token}/answer`,
      answer_method: 'POST',
      hangup_url: `https://forms.example/hooks/${token}/hang-up`,
      hangup_method: 'POST',
      ring_timeout: 30,
      time_limit: 60,
      machine_detection: 'hangup',
    })
  })

  it.each(REFUSING)('is refused by %s, after one try (R-REL-09)', async (_, answer) => {
    const { provider, send } = await makeCall(answer)
    const outcome = await send()
    expect(outcome.status).toBe('refused')
    expect(JSON.stringify(outcome)).not.toMatch(/7400123456|plivo-token/u)
    expect(provider.received).toHaveLength(1)
  })

  it.each(UNKNOWN)('may ring all the same after %s (R-REL-09)', async (_, answer) => {
    const { provider, send } = await makeCall(answer)
    expect((await send()).status).toBe('later')
    expect(provider.received).toHaveLength(1)
  })

  it('does not follow a redirect with its password', async () => {
    const { provider, send } = await makeCall(json(302, {}, { location: '/elsewhere' }))
    expect((await send()).status).toBe('later')
    expect(provider.received).toHaveLength(1)
  })

  it('to a number of Ofcom’s drama range is refused', async () => {
    const { provider, send } = await makeCall(taken, '+441632960001')
    expect((await send()).status).toBe('refused')
    expect(provider.received).toHaveLength(0)
  })
})

describe('Ofcom’s drama numbers', () => {
  it.each(['+447700900000', '+441632960999', '+442079460123', '+441914980001', '+448081570001'])(
    '%s is one',
    (number) => expect(isDramaNumber(number)).toBe(true),
  )
  it.each(['+447700800000', '+447400900000', '+441603960999', '+442079470123', '+17700900000'])(
    '%s is none',
    (number) => expect(isDramaNumber(number)).toBe(false),
  )
})
