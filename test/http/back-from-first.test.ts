import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  askForEmailCode,
  create,
  goToGate,
  registerWhole,
  SAM,
  verifyEmail,
} from '../client/account-stories.ts'
import { startTestService, type TestService } from '../client/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

it('leads back from the first question of a journey to the page that led there (ACCESSIBILITY.md F05)', async () => {
  const sam = service.resident()
  await sam.visit('/account-request')
  await sam.press('Continue')
  await sam.press('Login or Register')
  expect(sam.page.path).toBe('/login/sign-in')
  await sam.follow('Back')
  expect(sam.page.path).toBe('/account-request/log-in')
})

it('leads back to the home of a journey to which nothing led, and follows who leads there later', async () => {
  const sam = service.resident()
  await sam.visit('/login/sign-in')
  await sam.press('Sign in')
  await sam.follow('Back')
  expect(sam.page.path).toBe('/')
  await sam.visit('/account-request')
  await sam.press('Continue')
  await sam.press('Login or Register')
  await sam.follow('Back')
  expect(sam.page.path).toBe('/account-request/log-in')
})

it('leads back to the account from what is changed there', async () => {
  const sam = service.resident()
  await goToGate(sam)
  await registerWhole(sam, service, SAM)
  await sam.visit('/change-email')
  await sam.follow('Back')
  expect(sam.page.path).toBe('/account')
})

it('leads out of a journey from a question before which all is settled', async () => {
  const robin = service.resident()
  const person = { ...SAM, email: 'robin.settled@example.org', phone: '07700 900555' }
  await goToGate(robin)
  await askForEmailCode(robin, person.email)
  await verifyEmail(robin, service, person.email)
  await create(robin, person)
  expect(robin.page.path).toBe('/login/phone')
  await robin.follow('Back')
  expect(robin.page.path).toBe('/account-request/log-in')
})
