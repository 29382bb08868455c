import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goToGate, ROBIN, registerWhole, SAM } from '../client/account-stories.ts'
import { createCookieJar } from '../client/cookie-jar.ts'
import { createResident, type Resident } from '../client/resident.ts'
import { MINUTE, startTestService, type TestService } from '../client/service.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, SAM)
  service.pass(MINUTE)
})
afterEach(() => service.close())

interface Form {
  readonly action: string
  readonly body: URLSearchParams
}

/** Posts with a cookie that was copied before, as a second click does, or a thief. */
async function post({ action, body }: Form, cookie: string | undefined): Promise<Response> {
  return service.running.app.request(service.origin + action, {
    method: 'POST',
    body: String(body),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(cookie !== undefined && { cookie }),
    },
  })
}

/** Whether the cookies that an answer gives, or the old one, open what only the signed-in person sees. */
async function opens(response: Response, path: string): Promise<boolean> {
  const jar = createCookieJar()
  jar.take(response.headers)
  const fetch = (url: string, init: RequestInit) => service.running.app.request(url, init)
  const browser = createResident(fetch, service.origin, { cookies: jar })
  return (await browser.visit(path)).path === path
}

async function atSignIn(): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/login/sign-in')
  resident.fill('Email address', SAM.email)
  resident.fill('Password', SAM.password)
  return resident
}

async function atPhoneCode(): Promise<Resident> {
  const resident = await atSignIn()
  await resident.press('Sign in')
  await resident.press('Send Code')
  resident.fill('Verification code', await service.codeTo(SAM.number))
  return resident
}

const without = ({ action, body }: Form, ...names: readonly string[]): Form => {
  const kept = [...body].filter(([name]) => !names.includes(name))
  return { action, body: new URLSearchParams(kept) }
}

describe('a second click on a button that renews the cookie, with JavaScript off', () => {
  it.each([
    ['Sign in', atSignIn, '/login/phone-check'],
    ['Verify code', atPhoneCode, '/account'],
  ] as const)(
    'of "%s" ends where the first one does, one after the other, a third one too',
    async (button, at, path) => {
      const resident = await at()
      const [form, cookie] = [resident.formOf(button), resident.cookies.header()]
      const first = await post(form, cookie)
      const second = await post(form, cookie)
      expect([first.status, second.status]).toEqual([303, 303])
      expect(second.headers.get('location')).toBe(first.headers.get('location'))
      expect(await opens(second, path)).toBe(true)
    },
  )

  it.each([
    ['Sign in', atSignIn, '/login/phone-check'],
    ['Verify code', atPhoneCode, '/account'],
  ] as const)('of "%s" ends where the first one does, both at once', async (button, at, path) => {
    const resident = await at()
    const [form, cookie] = [resident.formOf(button), resident.cookies.header()]
    const [first, second] = await Promise.all([post(form, cookie), post(form, cookie)])
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await opens(second, path)).toBe(true)
  })
})

describe('R-SES-02: whoever planted or copied the cookie before the step up', () => {
  it.each([
    ['Sign in', atSignIn, '/login/phone-check', 'password'],
    ['Verify code', atPhoneCode, '/account', 'phoneCode'],
  ] as const)(
    'does not share in "%s" without the secret, before, at the same time or after',
    async (button, at, path, secret) => {
      const resident = await at()
      const [form, cookie] = [resident.formOf(button), resident.cookies.header()]
      const guess = without(form, secret)
      const wrong = without(form, secret)
      wrong.body.set(secret, secret === 'password' ? ROBIN.password : '000000')
      const tries = [guess, wrong, without(form, secret, 'button'), without(form, secret, 'email')]
      const steal = () => Promise.all(tries.map((one) => post(one, cookie)))
      const [first, ...during] = await Promise.all([
        post(form, cookie),
        ...tries.map((one) => post(one, cookie)),
      ])
      expect(first?.headers.get('set-cookie')).toContain('session=')
      for (const stolen of [...during, ...(await steal())])
        expect(await opens(stolen, path)).toBe(false)
    },
  )

  it('gets no cookie for another press that waited while the cookie was renewed', async () => {
    const resident = await atPhoneCode()
    const cookie = resident.cookies.header()
    const again = resident.formOf('Send a new code')
    const form = resident.formOf('Verify code')
    const [, waiting] = await Promise.all([post(form, cookie), post(again, cookie)])
    expect(await opens(waiting, '/account')).toBe(false)
  })

  it('does nothing with the old cookie once its moment is over, even knowing the whole press', async () => {
    const resident = await atPhoneCode()
    const [form, cookie] = [resident.formOf('Verify code'), resident.cookies.header()]
    await post(form, cookie)
    service.pass(20_001)
    expect(await opens(await post(form, cookie), '/account')).toBe(false)
  })
})
