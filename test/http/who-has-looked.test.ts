import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  answerForThemselves,
  goToGate,
  registerWhole,
  SAM,
  signIn,
  submit,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, startTestService, type TestService } from '../client/service.ts'
import { addStaffMember, JO, PAT } from '../client/staff-stories.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

const DAY = 24 * HOUR

async function look(staff: Resident, reference: string, times = 1) {
  for (let time = 0; time < times; time++) {
    await staff.visit('/admin/account-request')
    await staff.follow(reference)
    expect(staff.page.text).toContain(reference)
  }
}

async function requestPage(sam: Resident, reference: string) {
  await sam.visit(`/account/requests/${reference}`)
  if (sam.page.heading === 'Sign in') await signIn(sam, service, SAM)
  return sam.visit(`/account/requests/${reference}`)
}

it('tells a person when staff opened their request: a line a day, newest first, by role and never by name', async () => {
  const sam = service.resident()
  await goToGate(sam)
  await registerWhole(sam, service, SAM)
  await answerForThemselves(sam)
  const reference = await submit(sam)
  expect((await requestPage(sam, reference)).text).toContain(
    'Staff have not opened your request in the last 90 days.',
  )
  const pat = await addStaffMember(service, PAT, 'adviser')
  const jo = await addStaffMember(service, JO)
  await pat.visit('/admin/account-request')
  expect((await requestPage(sam, reference)).text).toContain('Staff have not opened')

  await look(pat, reference, 2)
  service.pass(HOUR / 4)
  await look(jo, reference)
  const { text } = await requestPage(sam, reference)
  expect(text).toContain(
    '15 June 2026: 3 times, the last at 10:15am, by 2 members of staff (adviser)',
  )
  expect(text).not.toMatch(/Pat|Morgan|Reed|pat@/u)

  service.pass(DAY)
  await jo.visit('/admin')
  await signIn(jo, service, JO, 'call')
  await look(jo, reference)
  const later = (await requestPage(sam, reference)).text
  expect(later).toMatch(/16 June 2026: once, at 10:15am, by a member of staff\s*15 June/u)

  service.pass(90 * DAY)
  const longAfter = (await requestPage(sam, reference)).text
  expect(longAfter).not.toContain('15 June 2026: 3 times')
})
