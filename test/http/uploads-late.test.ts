import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { purgeExpired } from '../../src/accounts/purge.ts'
import { heldInputs } from '../../src/store/held-inputs.ts'
import { submissions } from '../../src/store/records.ts'
import { provePhone, ROBIN, registerWhole, SAM } from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, type TestService } from '../client/service.ts'
import { addStaffMember } from '../client/staff-stories.ts'
import { fileOf, JPG, PNG, PROGRAM } from '../files/made-files.ts'
import { ENDING } from '../format/forms-of.ts'
import { serveWithLogin } from './forms-with-staff.ts'

const FILE = { type: 'string', contentMediaType: 'image/*' }
const FORMS = {
  badge: {
    fields: {
      name: { title: 'Name on the badge', type: 'string', maxLength: 40 },
      photo: { title: 'A photo of you', ...FILE },
      letters: { title: 'Letters', type: 'array', maxItems: 2, items: FILE },
    },
    required: ['name'],
    flow: `
title: Badge
draft: { owner: account, keep: 3 days }
steps:
  log-in: { title: Log in, buttons: [{ id: go, label: Login or Register, journey: login }] }
  photo: { requires: [signed-in], title: You, fields: [name, photo, letters] }
${ENDING}`,
    more: {
      'messages/more.md': '---\nchannel: email\nsubject: More\n---\nWe need more. {link}\n',
      'admin.yaml': `
start: received
statuses: { received: { title: Received }, asked: { title: Asked }, closed: { title: Closed, ends: true } }
moves:
  ask: { label: Ask for more, from: [received], to: asked, asks: { why: { type: string, title: Why } }, more: { message: more, back: received } }
  close: { label: Close, from: [received, asked], to: closed }
`,
    },
  },
}

let service: TestService
beforeEach(async () => {
  service = await serveWithLogin(FORMS)
})
afterEach(() => service.close())

/** Names of the files that are kept on disk. */
function kept(): readonly string[] {
  const folder = join(service.dataDir, 'files', 'kept')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => one.name)
    : []
}

async function begin(): Promise<Resident> {
  const sam = service.resident()
  await sam.visit('/badge')
  await registerWhole(sam, service, SAM)
  return sam
}

/** On the page where one signs in. */
async function signIn(sam: Resident, { email, password, number } = SAM): Promise<void> {
  expect(sam.page.heading).toBe('Sign in')
  sam.fill('Email address', email)
  sam.fill('Password', password)
  await sam.press('Sign in')
  await provePhone(sam, service, { number }, 'text')
}

describe('files in a post that comes when the session has ended (R-REL-12)', () => {
  it('are there again with what was typed, once the person is back, and are part of the answer when they go on', async () => {
    const sam = await begin()
    sam.attach('Letters (optional)', fileOf(PNG, 'before.png'))
    await sam.press('Upload files')
    expect(kept()).toHaveLength(1)
    sam.fill('Name on the badge', 'Sam T')
    sam.attach('A photo of you (optional)', fileOf(JPG, 'me.jpg'))
    sam.attach('Letters (optional)', fileOf(PNG, 'after.png'))
    service.pass(61 * MINUTE)
    await sam.press('Continue')
    await signIn(sam)
    expect([sam.page.path, sam.page.notices[0]]).toEqual([
      '/badge/photo',
      'We have kept what you typed. Check it, then go on.',
    ])
    expect(sam.valueOf('Name on the badge')).toBe('Sam T')
    for (const name of ['before.png', 'me.jpg', 'after.png'])
      expect(sam.page.text).toContain(`${name} (1KB)`)
    await sam.press('Continue')
    for (const name of ['before.png', 'me.jpg', 'after.png'])
      expect(sam.page.text).toContain(`${name} (1KB)`)
    expect(kept()).toHaveLength(3)
    expect(await service.running.store.ids(heldInputs)).toEqual([])
    await sam.press('Send')
    expect(sam.page.heading).toBe('Done')
  })

  it('can be removed or replaced like any others, and do not come back', async () => {
    const sam = await begin()
    sam.fill('Name on the badge', 'Sam T')
    sam.attach('A photo of you (optional)', fileOf(JPG, 'me.jpg'))
    sam.attach('Letters (optional)', fileOf(PNG, 'one.png'), fileOf(PNG, 'two.png'))
    service.pass(61 * MINUTE)
    await sam.press('Continue')
    await signIn(sam)
    await sam.press('Remove one.png')
    expect(sam.page.text).toContain('two.png (1KB)')
    expect(sam.page.text).not.toContain('one.png')
    expect(kept()).toHaveLength(2)
    sam.attach('A photo of you (optional)', fileOf(PNG, 'better.png'))
    await sam.press('Continue')
    await sam.visit('/badge/photo')
    expect(sam.page.text).toContain('better.png (1KB)')
    expect(sam.page.text).not.toContain('me.jpg')
    expect(kept()).toHaveLength(2)
  })

  it('are for nobody else, and go after a day where nobody comes back', async () => {
    const sam = await begin()
    sam.fill('Name on the badge', 'Sam T')
    sam.attach('A photo of you (optional)', fileOf(JPG, 'me.jpg'))
    service.pass(61 * MINUTE)
    await sam.press('Continue')
    expect(kept()).toHaveLength(1)
    const robin = service.resident()
    await robin.visit('/badge')
    await registerWhole(robin, service, ROBIN, 'call')
    expect(robin.page.text).not.toContain('me.jpg')
    service.pass(24 * HOUR)
    const { store, services } = service.running
    await purgeExpired(store, heldInputs, services.now())
    expect(kept()).toEqual([])
  })

  it('have to be chosen again where nothing proves that the page was ours, and that is said', async () => {
    const sam = await begin()
    const parts = new FormData()
    parts.append('name', 'Sam T')
    parts.append('photo', fileOf(JPG, 'me.jpg'))
    await sam.post('/badge/photo', parts)
    expect([sam.page.status, sam.page.errors]).toEqual([
      403,
      [
        'We could not be sure that this came from our own page. Check your answers, choose your files again, then go on',
      ],
    ])
    expect([sam.valueOf('Name on the badge'), kept()]).toEqual(['Sam T', []])
  })

  it('are not kept where they are none that are asked for', async () => {
    const sam = await begin()
    sam.fill('Name on the badge', 'Sam T')
    sam.attach('A photo of you (optional)', fileOf(PROGRAM, 'me.jpg'))
    service.pass(61 * MINUTE)
    await sam.press('Continue')
    expect(kept()).toEqual([])
    await signIn(sam)
    expect(sam.page.text).not.toContain('me.jpg')
  })
})

describe('files among answers to what staff ask again, when the session has ended', () => {
  async function asked(): Promise<Resident> {
    const sam = await begin()
    sam.fill('Name on the badge', 'Sam T')
    await sam.press('Continue')
    await sam.press('Send')
    const staff = await addStaffMember(service)
    await staff.visit('/admin/badge')
    await staff.follow(/^[A-Z0-9]{4}-/u)
    await staff.follow('Ask for more')
    staff.choose('Answers', 'A photo of you', 'Letters')
    staff.fill('Why', 'It is dark')
    await staff.press('Ask for more')
    await sam.visit('/account')
    await sam.follow(/^Answer our questions/u)
    return sam
  }

  it('are there again, those that came before and those that came too late', async () => {
    const sam = await asked()
    sam.attach('Letters (optional)', fileOf(PNG, 'before.png'))
    await sam.press('Upload files')
    expect(kept()).toHaveLength(1)
    sam.attach('A photo of you (optional)', fileOf(JPG, 'me.jpg'))
    service.pass(61 * MINUTE)
    await sam.press('Send')
    await signIn(sam)
    await sam.visit('/account')
    await sam.follow(/^Answer our questions/u)
    expect(sam.page.notices).toHaveLength(1)
    for (const name of ['before.png', 'me.jpg']) expect(sam.page.text).toContain(`${name} (1KB)`)
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    expect(kept()).toHaveLength(2)
  })

  it('are on the page again where the person has signed in elsewhere meanwhile', async () => {
    const sam = await asked()
    sam.attach('Letters (optional)', fileOf(PNG, 'before.png'))
    await sam.press('Upload files')
    service.pass(61 * MINUTE)
    const elsewhere = sam.duplicateTab()
    await elsewhere.visit('/account')
    await signIn(elsewhere)
    sam.attach('A photo of you (optional)', fileOf(JPG, 'me.jpg'))
    await sam.press('Send')
    expect(sam.page.status).toBe(403)
    for (const name of ['before.png', 'me.jpg']) expect(sam.page.text).toContain(`${name} (1KB)`)
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    expect(kept()).toHaveLength(2)
  })

  it('are never what somebody typed: a reference in a post names nothing (R-ACL-02)', async () => {
    const ann = service.resident()
    await ann.visit('/badge')
    await registerWhole(ann, service, ROBIN, 'call')
    ann.fill('Name on the badge', 'Robin')
    ann.attach('Letters (optional)', fileOf(PNG, 'secret.png'))
    await ann.press('Continue')
    await ann.press('Send')
    const { store } = service.running
    const [id = ''] = await store.ids(submissions)
    const stolen = [(await store.read(submissions, id))?.value.answers['letters']]
      .flat()
      .map(String)
    expect(stolen[0]).toMatch(/^file:/u)
    const sam = await asked()
    const parts = sam.formOf('Send').parts ?? new FormData()
    for (const control of [...parts.keys()].filter((name) => /photo|letters/u.test(name)))
      parts.append(`${control}:files`, stolen[0] ?? '')
    service.pass(61 * MINUTE)
    await sam.post(sam.page.path, parts)
    await signIn(sam)
    await sam.visit('/account')
    await sam.follow(/^Answer our questions/u)
    expect(sam.page.text).not.toContain('secret.png')
  })
})
