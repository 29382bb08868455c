import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sessions } from '../../src/accounts/sessions.ts'
import { audit } from '../../src/admin/audit.ts'
import { addStaff } from '../../src/cli/add-staff.ts'
import { invitePerson } from '../../src/cli/invite-person.ts'
import {
  answerForThemselves,
  create,
  giveEmailAndPassword,
  goToGate,
  linkIn,
  ROBIN,
  registerWhole,
  SAM,
  setUpPhone,
  submit,
  verifyEmail,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'
import { addStaffMember, JO } from '../client/staff-stories.ts'
import { lintPage } from '../views/page-lint.ts'

const PAGE = '/admin/account-request/invitations'
const DAY = 24 * HOUR

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

async function inviteSam(staff: Resident): Promise<string> {
  await staff.visit('/admin/account-request')
  await staff.follow('Invite somebody')
  staff.fill('Email address', SAM.email)
  staff.fill('First name', SAM.firstName)
  staff.fill('Surname', SAM.surname)
  await staff.press('Send invitation')
  return linkIn(await service.messageTo(SAM.email), service.origin)
}

/** From the opened link to "Your details". */
async function setUp(resident: Resident, email = SAM.email): Promise<void> {
  await resident.press('Continue')
  await resident.press('Login or Register')
  await resident.follow('Sign up now')
  resident.fill('Email address', email)
  await resident.press('Send verification code')
  await verifyEmail(resident, service, email)
  await create(resident, { ...SAM, email })
  await setUpPhone(resident, service, SAM, 'text')
}

it('R-WEB-22, R-AUTH-35: asking for the head of the link only changes nothing', async () => {
  const staff = await addStaffMember(service)
  const link = await inviteSam(staff)
  const { app, store } = service.running
  const before = (await store.ids(sessions)).length
  const response = await app.request(service.origin + link, { method: 'HEAD' })
  expect(response.status).toBe(303)
  expect(await store.ids(sessions)).toHaveLength(before)
  await staff.visit(PAGE)
  expect(stateOf(staff)).toBe('Sent')
})

const stateOf = (staff: Resident) =>
  /(Being sent|Sent|Opened|Used|Expired|Withdrawn) Sent on/u.exec(staff.page.text)?.[1]

describe('an invitation by staff', () => {
  it('leads from the email to an account, with what staff knew filled in, and staff see each step', async () => {
    const staff = await addStaffMember(service)
    const link = await inviteSam(staff)
    expect(staff.page.text).toContain(`We are sending the invitation to ${SAM.email}.`)
    const sent = await service.messageTo(SAM.email)
    expect(sent.subject).toBe('Set up your Adult Social Care Online Account')
    expect(sent.html).toContain('>Please fill in this form to set up the account</a>')
    expect(sent.text).toContain('The link works until 15 July 2026')
    await staff.visit(PAGE)
    expect(stateOf(staff)).toBe('Sent')

    const sam = service.resident()
    await sam.visit(link)
    expect(sam.page.path).not.toContain('invitation')
    await staff.visit(PAGE)
    expect(stateOf(staff)).toBe('Opened')
    expect(lintPage(staff.page.html, { back: true, isOthers: () => true })).toEqual([])
    await sam.press('Continue')
    await sam.press('Login or Register')
    expect(sam.valueOf('Email address')).toBe(SAM.email)
    await sam.follow('Sign up now')
    expect(sam.valueOf('Email address')).toBe(SAM.email)
    await sam.press('Send verification code')
    await verifyEmail(sam, service, SAM.email)
    expect(sam.valueOf('First name')).toBe(SAM.firstName)
    expect(sam.valueOf('Surname')).toBe(SAM.surname)
    await create(sam, SAM)
    await setUpPhone(sam, service, SAM, 'text')
    expect(sam.page.heading).toBe('Your details')
    await staff.visit(PAGE)
    expect(stateOf(staff)).toBe('Used')
    expect(staff.page.buttons).toEqual(['Send invitation'])
    await answerForThemselves(sam)
    await submit(sam)
  })

  it('R-AUTH-35: is used up by no opening of the link, and by one account only', async () => {
    const staff = await addStaffMember(service)
    const link = await inviteSam(staff)
    for (let times = 0; times < 5; times++) await service.resident().visit(link)
    const sam = service.resident()
    await sam.visit(link)
    await setUp(sam)
    const other = service.resident()
    await other.visit(link)
    await other.press('Continue')
    await other.press('Login or Register')
    expect(other.valueOf('Email address')).toBe('')
  })

  it('that was used says so to whoever opens it and is not signed in, staff too; not to its owner', async () => {
    const staff = await addStaffMember(service)
    const link = await inviteSam(staff)
    const sam = service.resident()
    await sam.visit(link)
    await setUp(sam)
    await sam.visit(link)
    expect(sam.page.notices.join()).not.toContain('used already')
    const added = await addStaff(service.running, { email: JO.email })
    const ofStaff = added.status === 'invited' ? added.link.replace(service.origin, '') : ''
    const jo = service.resident()
    await jo.visit(ofStaff)
    await jo.press('Continue')
    await create(jo, JO)
    await setUpPhone(jo, service, JO, 'call')
    for (const used of [link, ofStaff]) {
      const other = service.resident()
      for (let times = 0; times < 2; times++) await other.visit(used)
      expect(other.page.notices).toEqual([
        'This link has been used already, to set up a login. If that was you, sign in. If not, ask for a new one.',
      ])
    }
  })

  it('may be used by a login of another address, and staff see both', async () => {
    const staff = await addStaffMember(service)
    const link = await inviteSam(staff)
    const sam = service.resident()
    await sam.visit(link)
    await setUp(sam, 'daughter@example.org')
    await answerForThemselves(sam)
    const reference = await submit(sam)
    await staff.visit(PAGE)
    expect(staff.page.text).toContain(SAM.email)
    expect(staff.page.text).toContain('By the login daughter@example.org')
    await staff.visit('/admin/account-request')
    await staff.follow(reference)
    expect(staff.page.text).toContain(`Invited at ${SAM.email}`)
  })

  it('says nothing of log-out to who is signed in with the address that it went to', async () => {
    const staff = await addStaffMember(service)
    const sam = service.resident()
    await goToGate(sam)
    await registerWhole(sam, service, SAM)
    await sam.visit(await inviteSam(staff))
    expect(sam.page.heading).toBe('Your details')
    expect(sam.page.notices).toEqual([])
  })

  it('binds to whoever is signed in already when they press the first button', async () => {
    const staff = await addStaffMember(service)
    const robin = service.resident()
    await goToGate(robin)
    await registerWhole(robin, service, ROBIN, 'call')
    const link = await inviteSam(staff)
    await robin.visit(link)
    expect(robin.page.heading).toBe('Your details')
    expect(robin.page.notices[0]).toContain('If the invitation is for somebody else, log out')
    await robin.press('Continue')
    await staff.visit(PAGE)
    expect(staff.page.text).toContain(`By the login ${ROBIN.email}`)
  })

  it('is over after 30 days, and can be sent again', async () => {
    const staff = await addStaffMember(service)
    const link = await inviteSam(staff)
    service.pass(30 * DAY - MINUTE)
    const intime = service.resident()
    await intime.visit(link)
    expect(intime.page.text).not.toContain('This link does not work any more')
    service.pass(2 * MINUTE)
    const late = service.resident()
    await late.visit(link)
    expect(late.page.text).toContain('This link does not work any more')
    expect(late.page.heading).toBe('Request an Adult Social Care Online account')
    const again = await addStaffMember(service, JO)
    await again.visit(PAGE)
    expect(stateOf(again)).toBe('Expired')
    await again.press(/^Send again/u)
    expect(stateOf(again)).toMatch(/Being sent|Sent/u)
    const fresh = linkIn(await service.messageTo(SAM.email), service.origin)
    expect(fresh).not.toBe(link)
    expect((await service.resident().visit(fresh)).text).not.toContain('does not work any more')
  })

  it('is ended by staff, and by a newer one to the same address', async () => {
    const staff = await addStaffMember(service)
    const first = await inviteSam(staff)
    service.pass(MINUTE)
    await staff.press(/^Send again/u)
    const second = linkIn(await service.messageTo(SAM.email), service.origin)
    expect((await service.resident().visit(first)).text).toContain('does not work any more')
    await staff.press(/^Withdraw/u)
    expect(stateOf(staff)).toBe('Withdrawn')
    expect((await service.resident().visit(second)).text).toContain('does not work any more')
  })

  it('is sent by those only whose role may, and each look and act of theirs is recorded (R-ACL-02, R-AUD-01)', async () => {
    const staff = await addStaffMember(service)
    await inviteSam(staff)
    const adviser = await addStaffMember(service, JO, 'adviser')
    await adviser.visit('/admin/account-request')
    expect(adviser.page.links).not.toContain('Invite somebody')
    expect((await adviser.visit(PAGE)).status).toBe(404)
    const { store } = service.running
    const ids = await store.ids(audit)
    const acts = await Promise.all(ids.map(async (id) => (await store.read(audit, id))?.value))
    expect(acts.map((one) => one?.act)).toEqual(expect.arrayContaining(['invitations', 'invite']))
    expect(JSON.stringify(acts)).not.toContain(SAM.email)
  })

  it('asks for what is missing in words that are meant for staff', async () => {
    const staff = await addStaffMember(service)
    await staff.visit(PAGE)
    await staff.press('Send invitation')
    expect(staff.page.status).toBe(422)
    expect(staff.page.text).toContain('Enter their email address')
    expect(staff.page.text).not.toContain('that you sign in with')
    expect(lintPage(staff.page.html, { back: true, errors: true, isOthers: () => true })).toEqual(
      [],
    )
  })
})

describe('npx footpath invite', () => {
  it('sends the link of the one journey that invites, and says what is wrong', async () => {
    const { running } = service
    expect(await invitePerson(running, { email: SAM.email })).toMatchObject({
      status: 'invited',
      days: 30,
    })
    const sam = service.resident()
    await sam.visit(linkIn(await service.messageTo(SAM.email), service.origin))
    await setUp(sam)
    expect(await invitePerson(running, { email: 'a@b.org, c@d.org' })).toMatchObject({
      status: 'refused',
    })
    expect(await invitePerson(running, { email: SAM.email, journey: 'login' })).toEqual({
      status: 'refused',
      words: 'The admin.yaml of "login" has no "invite". There are: account-request.',
    })
  })

  it('says in its email what staff were asked, where the message names it', async () => {
    const formsDir = mkdtempSync(join(tmpdir(), 'footpath-forms-'))
    cpSync('forms', formsDir, { recursive: true })
    writeFileSync(
      join(formsDir, 'account-request/messages/invitation.md'),
      '---\nchannel: email\nsubject: For {firstName}\nwith: [link, firstName, surname]\n---\nDear {firstName} {surname}\n\n[Set it up]({link})\n',
    )
    await service.close()
    service = await startTestService({ formsDir })
    await inviteSam(await addStaffMember(service))
    const sent = await service.messageTo(SAM.email)
    expect(sent.subject).toBe(`For ${SAM.firstName}`)
    expect(sent.text).toContain(`Dear ${SAM.firstName} ${SAM.surname}`)
    service.pass(MINUTE)
    await invitePerson(service.running, { email: ROBIN.email })
    expect((await service.messageTo(ROBIN.email)).text).toMatch(/^Dear\s/u)
    rmSync(formsDir, { recursive: true })
  })

  it('tells nobody who has a login from whom has none', async () => {
    const sam = service.resident()
    await goToGate(sam)
    await registerWhole(sam, service, SAM)
    service.pass(MINUTE)
    expect(await invitePerson(service.running, { email: SAM.email })).toMatchObject({
      status: 'invited',
    })
    const again = service.resident()
    await again.visit(linkIn(await service.messageTo(SAM.email), service.origin))
    await again.press('Continue')
    await again.press('Login or Register')
    await giveEmailAndPassword(again, SAM)
    expect(again.page.heading).toBe('Confirm that it is you')
  })
})
