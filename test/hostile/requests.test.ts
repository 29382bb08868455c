import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sessions } from '../../src/accounts/sessions.ts'
import { Refusal } from '../../src/http/refusal.ts'
import { voiceRoutes } from '../../src/http/voice-routes.ts'
import { startTestService, type TestService } from '../client/service.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

const ask = (path: string, init: RequestInit = {}) =>
  Promise.resolve(service.running.app.request(service.origin + path, init))

describe('R-WEB-22: HEAD', () => {
  it('has no body and takes no notice away that is to be shown once', async () => {
    const resident = service.resident()
    await resident.visit('/account-request')
    const cookie = resident.cookies.header() ?? ''
    const led = await ask('/account-request/done', { headers: { cookie } })
    expect(led.status).toBe(303)
    const head = await ask('/account-request/start', { method: 'HEAD', headers: { cookie } })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await resident.visit('/account-request/start')).notices).toHaveLength(1)
  })
})

describe('R-WEB-12: an address', () => {
  it.each([
    ['of more than 2 KiB behind the question mark', `?x=${'y'.repeat(2048)}`],
    ['with more than 20 parts', `?${Array.from({ length: 21 }, (_, at) => `a${at}=1`).join('&')}`],
  ])('%s is refused', async (_name, query) => {
    expect((await ask(`/login${query}`)).status).toBe(400)
  })

  it('that is opened often with a wrong link lets no session grow', async () => {
    const resident = service.resident()
    for (let time = 0; time < 5; time++) {
      const cookie = resident.cookies.header()
      const headers = cookie === undefined ? {} : { cookie }
      const answer = await ask(`/login?invitation=${'x'.repeat(40)}`, { headers })
      resident.cookies.take(answer.headers)
    }
    const { store } = service.running
    const [id = ''] = await store.ids(sessions)
    expect((await store.read(sessions, id))?.value.notices).toHaveLength(1)
  })
})

it('R-HOOK-07: refuses a callback of more than 64 KiB before it is read whole', async () => {
  const { store, services } = service.running
  const urlOf = () => service.origin
  const app = voiceRoutes({ store, now: services.now, urlOf, token: 'token' })
  app.onError(
    (error) => new Response('', { status: error instanceof Refusal ? error.status : 500 }),
  )
  const parts = Array.from({ length: 3 }, () => new Uint8Array(40 * 1024))
  let read = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts[read++]
      if (part) controller.enqueue(part)
      else controller.close()
    },
  })
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit
  const answer = await app.request('/hooks/voice/token/answer', init)
  expect(answer.status).toBe(413)
})

it('has no page of development in production', async () => {
  await service.close()
  service = await startTestService({
    origin: 'https://forms.example',
    env: {
      NODE_ENV: 'production',
      SECRET_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7)).toString('base64url'),
      RESEND_API_KEY: 'key',
      RESEND_FROM: 'forms@forms.example',
      RESEND_BASE_URL: 'http://127.0.0.1:9',
      PLIVO_AUTH_ID: 'id',
      PLIVO_AUTH_TOKEN: 'token',
      PLIVO_FROM: '+441632960000',
      PLIVO_BASE_URL: 'http://127.0.0.1:9',
    },
  })
  for (const path of [
    '/dev/messages',
    '/dev/messages.json',
    '/dev/messages/x',
    '/dev/messages/x/answer',
  ])
    expect((await ask(path)).status).toBe(404)
  const answer = await ask('/dev/messages/x/answer', {
    method: 'POST',
    body: 'outcome=press',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.status).toBe(404)
  expect((await ask('/', {})).headers.get('set-cookie')).toMatch(
    /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
  )
})
