import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createResendSender } from '../../src/messages/send-with-resend.ts'
import { breakOff, hang, json, startFakeProvider } from './fake-provider.ts'
import { message } from './message-store.ts'

const from = 'Norfolk County Council <forms@example.gov.uk>'
const sent = json(200, { id: 're_1' })

async function makeSender(answer: Parameters<typeof startFakeProvider>[0]) {
  const provider = await startFakeProvider(answer)
  const sender = createResendSender({ key: 're_key', from, baseUrl: provider.url, timeout: 300 })
  return { provider, sender }
}

describe('An email through Resend', () => {
  it('is sent with its HTML, its text and its idempotency key (R-REL-08)', async () => {
    const { provider, sender } = await makeSender(sent)
    expect(await sender.send(message('m1'))).toEqual({ status: 'sent', provider: 're_1' })
    expect(provider.received).toHaveLength(1)
    const [{ path, headers, body } = { path: '', headers: {}, body: {} }] = provider.received
    expect(path).toBe('/emails')
    expect(headers).toMatchObject({ authorization: 'Bearer re_key', 'idempotency-key': 'm1' })
    expect(body).toEqual({
      from,
      to: 'ann@example.com',
      subject: 'Your code',
      text: 'It is 123456',
      html: '<p>It is 123456</p>',
    })
  })

  it.each([
    ['Cyngor Sir Ŵyl', 'Cyngor Sir Ŵyl <forms@example.gov.uk>'],
    ['Care, "Health" & Co.', '"Care, \\"Health\\" & Co." <forms@example.gov.uk>'],
    ['x <evil@example.org>', '"x <evil@example.org>" <forms@example.gov.uk>'],
  ])('comes from the configured address, under the name of who writes: %s', async (name, said) => {
    const { provider, sender } = await makeSender(sent)
    await sender.send(message('m1', { sender: name }))
    expect(provider.received[0]?.body).toMatchObject({ from: said })
  })

  it('goes where it is told, whatever the environment says', async () => {
    vi.stubEnv('RESEND_BASE_URL', 'http://127.0.0.1:1')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    const { provider, sender } = await makeSender(sent)
    expect((await sender.send(message('m1'))).status).toBe('sent')
    expect(provider.received).toHaveLength(1)
  })

  const error = (statusCode: number, name: string) =>
    json(statusCode, { statusCode, name, message: 'ann@example.com is wrong' })

  it.each([
    ['500', error(500, 'internal_server_error')],
    ['502 that is no JSON', json(502, '<html>ann@example.com</html>')],
    ['500 that does not say so', json(500, { message: 'ann@example.com' })],
    ['429', error(429, 'rate_limit_exceeded')],
    ['409 while the same is being sent', error(409, 'concurrent_idempotent_requests')],
    ['a key that does not work now', error(403, 'invalid_api_key')],
    ['200 without an id', json(200, {})],
    ['200 that is no JSON', json(200, '{"id":')],
    ['an answer that breaks off', breakOff],
    ['no answer', hang],
  ])('is tried again later after %s (R-REL-10)', async (_, answer) => {
    const { provider, sender } = await makeSender(answer)
    const outcome = await sender.send(message('m1'))
    expect(outcome.status).toBe('later')
    expect(JSON.stringify(outcome)).not.toContain('ann@')
    expect(provider.received).toHaveLength(1)
  })

  it.each([
    ['422', error(422, 'validation_error')],
    ['400', error(400, 'invalid_parameter')],
    ['409 for another message under the same key', error(409, 'invalid_idempotent_request')],
  ])('is refused by %s', async (_, answer) => {
    const { sender } = await makeSender(answer)
    const outcome = await sender.send(message('m1'))
    expect(outcome.status).toBe('refused')
    expect(JSON.stringify(outcome)).not.toContain('ann@')
  })

  it('waits as long as Resend asks (R-REL-10)', async () => {
    const { sender } = await makeSender(
      json(
        429,
        { statusCode: 429, name: 'rate_limit_exceeded', message: 'x' },
        { 'retry-after': '7' },
      ),
    )
    expect(await sender.send(message('m1'))).toMatchObject({ status: 'later', after: 7000 })
  })

  it('is tried again later when nobody listens', async () => {
    const sender = createResendSender({
      key: 'k',
      from,
      baseUrl: 'http://127.0.0.1:1',
      timeout: 300,
    })
    expect((await sender.send(message('m1'))).status).toBe('later')
  })
})
