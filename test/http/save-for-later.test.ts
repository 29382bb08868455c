import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { drafts } from '../../src/store/records.ts'
import {
  answerForThemselves,
  fillAddress,
  goToGate,
  linkIn,
  ROBIN,
  registerWhole,
  SAM,
  signIn,
  submit,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, startTestService, type TestService } from '../client/service.ts'

const DAY = 24 * HOUR
const SAVE = 'Save and come back later'
const REMINDER = 'We will soon delete your account request'

let service: TestService
let formsDir: string
beforeEach(async () => {
  formsDir = mkdtempSync(join(tmpdir(), 'forms-'))
  cpSync('forms', formsDir, { recursive: true })
  service = await startTestService({ formsDir })
})
afterEach(async () => {
  await service.close()
  rmSync(formsDir, { recursive: true, force: true })
})

/** At "Whose record do you want to see?", signed in. */
async function begun(person = SAM): Promise<Resident> {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, person, person === SAM ? 'text' : 'call')
  await resident.press('Continue')
  return resident
}

/** At "What is your address?", the record chosen and the date of birth given. */
async function halfWay(): Promise<Resident> {
  const sam = await begun()
  sam.choose('Whose record do you want to see?', 'My own')
  await sam.press('Continue')
  sam.fill('What is your date of birth?', '27 3 1951')
  await sam.press('Continue')
  return sam
}

/** Changes files of the definition, as its author would, and starts the service with them: file, what was, what is now. */
async function edit(...changes: readonly (readonly [string, string, string])[]): Promise<void> {
  for (const [file, from, to] of changes) {
    const path = join(formsDir, 'account-request', file)
    const before = readFileSync(path, 'utf8')
    if (!before.includes(from)) throw new Error(`"${from}" is not in ${file}`)
    writeFileSync(path, before.replace(from, to))
  }
  // An option that is gone has nothing to translate.
  rmSync(join(formsDir, 'account-request', 'locales'), { recursive: true, force: true })
  await service.restart()
  expect(service.logged.filter(({ level }) => level === 'error')).toEqual([])
}

const emails = async (subject: string) =>
  (await service.messages()).filter((one) => one.subject === subject)

describe('saving for later', () => {
  it('is offered to who is signed in, until the request is sent, and to nobody else', async () => {
    const sam = service.resident()
    await goToGate(sam)
    expect(sam.page.buttons).not.toContain(SAVE)
    await registerWhole(sam, service, SAM)
    expect(sam.page.buttons).toContain(SAVE)
    await answerForThemselves(sam)
    expect(sam.page.buttons).toContain(SAVE)
    await submit(sam)
    expect(sam.page.buttons).not.toContain(SAVE)
    await sam.visit('/blue-badge')
    expect(sam.page.buttons).not.toContain(SAVE)
  })

  it('says what was saved, until when and how to come back, in words and by email', async () => {
    const sam = await begun()
    sam.choose('Whose record do you want to see?', 'My own')
    await sam.press(SAVE)
    expect(sam.page.path).toBe('/account/forms/account-request/saved')
    expect(sam.page.heading).toBe('Your answers are saved')
    expect(sam.page.text).toContain('“Account Request”. We keep them until 13 September 2026')
    const email = await service.messageTo(SAM.email, 'email')
    expect(email.subject).toBe('Your account request is saved')
    expect(email.text).toContain('13 September 2026')
    await sam.visit(linkIn(email, service.origin))
    expect(sam.page.path).toBe('/account-request/whose-record')
    expect(sam.chosen('Whose record do you want to see?')).toEqual(['My own'])
  })

  it('keeps what is right and scolds nobody for the rest, which is there again too', async () => {
    const sam = await halfWay()
    sam.fill('Address line 1', '1 High Street')
    sam.fill('Postcode', 'not one')
    await sam.press(SAVE)
    expect(sam.page.heading).toBe('Your answers are saved')
    expect(sam.page.errors).toEqual([])
    await sam.follow('Go on with the form')
    expect(sam.page.path).toBe('/account-request/your-address')
    expect(sam.page.errors).toEqual([])
    expect(sam.valueOf('Address line 1')).toBe('1 High Street')
    expect(sam.valueOf('Postcode')).toBe('not one')
  })

  it('keeps what could not be taken yet for as long as the answers', async () => {
    const sam = await halfWay()
    sam.fill('Address line 1', '1 High Street')
    await sam.press(SAVE)
    service.pass(80 * DAY)
    const later = service.resident()
    await later.visit('/account/forms/account-request')
    await signIn(later, service, SAM)
    expect(later.page.path).toBe('/account-request/your-address')
    expect(later.valueOf('Address line 1')).toBe('1 High Street')
  })

  it('sends one email when it is pressed twice', async () => {
    const sam = await begun()
    const { action, body } = sam.formOf(SAVE)
    await sam.post(action, body)
    await sam.post(action, body)
    expect(sam.page.heading).toBe('Your answers are saved')
    expect(await emails('Your account request is saved')).toHaveLength(1)
  })

  it('saves all the same when the person has had too many emails, and says that none was sent', async () => {
    const sam = await begun()
    for (let times = 0; times < 25 && sam.page.notices.length === 0; times++) {
      await sam.visit('/account-request/whose-record')
      await sam.press(SAVE)
    }
    expect(sam.page.heading).toBe('Your answers are saved')
    expect(sam.page.notices.join()).toContain('we could not send you an email')
  })

  it('needs the page’s own token: another’s press saves nothing of theirs (R-WEB-01)', async () => {
    const sam = await begun()
    const robin = await begun(ROBIN)
    const { action, body } = robin.formOf(SAVE)
    await sam.post(action, body)
    expect(sam.page.heading).not.toBe('Your answers are saved')
    expect(await emails('Your account request is saved')).toEqual([])
  })
})

describe('what was saved', () => {
  it('is there after a restart, a lost session and on another device, through the email’s link', async () => {
    const sam = await halfWay()
    await sam.press(SAVE)
    const path = linkIn(await service.messageTo(SAM.email, 'email'), service.origin)
    await service.restart()
    const elsewhere = service.resident()
    await elsewhere.visit(path)
    expect(elsewhere.page.heading).toBe('Sign in')
    await signIn(elsewhere, service, SAM)
    expect(elsewhere.page.path).toBe('/account-request/your-address')
    fillAddress(elsewhere)
    await elsewhere.press('Continue')
    expect(elsewhere.page.text).toContain('27 March 1951')
    await submit(elsewhere)
  })

  it('is nobody else’s: the link leads another account to a form of its own (R-ACL-02)', async () => {
    const sam = await halfWay()
    await sam.press(SAVE)
    const path = linkIn(await service.messageTo(SAM.email, 'email'), service.origin)
    const robin = await begun(ROBIN)
    await robin.visit(path)
    expect(robin.page.path).toBe('/account-request/whose-record')
    expect(robin.chosen('Whose record do you want to see?')).toEqual([])
  })

  it('says so when the link of the email leads to answers that have gone, and not while they are there', async () => {
    const sam = await begun()
    await sam.press(SAVE)
    await sam.visit('/account/forms/account-request')
    expect(sam.page.notices).toEqual([])
    service.pass(91 * DAY)
    const later = service.resident()
    await later.visit('/account/forms/account-request')
    await signIn(later, service, SAM)
    expect(later.page.notices[0]).toContain('There are no saved answers to “Account Request”')
    expect(later.page.heading).toBe('Request an Adult Social Care Online account')
    await later.visit('/account-request')
    expect(later.page.notices).toEqual([])
  })

  it('is not called missing while there is a mistake in the form', async () => {
    const sam = await begun()
    await sam.press(SAVE)
    const path = join(formsDir, 'account-request', 'flow.yaml')
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, before.replace('to: person', 'to: nowhere'))
    await service.restart()
    for (const page of ['', '/saved', '/delete']) {
      await sam.visit(`/account/forms/account-request${page}`)
      expect([sam.page.status, sam.page.heading]).toEqual([503, 'This form is not available'])
      expect(sam.page.text).toContain('Answers that you had saved are kept')
    }
    await sam.visit('/account')
    expect(sam.page.text).toContain('Your forms A form that you have begun is not available')
    writeFileSync(path, before)
    await service.restart()
    await sam.visit('/account')
    expect(sam.page.text).not.toContain('not available')
    await sam.visit('/account/forms/account-request')
    expect(sam.page.heading).toBe('Whose record do you want to see?')
  })

  it('is kept for 90 days from the last save, and no longer', async () => {
    const sam = await halfWay()
    service.pass(60 * DAY)
    const later = service.resident()
    await later.visit('/account/forms/account-request')
    await signIn(later, service, SAM)
    await later.press(SAVE)
    service.pass(89 * DAY)
    const again = service.resident()
    await again.visit('/account/forms/account-request')
    await signIn(again, service, SAM)
    expect(again.page.path).toBe('/account-request/your-address')
    service.pass(2 * DAY)
    await sam.visit('/account/forms/account-request')
    await signIn(sam, service, SAM)
    expect(sam.page.path).not.toBe('/account-request/your-address')
  })
})

describe('answers of who is not signed in (R-DP-04)', () => {
  const keptFor = async () => {
    const { store } = service.running
    const all = await Promise.all((await store.ids(drafts)).map((id) => store.read(drafts, id)))
    const own = all.filter((one) => one?.value.journey === 'account-request')
    return own.map((one) => (one?.value.expiresAt ?? 0) - service.now())
  }

  it('are kept for as long as a session can last, and for 90 days from the moment that they are an account’s', async () => {
    const sam = service.resident()
    await goToGate(sam)
    expect(await keptFor()).toEqual([12 * HOUR])
    await registerWhole(sam, service, SAM)
    expect(await keptFor()).toEqual([90 * DAY])
  })
})

describe('a reminder', () => {
  it('comes 7 days and 1 day before it goes, each once, and not after it was sent', async () => {
    await (await halfWay()).press(SAVE)
    const remindersAfter = async (days: number) => {
      service.pass(days * DAY)
      await service.restart()
      await service.restart()
      return (await emails(REMINDER)).length
    }
    expect(await remindersAfter(82)).toBe(0)
    expect(await remindersAfter(1.1)).toBe(1)
    expect((await service.messageTo(SAM.email)).text).toContain('13 September 2026')
    expect(await remindersAfter(3)).toBe(1)
    expect(await remindersAfter(3)).toBe(2)
    expect(await remindersAfter(3)).toBe(2)
  })

  it('comes although another job of the hour fails, which is said in the log', async () => {
    await begun()
    vi.useFakeTimers({ toFake: ['setInterval'] })
    await service.restart()
    service.pass(83.1 * DAY)
    const broken = vi.spyOn(service.running.store, 'remove').mockRejectedValue(new Error('broken'))
    await vi.advanceTimersByTimeAsync(HOUR)
    await vi.waitFor(async () => expect(await emails(REMINDER)).toHaveLength(1), 20_000)
    vi.useRealTimers()
    broken.mockRestore()
    const about = expect.objectContaining({ job: 'purge' })
    expect(service.logged).toContainEqual({ level: 'error', about, words: 'a job failed' })
  })

  it('does not come to who has sent the form', async () => {
    const sam = await begun()
    await sam.visit('/account-request/your-details')
    await answerForThemselves(sam)
    await submit(sam)
    service.pass(84 * DAY)
    await service.restart()
    expect(await emails(REMINDER)).toEqual([])
  })
})

describe('an edited definition', () => {
  const CHANGED = /^This form has changed since you were last here/u

  it('asks only the question that was added, and says so', async () => {
    const sam = await halfWay()
    fillAddress(sam)
    await sam.press('Continue')
    await sam.press(SAVE)
    const county = '{ "title": "Which county do you live in?", "type": "string", "maxLength": 50 }'
    await edit(
      ['schema.json', '"recordHolder": {', `"county": ${county},\n    "recordHolder": {`],
      ['schema.json', '"required": [', '"required": ["county", '],
      ['flow.yaml', '  your-address:\n', '  county:\n    fields: [county]\n  your-address:\n'],
    )
    await sam.visit('/account-request')
    expect(sam.page.path).toBe('/account-request/county')
    expect(sam.page.notices).toEqual([expect.stringMatching(CHANGED)])
    sam.fill('Which county do you live in?', 'Norfolk')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/account-request/check-answers')
    expect(sam.page.notices).toEqual([])
    for (const words of ['27 March 1951', 'NR1 3JU', 'Norfolk'])
      expect(sam.page.text).toContain(words)
  })

  it('says nothing where everything still fits', async () => {
    const sam = await halfWay()
    await sam.press(SAVE)
    await edit(['flow.yaml', 'title: Request sent', 'title: Your request is sent'])
    await sam.visit('/account-request')
    expect(sam.page.path).toBe('/account-request/your-address')
    expect(sam.page.notices).toEqual([])
  })

  it('asks again what does not fit any more, and keeps the rest', async () => {
    const sam = await halfWay()
    fillAddress(sam)
    await sam.press('Continue')
    await sam.press(SAVE)
    await edit(['schema.json', '"self"', '"mine"'])
    await sam.visit('/account-request')
    expect(sam.page.path).toBe('/account-request/whose-record')
    expect(sam.page.notices).toEqual([expect.stringMatching(CHANGED)])
    sam.choose('Whose record do you want to see?', 'My own')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/account-request/check-answers')
  })
})
