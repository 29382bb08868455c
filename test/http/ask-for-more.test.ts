import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answerForSomeoneElse,
  answerForThemselves,
  goToGate,
  ROBIN,
  registerWhole,
  SAM,
  signIn,
  submit,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, startTestService, type TestService } from '../client/service.ts'
import { addStaffMember, JO } from '../client/staff-stories.ts'
import { lintPage } from '../views/page-lint.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

async function signedUp(person = SAM): Promise<Resident> {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, person, person === SAM ? 'text' : 'call')
  return resident
}

const WHY = 'The date on your letter is another one. <Please> look again.'

/** Sam's request, and a member of staff at its case. */
async function sent(role?: string, answer = answerForThemselves) {
  const sam = await signedUp()
  await answer(sam)
  const reference = await submit(sam)
  const staff = await addStaffMember(service, undefined, role)
  await staff.visit('/admin/account-request')
  await staff.follow(reference)
  return { sam, staff, reference, more: `/account/requests/${reference}/more` }
}

async function ask(staff: Resident, section: string, ...questions: readonly string[]) {
  await staff.follow('Ask for more')
  staff.choose(section, ...questions)
  staff.fill('Why do you need this from them?', WHY)
  await staff.press('Ask for more')
}

describe('asking a person for more', () => {
  it('goes from staff by email to the person and back, with what changed marked in words', async () => {
    const { sam, staff, reference, more } = await sent('activator')
    await ask(staff, 'About you', 'What is your date of birth?', 'Telephone number')
    expect(staff.page.notices).toEqual(['It is now: More needed.'])
    expect(staff.page.text).toContain('Asked again:Telephone number')
    const email = await service.messageTo(SAM.email)
    expect(email.subject).toBe('We need more from you about your account request')
    expect(email.text).toContain(reference)
    expect(email.text).toContain('look again')
    expect(email.text).toContain(`${service.origin}${more}`)
    expect(email.text).not.toContain('1951')

    await sam.visit('/account')
    expect(sam.page.text).toContain('We need more from you')
    await sam.follow(/^Answer our questions/u)
    expect([sam.page.path, sam.page.heading]).toEqual([more, 'We need more from you'])
    expect(sam.page.text).toContain(WHY)
    expect(sam.valueOf('Year')).toBe('1951')
    expect(sam.page.text).not.toContain('Postcode')
    expect(sam.page.text).not.toContain('Whose record')

    sam.fill('What is your date of birth?', '31 2 1952')
    sam.fill('Telephone number (optional)', '01632 960777')
    await sam.press('Send')
    expect(sam.page.status).toBe(422)
    expect(sam.page.errors).toEqual(['Your date of birth must be a real date'])
    expect(lintPage(sam.page.html, { kind: 'question', back: true, errors: true })).toEqual([])
    expect(sam.valueOf('Telephone number (optional)')).toBe('01632 960777')

    sam.fill('What is your date of birth?', '28 2 1952')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    expect((await service.messageTo(SAM.email)).subject).toBe(
      'We have your answers about your account request',
    )
    await sam.follow('See your request')
    expect(sam.page.text).toContain('28 February 1952')
    expect(sam.page.text).toContain('Before: 27 March 1951')
    expect(sam.page.text).toContain('We have your request')

    await staff.visit('/admin/account-request')
    expect(staff.page.text).toContain('New answers on 15 June 2026')
    await staff.follow(reference)
    expect(staff.page.text).toContain('28 February 1952Changed On 15 June 2026')
    expect(staff.page.text).toContain('Before: 27 March 1951')
    expect(staff.page.text).toContain('Questions answered, now Received, by the person')
    expect(staff.page.text).toContain('New answer: 28 February 1952Before: 27 March 1951')
    expect(staff.page.text).toContain('Before: not provided')
    expect(lintPage(staff.page.html, { back: true })).toEqual([])
  })

  it('asks staff to pick a question and to say why', async () => {
    const { staff } = await sent()
    await staff.follow('Ask for more')
    await staff.press('Ask for more')
    expect(staff.page.status).toBe(422)
    expect(staff.page.errors[0]).toBe('Select at least one question that they are to answer again')
    expect(staff.page.errors).toHaveLength(2)
    expect(lintPage(staff.page.html, { kind: 'question', errors: true })).toEqual([])
    expect((await service.messageTo(SAM.email)).subject).toBe('We have your account request')
  })

  it('takes no question that is not offered, whatever is posted', async () => {
    const { staff } = await sent()
    await staff.follow('Ask for more')
    staff.fill('Why do you need this from them?', WHY)
    const { action, body } = staff.formOf('Ask for more')
    body.append('questions-1', 'your-details:email')
    body.append('questions-1', 'person:personName')
    body.append('questions-1', '__proto__:x')
    await staff.post(action, body)
    expect(staff.page.status).toBe(422)
  })

  it('reads only what was asked, and counts a double click once', async () => {
    const { sam, staff, reference, more } = await sent()
    await ask(staff, 'About you', 'Surname')
    await sam.visit(more)
    sam.fill('Surname', 'Tailor')
    const { body } = sam.formOf('Send')
    body.append('firstName', 'Mallory')
    body.append('status', 'activated')
    const twin = sam.duplicateTab()
    await Promise.all([sam.post(more, body), twin.post(more, body)])
    expect([sam.page.heading, twin.page.heading]).toEqual(Array(2).fill('We have your answers'))
    expect([...sam.page.notices, ...twin.page.notices]).toEqual([])
    const told = (await service.messages()).filter(({ subject }) =>
      subject?.includes('your answers'),
    )
    expect(told).toHaveLength(1)
    await staff.visit('/admin/account-request')
    staff.fill('Search', 'tailor')
    await staff.press('Show requests')
    await staff.follow(reference)
    expect(staff.page.text).toContain('Tailor')
    expect(staff.page.text).not.toContain('Mallory')
    expect(staff.page.text.match(/Questions answered/gu)).toHaveLength(1)
  })

  it('says so when other answers come later from another tab', async () => {
    const { sam, staff, more } = await sent()
    await ask(staff, 'About you', 'Surname')
    await sam.visit(more)
    const late = sam.duplicateTab()
    sam.fill('Surname', 'Tailor')
    await sam.press('Send')
    late.fill('Surname', 'Tyler')
    await late.press('Send')
    expect(late.page.heading).toBe('We have your answers')
    expect(late.page.notices[0]).toContain('You have sent your answers already')
    await late.follow('See your request')
    expect(late.page.text).toContain('Tailor')
    expect(late.page.text).not.toContain('Tyler')
  })

  it('says so when staff ask no more, and when they ask anew', async () => {
    const { sam, staff, more } = await sent()
    await ask(staff, 'About you', 'Surname')
    await sam.visit(more)
    await staff.follow('Ask for nothing more')
    await staff.press('Ask for nothing more')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We do not need more from you now')
    expect((await sam.visit('/account')).text).not.toContain('We need more from you')
    await ask(staff, 'About you', 'First name')
    await sam.visit(more)
    expect(sam.page.text).toContain('First name')
    expect(sam.page.text).not.toContain('Surname')
  })

  it('is for the very person only, and for nobody without a session (R-ACL-02)', async () => {
    const { sam, staff, more } = await sent()
    expect((await sam.visit(more)).status).toBe(404)
    await ask(staff, 'About you', 'Surname')
    await sam.visit(more)
    const { body } = sam.formOf('Send')
    const robin = await signedUp(ROBIN)
    expect((await robin.visit(more)).status).toBe(404)
    await robin.post(more, body)
    expect(robin.page.status).toBe(404)
    expect((await service.resident().visit(more)).heading).toBe('Sign in')
    const nobody = service.resident()
    await nobody.visit('/')
    body.set('page', 'forged')
    await nobody.post(more, body)
    expect(nobody.page.heading).toBe('Sign in')
    await sam.post(more, body)
    expect([sam.page.status, sam.page.errors[0]]).toEqual([
      403,
      'We could not be sure that this came from our own page. Check your answers, then send them',
    ])
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
  })

  it('keeps what was typed when the session ended, for whoever was asked (R-REL-12)', async () => {
    const { sam, staff, more } = await sent()
    await ask(staff, 'About you', 'Surname')
    await sam.visit(more)
    sam.fill('Surname', 'Tailor')
    service.pass(2 * HOUR)
    await sam.press('Send')
    expect(sam.page.heading).toBe('Sign in')
    await signIn(sam, service, SAM)
    expect(sam.page.path).toBe(more)
    expect(sam.valueOf('Surname')).toBe('Tailor')
    expect(sam.page.notices[0]).toContain('We have kept what you typed')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
  })

  it('outlives a restart between the asking and the answer', async () => {
    const { sam, staff, more } = await sent()
    await ask(staff, 'About you', 'Surname')
    await sam.visit(more)
    await service.restart()
    sam.fill('Surname', 'Tailor')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    await service.restart()
    await sam.follow('See your request')
    expect(sam.page.text).toContain('Tailor')
  })

  it('asks what an answer opens before it is sent, and says what it shuts', async () => {
    const { sam, staff, reference, more } = await sent(undefined, answerForSomeoneElse)
    await ask(staff, 'The record', 'Whose record do you want to see?')
    await sam.visit(more)
    sam.choose('Whose record do you want to see?', 'My own')
    await sam.press('Send')
    expect(sam.page.notices[0]).toContain('Because of what you changed')
    expect(sam.chosen('Whose record do you want to see?')).toEqual(['My own'])
    await sam.press('Send')
    expect(sam.page.errors).toContain('Enter your date of birth')
    sam.fill('What is your date of birth?', '27 3 1951')
    sam.fill('Address line 1', '2 Low Road')
    sam.fill('Town or city', 'Cromer')
    sam.fill('Postcode', 'nr27 9aa')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    await staff.visit('/admin/account-request')
    await staff.follow(reference)
    expect(staff.page.text).toMatch(/About you .*27 March 1951.*2 Low Road/u)
    expect(staff.page.text).toContain('Answers that no longer count')
    expect(staff.page.text).toContain('Before: Mary Taylor')
  })

  it('has what was typed in a question that an answer shut and another opens again', async () => {
    const { sam, staff, more } = await sent()
    await staff.follow('Ask for more')
    staff.choose('About you', 'What is your date of birth?', 'What is your address?')
    staff.choose('The record', 'Whose record do you want to see?')
    staff.fill('Why do you need this from them?', WHY)
    await staff.press('Ask for more')
    await sam.visit(more)
    sam.fill('What is your date of birth?', '28 3 1951')
    sam.choose('Whose record do you want to see?', 'Someone else’s')
    await sam.press('Send')
    expect(sam.page.text).not.toContain('What is your date of birth?')
    sam.fill('First name', 'Mary')
    sam.choose('Whose record do you want to see?', 'My own')
    await sam.press('Send')
    expect(sam.page.errors).toEqual([])
    expect(sam.page.notices[0]).toContain('Because of what you changed')
    expect([sam.valueOf('Day'), sam.valueOf('Year')]).toEqual(['28', '1951'])
    expect(sam.valueOf('Address line 1')).toBe('1 High Street')
    sam.choose('Whose record do you want to see?', 'Someone else’s')
    await sam.press('Send')
    expect(sam.valueOf('First name')).toBe('Mary')
    sam.choose('Whose record do you want to see?', 'My own')
    await sam.press('Send')
    sam.fill('Day', '29')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    await sam.follow('See your request')
    expect(sam.page.text).toContain('29 March 1951')
  })

  it('tells staff that other questions were not asked, where somebody was asked before them', async () => {
    const { staff } = await sent()
    const late = staff.duplicateTab()
    await late.follow('Ask for more')
    await ask(staff, 'About you', 'Surname')
    const twin = late.duplicateTab()
    late.choose('About you', 'First name')
    late.fill('Why do you need this from them?', 'Another reason')
    await late.press('Ask for more')
    expect(late.page.notices[0]).toContain('“Ask for more” was not done')
    twin.choose('About you', 'Surname')
    twin.fill('Why do you need this from them?', WHY)
    await twin.press('Ask for more')
    expect(twin.page.notices).toEqual(['It is now: More needed.'])
  })

  it('needs the right to the move', async () => {
    const { staff, reference } = await sent('adviser')
    expect(staff.page.text).not.toContain('Ask for more')
    expect((await staff.visit(`${staff.page.path}/ask-for-more`)).status).toBe(404)
    const jo = await addStaffMember(service, JO, 'activator')
    await jo.visit('/admin/account-request')
    await jo.follow(reference)
    expect(jo.page.links).toContain('Ask for more')
  })
})
