import { afterAll, beforeAll, expect, it } from 'vitest'
import { goToGate, registerWhole, SAM } from '../client/account-stories.ts'
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

it('leads back to the account from what is changed there, and nowhere from a page before which all is settled', async () => {
  const sam = service.resident()
  await goToGate(sam)
  await registerWhole(sam, service, SAM)
  await sam.visit('/change-email')
  await sam.follow('Back')
  expect(sam.page.path).toBe('/account')
})
