import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  giveEmailAndPassword,
  goToGate,
  ROBIN,
  register,
  registerWhole,
  SAM,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'

/** No login has it; Sam's has a phone, Robin's is half made. */
const NOBODY = 'nobody.here@example.org'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
  const sam = service.resident()
  await goToGate(sam)
  await registerWhole(sam, service, SAM)
  const robin = service.resident()
  await goToGate(robin)
  await register(robin, service, ROBIN)
  service.pass(HOUR)
})
afterAll(() => service.close())

type Attack = (one: Resident, email: string) => AsyncGenerator<unknown>

async function* signUp(one: Resident, email: string) {
  await one.visit('/login/sign-up')
  one.fill('Email address', email)
  yield one.press('Send verification code')
  yield one.press('Send a new code')
  one.fill('Verification code', '000000')
  yield one.press('Verify code')
}

async function* reset(one: Resident, email: string) {
  await one.visit('/reset-password')
  one.fill('Email address', email)
  yield one.press('Send verification code')
  for (let time = 0; time < 6; time++) {
    one.fill('Verification code', `00000${time}`)
    yield one.press('Verify code')
  }
}

async function* guess(one: Resident, email: string) {
  for (let time = 0; time < 12; time++) {
    await one.visit('/login/sign-in')
    one.fill('Email address', email)
    one.fill('Password', `wrong password ${time}`)
    yield one.press('Sign in')
  }
  // Locked: the right password is no better than any other.
  await one.visit('/login/sign-in')
  one.fill('Email address', email)
  one.fill('Password', email === ROBIN.email ? ROBIN.password : SAM.password)
  yield one.press('Sign in')
}

/** All that the attacker is told, but for what differs in any two sessions and what was typed. */
async function toldBy(attack: Attack, email: string): Promise<readonly string[]> {
  const one = service.resident()
  const told: string[] = []
  for await (const _ of attack(one, email)) {
    const { status, path, html, headers } = one.page
    const named = [...headers.keys()].filter((name) => name !== 'set-cookie').sort()
    const plain = html.replaceAll(email, 'EMAIL').replace(/name="(page|token)" value="[^"]*"/gu, '')
    told.push([status, path, named, plain].join('\n'))
  }
  return told
}

describe('R-AUTH-12: an address with a login, with half of one and with none', () => {
  it.each([
    ['sign-up', signUp, 3],
    ['resetting the password', reset, 7],
    ['signing in until it is locked', guess, 13],
  ] as const)('are told the same by %s', async (_name, attack, steps) => {
    service.pass(12 * MINUTE)
    const known = await toldBy(attack, SAM.email)
    expect(known).toHaveLength(steps)
    expect(await toldBy(attack, ROBIN.email)).toEqual(known)
    expect(await toldBy(attack, NOBODY)).toEqual(known)
  })
})

/** What anybody may see, and the ways to prove the phone. */
const OPEN = /^\/(login\/(sign-in|sign-up|phone-check|phone-lost)|account-request\/start)$/u

describe('R-AUTH-26: who has only given the password', () => {
  it('sees nothing but the ways to prove the phone, wherever they go', async () => {
    service.pass(6 * HOUR)
    const thief = service.resident()
    await thief.visit('/login/sign-in')
    await giveEmailAndPassword(thief, SAM)
    expect(thief.page.path).toBe('/login/phone-check')
    const journey = service.running.journeys.get('account-request')
    const login = service.running.journeys.get('login')
    const steps = [...(login?.steps ?? [])].map(({ id }) => `/login/${id}`)
    const more = [...(journey?.steps ?? [])].map(({ id }) => `/account-request/${id}`)
    for (const path of [...steps, ...more, '/account', '/admin', '/admin/account-request']) {
      await thief.visit(path)
      expect([path, thief.page.path]).toEqual([path, expect.stringMatching(OPEN)])
      for (const secret of [SAM.surname, SAM.number, SAM.phone])
        expect(thief.page.html).not.toContain(secret)
    }
  })
})
