import { expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import { goToGate, registerWhole, SAM, submit } from '../client/account-stories.ts'
import { startTestService } from '../client/service.ts'
import { addStaffMember } from '../client/staff-stories.ts'
import { attribute, isA, type Page } from '../views/dom.ts'

const PUT_IN = '{firstName}{reference} {{x}} <%= 7*7 %> \u0024{7*7} $& $1'
const HOSTILE = `${PUT_IN} "><img src=x onerror=alert(1)>`
const NAME = `${HOSTILE}{surname}`

/** What could run or load in a page that holds such words. */
function live({ elements }: Page): readonly string[] {
  return elements
    .filter(
      (one) =>
        (isA(one, 'img') && attribute(one, 'src') === 'x') ||
        attribute(one, 'onerror') !== undefined ||
        (isA(one, 'script') && attribute(one, 'src') === undefined),
    )
    .map((one) => one.tagName)
}

it('R-WEB-07, R-WEB-08: words that look like code stay words: on pages, in the admin, in emails, and are put into nothing twice', async () => {
  const service = await startTestService()
  const resident = service.resident()
  const seen: Page[] = []
  const look = () => {
    seen.push(resident.page.dom)
    return resident.page
  }
  await goToGate(resident)
  await registerWhole(resident, service, { ...SAM, firstName: NAME, surname: '{account.email}' })
  look()
  expect(resident.valueOf('First name')).toBe(NAME)
  await resident.press('Continue')
  resident.choose('Whose record do you want to see?', 'Someone else’s')
  await resident.press('Continue')
  resident.fill('First name', NAME)
  resident.fill('Surname', HOSTILE)
  resident.choose('How are you related to them?', 'Something else')
  await resident.press('Continue')
  resident.fill('How do you know them?', HOSTILE)
  await resident.press('Continue')
  resident.fill('What is their date of birth?', '"> <%= 7*7 %> {today}')
  expect((await resident.press('Continue')).status).toBe(422)
  look()
  resident.fill('What is their date of birth?', '14 2 1931')
  await resident.press('Continue')
  resident.fill('Address line 1', HOSTILE)
  resident.fill('Town or city', HOSTILE)
  resident.fill('Postcode', 'nr1 3ju')
  await resident.press('Continue')
  resident.choose('What lets you see their record?', 'I hold a lasting power of attorney')
  resident.tick(/^I confirm that I have/u)
  await resident.press('Continue')
  expect(look().text).toContain(NAME)
  await submit(resident)
  look()
  await resident.visit('/account')
  expect(look().text).toContain(NAME)

  const staff = await addStaffMember(service)
  const [id = ''] = await service.running.store.ids(submissions)
  for (const path of [
    '/admin/account-request',
    `/admin/account-request/${id}`,
    `/admin/account-request/${id}/activate`,
  ]) {
    await staff.visit(path)
    expect([path, staff.page.status]).toEqual([path, 200])
    seen.push(staff.page.dom)
  }
  await staff.visit('/admin/account-request')
  staff.fill('Search', HOSTILE)
  await staff.press('Show requests')
  expect(staff.page.text).toContain('found')
  seen.push(staff.page.dom)
  await staff.visit(`/admin/account-request/${id}`)
  expect(staff.page.text).toContain(HOSTILE)

  for (const { html, text, subject } of await service.messages()) {
    expect(html ?? '').not.toMatch(/<img|<script/u)
    expect(subject ?? '').not.toMatch(/[\r\n{<]/u)
    if (/about yourself/u.test(text)) expect(text).toContain(NAME)
  }
  expect(seen.flatMap(live)).toEqual([])
  expect(service.logged).toEqual([])
  await service.close()
})
