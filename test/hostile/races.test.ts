import { afterEach, beforeEach, expect, it } from 'vitest'
import { drafts, submissions } from '../../src/store/records.ts'
import {
  answerForThemselves,
  giveEmailAndPassword,
  goToGate,
  registerWhole,
  SAM,
  signIn,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { MINUTE, startTestService, type TestService } from '../client/service.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

async function signedUp(): Promise<Resident> {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, SAM)
  return resident
}

it('lets four devices of one account come back from the sign-in at the same moment, to one draft', async () => {
  const first = await signedUp()
  await first.press('Continue')
  const devices = Array.from({ length: 4 }, () => service.resident())
  service.pass(10 * MINUTE)
  for (const device of devices) {
    service.pass(MINUTE)
    await goToGate(device)
    await device.press('Login or Register')
    await giveEmailAndPassword(device, SAM)
    await device.press('Send Code')
    device.fill('Verification code', await service.codeTo(SAM.number))
  }
  await Promise.all(devices.map((device) => device.press('Verify code')))
  for (const device of devices)
    expect([device.page.status, device.page.path]).toEqual([200, '/account-request/whose-record'])
  const { store } = service.running
  const owners = await Promise.all((await store.ids(drafts)).map((id) => store.read(drafts, id)))
  expect(owners.filter((one) => one?.value.owner.is === 'account')).toHaveLength(1)
})

it('R-REL-07: takes ten submits from two devices once, with one reference and one email', async () => {
  const first = await signedUp()
  await answerForThemselves(first)
  service.pass(MINUTE)
  const second = service.resident()
  await goToGate(second)
  await second.press('Login or Register')
  await signIn(second, service, SAM)
  expect(second.page.path).toBe('/account-request/check-answers')
  const tabs = [first, second].flatMap((device) => [
    device,
    ...Array.from({ length: 4 }, () => device.duplicateTab()),
  ])
  await Promise.all(tabs.map((tab) => tab.press('Submit')))
  expect(
    new Set(tabs.map(({ page }) => [page.status, page.heading, page.text].join('|'))).size,
  ).toBe(1)
  expect(first.page.heading).toBe('Request sent')
  expect(await service.running.store.ids(submissions)).toHaveLength(1)
  const copies = (await service.messages()).filter(({ subject }) => /request/iu.test(subject ?? ''))
  expect(copies).toHaveLength(1)
})
