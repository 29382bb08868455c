import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accounts, findAccountByEmail } from '../../src/accounts/account.ts'
import { submissions } from '../../src/store/records.ts'
import {
  answerForThemselves,
  askForEmailCode,
  create,
  giveEmailAndPassword,
  goToGate,
  provePhone,
  ROBIN,
  register,
  registerWhole,
  SAM,
  signIn,
  verifyEmail,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

/** Somebody at "Your details", signed in. */
async function signedUp(person = SAM): Promise<Resident> {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, person, person === SAM ? 'text' : 'call')
  expect(resident.page.path).toBe('/account-request/your-details')
  return resident
}

async function isSignedIn(resident: Resident): Promise<boolean> {
  return (await resident.visit('/account')).heading === 'Your account'
}

describe('an email address that was verified', () => {
  const other = 'another.address@example.org'

  it('is not the one that was typed since: nothing is made in the old tab, and the first one holds again within the hour', async () => {
    const resident = service.resident()
    await goToGate(resident)
    await askForEmailCode(resident, SAM.email)
    await verifyEmail(resident, service, SAM.email)
    expect(resident.page.path).toBe('/login/create')
    const oldTab = resident.duplicateTab()
    await resident.visit('/login/sign-up')
    resident.fill('Email address', other)
    await resident.press('Send verification code')

    await create(oldTab, SAM)
    expect(oldTab.page.path).toBe('/login/verify-email')
    expect(oldTab.page.text).toContain(other)
    for (const email of [SAM.email, other])
      expect(await findAccountByEmail(service.running.store, email)).toBeUndefined()

    service.pass(31 * MINUTE)
    await resident.follow('Use another email address')
    resident.fill('Email address', SAM.email)
    await resident.press('Send verification code')
    expect(resident.page.path).toBe('/login/create')
    await create(resident, SAM)
    expect(resident.page.path).toBe('/login/phone')
  })
})

it('sends a code to the number that was typed since, and never asks for one that was not sent', async () => {
  const resident = service.resident()
  await goToGate(resident)
  await register(resident, service, SAM)
  resident.fill('Phone number', '07700 900999')
  await resident.press('Continue')
  await resident.press('Send Code')
  expect(resident.page.path).toBe('/login/phone-code')
  await resident.follow('Use another number or a call')
  await resident.follow('Use another number')
  resident.fill('Phone number', SAM.phone)
  await resident.press('Continue')
  expect(resident.page.path).toBe('/login/phone-method')
  await provePhone(resident, service, SAM, 'text')
  expect(resident.page.path).toBe('/login/phone-check')
})

describe('somebody who knows the password of another account', () => {
  it('is not signed in to it with a code of their own phone', async () => {
    await signedUp(SAM)
    await signedUp(ROBIN)
    const thief = service.resident()
    await thief.visit('/login/sign-in')
    await giveEmailAndPassword(thief, SAM)
    service.pass(MINUTE)
    await thief.press('Send Code')
    const withOwnCode = thief.duplicateTab()
    await thief.visit('/login/sign-in')
    await giveEmailAndPassword(thief, ROBIN)
    expect(thief.page.path).toBe('/login/phone-check')
    withOwnCode.fill('Verification code', await service.codeTo(SAM.number))
    await withOwnCode.press('Verify code')
    expect(await isSignedIn(thief)).toBe(false)
  })

  it('is not signed in to it with a new phone that they have just confirmed', async () => {
    await signedUp(ROBIN)
    const thief = service.resident()
    await goToGate(thief)
    await thief.press('Login or Register')
    const atSignIn = thief.duplicateTab()
    await thief.follow('Sign up now')
    thief.fill('Email address', SAM.email)
    await thief.press('Send verification code')
    await verifyEmail(thief, service, SAM.email)
    await create(thief, SAM)
    thief.fill('Phone number', SAM.phone)
    await thief.press('Continue')
    await provePhone(thief, service, SAM, 'text')
    expect(thief.page.path).toBe('/login/phone-check')
    await giveEmailAndPassword(atSignIn, ROBIN)
    await thief.visit('/login')
    await provePhone(thief, service, SAM, 'text')
    await thief.visit('/account')
    expect(thief.page.html).not.toContain(ROBIN.surname)
  })
})

describe('a code', () => {
  it('is used up after five wrong ones (R-AUTH-03); a new one comes on the same page, with a notice', async () => {
    const resident = service.resident()
    await goToGate(resident)
    await askForEmailCode(resident, SAM.email)
    const right = await service.codeTo(SAM.email)
    const wrong = right === '000000' ? '000001' : '000000'
    for (let time = 1; time <= 5; time++) {
      resident.fill('Verification code', wrong)
      const page = await resident.press('Verify code')
      expect([page.status, page.path]).toEqual([422, '/login/verify-email'])
    }
    resident.fill('Verification code', right)
    const usedUp = await resident.press('Verify code')
    expect(usedUp.path).toBe('/login/verify-email')
    expect(usedUp.errors.join()).toMatch(/new code/iu)

    const again = await resident.press('Send a new code')
    expect(again.path).toBe('/login/verify-email')
    expect(again.notices).toEqual(['We have sent a new code'])
    await verifyEmail(resident, service, SAM.email)
    expect(resident.page.path).toBe('/login/create')
  })
})

describe('a call, with JavaScript off', () => {
  it('is said to ring still, then how it ended; calling again stays on the page', async () => {
    const resident = service.resident()
    await goToGate(resident)
    await register(resident, service, ROBIN)
    resident.fill('Phone number', ROBIN.phone)
    await resident.press('Continue')
    await resident.press('Call Me')
    expect(resident.page.path).toBe('/login/phone-call')
    const ringing = await resident.press('Continue')
    expect([ringing.status, ringing.path]).toEqual([200, '/login/phone-call'])
    expect(ringing.notices.join()).toContain('still calling')

    const words = new Set<string>()
    for (const [outcome, digits] of [
      ['hang-up', ''],
      ['no-answer', ''],
      ['busy', ''],
      ['not-possible', ''],
      ['press', '5'],
    ] as const) {
      await service.answerCall(ROBIN.number, outcome, digits)
      const ended = await resident.press('Continue')
      expect([ended.status, ended.path, ended.errors.length]).toEqual([422, '/login/phone-call', 1])
      words.add(ended.errors.join())
      const again = await resident.press('Call me again')
      expect([again.status, again.path]).toEqual([200, '/login/phone-call'])
      expect(again.notices).toEqual(['We are calling you again'])
    }
    expect(words.size).toBe(5)
    await service.answerCall(ROBIN.number)
    expect((await resident.press('Continue')).path).toBe('/login/phone-check')
  })
})

describe('a post that comes when the session has ended (R-REL-12)', () => {
  const question = 'Whose record do you want to see?'
  async function postTooLate(): Promise<Resident> {
    await signedUp(ROBIN)
    const resident = await signedUp(SAM)
    await resident.press('Continue')
    service.pass(HOUR + MINUTE)
    resident.choose(question, 'Someone else’s')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Sign in')
    expect(resident.page.notices.join()).toContain('kept what you typed')
    return resident
  }

  it('is there after signing in again', async () => {
    const resident = await postTooLate()
    await signIn(resident, service, SAM)
    expect(resident.page.path).toBe('/account-request/whose-record')
    expect(resident.chosen(question)).toEqual(['Someone else’s'])
    await resident.press('Continue')
    expect(resident.page.path).toBe('/account-request/person')
  })

  it('is not shown to another account that signs in instead, and still there for the first one', async () => {
    const other = await postTooLate()
    await signIn(other, service, ROBIN, 'call')
    expect(other.page.path.startsWith('/account-request')).toBe(true)
    expect(other.page.notices.join()).not.toContain('what you typed')
    await other.visit('/account-request/your-details')
    await other.press('Continue')
    expect(other.chosen(question)).toEqual([])
    expect(other.page.html).not.toContain(SAM.surname)

    const resident = service.resident()
    await resident.visit('/account-request')
    await resident.press('Continue')
    await resident.press('Login or Register')
    await signIn(resident, service, SAM)
    await resident.visit('/account-request/whose-record')
    expect(resident.chosen(question)).toEqual(['Someone else’s'])
  })
})

it('keeps one draft for one account on two devices', async () => {
  const first = await signedUp()
  await first.press('Continue')
  first.choose('Whose record do you want to see?', 'My own')
  await first.press('Continue')
  const second = service.resident()
  await goToGate(second)
  await second.press('Login or Register')
  await signIn(second, service, SAM)
  expect(second.page.path).toBe('/account-request/your-date-of-birth')
  second.fill('What is your date of birth?', '27 3 1951')
  await second.press('Continue')
  await first.visit('/account-request')
  expect(first.page.path).toBe('/account-request/your-address')
})

it.each([
  '/account-request/check-answers',
  '/account-request/your-details',
  '/account-request/done',
])('leads from the deep link %s to where the person is', async (link) => {
  const resident = service.resident()
  await resident.visit(link)
  expect([resident.page.status, resident.page.path]).toEqual([200, '/account-request/start'])
  expect(resident.page.notices).toHaveLength(1)
})

it('runs nothing when somebody logs out, goes back and posts: it asks for the login', async () => {
  const resident = await signedUp()
  await answerForThemselves(resident)
  const before = resident.duplicateTab()
  await resident.press(/^Sam Taylor/u)
  await before.press('Submit')
  expect(before.page.heading).toBe('Sign in')
  expect(await service.running.store.ids(submissions)).toEqual([])
  await signIn(before, service, SAM)
  expect(before.page.path).toBe('/account-request/check-answers')
})

describe('a code that was right when the next action failed once', () => {
  it.each(['text', 'call'] as const)('is not asked for again (by %s)', async (by) => {
    const resident = service.resident()
    await goToGate(resident)
    await register(resident, service, SAM)
    resident.fill('Phone number', SAM.phone)
    await resident.press('Continue')
    failOnce()
    await provePhone(resident, service, SAM, by)
    expect(resident.page.status).toBe(503)
    expect(resident.page.errors.join()).toContain('Nothing that you typed is lost')
    expect(resident.page.html).not.toContain('one-time-code')
    expect(service.logged.filter(({ words }) => words === 'an action failed')).toHaveLength(1)
    const sent = (await service.messages()).length
    await resident.press(by === 'text' ? 'Verify code' : 'Continue')
    expect(resident.page.path).toBe('/login/phone-check')
    expect(await service.messages()).toHaveLength(sent)
  })

  /** The next account that is written is not: the disk was full for a moment. */
  function failOnce(): void {
    const { store } = service.running.services
    const write = store.write.bind(store)
    const spy = vi.spyOn(store, 'write').mockImplementation((collection, value, version) => {
      if (collection.name !== accounts.name) return write(collection, value, version)
      spy.mockRestore()
      throw new Error('no space is left')
    })
  }
})

it('leads straight on from the gate when signed in, and through the whole sign-in after logging out', async () => {
  const resident = await signedUp()
  await resident.visit('/account-request/log-in')
  await resident.press('Login or Register')
  expect(resident.page.path).toBe('/account-request/your-details')

  await resident.press(/^Sam Taylor/u)
  await goToGate(resident)
  await resident.press('Login or Register')
  expect(resident.page.path).toBe('/login/sign-in')
  await giveEmailAndPassword(resident, SAM)
  expect(resident.page.path).toBe('/login/phone-check')
  expect(await isSignedIn(resident)).toBe(false)
})
