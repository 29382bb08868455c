import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { purgeExpired } from '../../src/accounts/purge.ts'
import { audit } from '../../src/admin/audit.ts'
import { drafts, submissions } from '../../src/store/records.ts'
import { registerWhole, SAM, signIn } from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, type TestService } from '../client/service.ts'
import { addStaffMember, JO } from '../client/staff-stories.ts'
import { fileOf, JPG, PDF, PNG } from '../files/made-files.ts'
import { PHOTO, PHOTO_PARTS, PLACE } from '../files/made-pictures.ts'
import { ENDING } from '../format/forms-of.ts'
import { lintPage } from '../views/page-lint.ts'
import { serveWithLogin } from './forms-with-staff.ts'

const DAY = 24 * HOUR
const file = (title: string) => ({
  title,
  type: 'string',
  contentMediaType: 'application/pdf',
  field: { accept: ['pdf', 'jpg', 'png'] },
})

const FORMS = {
  badge: {
    fields: {
      photo: file('A photo of you'),
      proof: { ...file('Proof of who you are'), field: { accept: ['pdf'], maxSize: '1KB' } },
      letters: {
        title: 'Letters',
        type: 'array',
        items: { type: 'string', contentMediaType: 'application/pdf' },
      },
    },
    required: ['photo', 'proof'],
    flow: `
title: Badge
draft: { owner: account, keep: 30 days }
steps:
  log-in: { title: Log in, buttons: [{ id: go, label: Login or Register, journey: login }] }
  photo: { requires: [signed-in], title: You, fields: [photo, proof] }
  letters: { title: Letters, fields: [letters] }
${ENDING}`,
    more: {
      'messages/more.md': '---\nchannel: email\nsubject: More\n---\nWe need more. {link}\n',
      'admin.yaml': `
title: Badges
roles:
  clerk: { see: [photo, letters], move: all }
  masker: { see: all, mask: [proof], reveal: with-reason, move: [] }
start: received
statuses:
  received: { title: Received }
  asked: { title: Asked }
  closed: { title: Closed, ends: true }
moves:
  ask: { label: Ask for more, from: [received], to: asked, asks: { why: { type: string, title: Why } }, more: { message: more, back: received } }
  close: { label: Close, from: [received, asked], to: closed }
retention: { closed: 10 days }
`,
    },
  },
}

let service: TestService
beforeEach(async () => {
  service = await serveWithLogin(FORMS)
})
afterEach(() => service.close())

/** What the service does every hour. */
async function purgeDrafts(): Promise<void> {
  const { store, services } = service.running
  await purgeExpired(store, drafts, services.now())
}

function keptFolder(): string {
  return join(service.dataDir, 'files', 'kept')
}

/** Names of the files that are kept on disk. */
function kept(): readonly string[] {
  const folder = keptFolder()
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => one.name)
    : []
}

async function begin(): Promise<Resident> {
  const sam = service.resident()
  await sam.visit('/badge')
  await registerWhole(sam, service, SAM, 'text')
  return sam
}

async function sent(photo = JPG): Promise<Resident> {
  const sam = await begin()
  sam.attach('A photo of you', fileOf(photo, 'me.png'))
  sam.attach('Proof of who you are', fileOf(PDF, 'pass “port”.pdf'))
  await sam.press('Continue')
  sam.attach('Letters (optional)', fileOf(PDF, 'one.pdf'))
  await sam.press('Continue')
  await sam.press('Send')
  expect(sam.page.heading).toBe('Done')
  return sam
}

async function atCase(role?: string): Promise<Resident> {
  const staff = await addStaffMember(service, role === undefined ? undefined : JO, role)
  await staff.visit('/admin/badge')
  await staff.follow(/^[A-Z0-9]{4}-/u)
  return staff
}

function fetchAs(staff: Resident, href: string): Promise<Response> {
  return Promise.resolve(
    service.running.app.request(`${service.origin}${href}`, {
      headers: { cookie: staff.cookies.header() ?? '' },
    }),
  )
}

function linksTo(staff: Resident): readonly string[] {
  return [...staff.page.html.matchAll(/href="(\/admin\/badge\/[^"]+\/files\/[^"]+)"/gu)].map(
    ([, href = '']) => href.replaceAll('&amp;', '&'),
  )
}

async function acts(): Promise<readonly string[]> {
  const { store } = service.running
  const all = await Promise.all((await store.ids(audit)).map((id) => store.read(audit, id)))
  return all.map((one) => `${one?.value.act} ${one?.value.fields}`)
}

describe('a file in a case (R-WEB-23, R-AUD-01)', () => {
  it('is fetched by staff as a download that no browser shows as a page, and that is recorded', async () => {
    await sent()
    const staff = await atCase()
    expect(lintPage(staff.page.html, { back: true })).toEqual([])
    const [photo = '', proof = ''] = linksTo(staff)
    const response = await fetchAs(staff, photo)
    expect(Buffer.from(await response.arrayBuffer()).equals(JPG)).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(JPG.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="me.png.jpg"; filename*=UTF-8''me.png.jpg`,
    })
    const other = (await fetchAs(staff, proof)).headers.get('content-disposition')
    expect(other).toBe(
      `attachment; filename="pass _port_.pdf"; filename*=UTF-8''pass%20%E2%80%9Cport%E2%80%9D.pdf`,
    )
    expect((await acts()).filter((one) => one.startsWith('file'))).toEqual([
      'file photo',
      'file proof',
    ])
  })

  it('holds nothing of what the camera wrote, neither for staff nor on disk (R-WEB-23)', async () => {
    await sent(PHOTO)
    const staff = await atCase()
    const response = await fetchAs(staff, linksTo(staff)[0] ?? '')
    const photo = Buffer.from(await response.arrayBuffer())
    expect(photo.includes('Exif')).toBe(true)
    expect(photo.includes(PLACE)).toBe(false)
    for (const part of PHOTO_PARTS) expect(photo.includes(part)).toBe(true)
    expect(response.headers.get('content-length')).toBe(String(photo.length))
    const files = kept().map((name) =>
      readFileSync(join(keptFolder(), name.slice(0, 2).toLowerCase(), name)),
    )
    expect(files).toHaveLength(3)
    expect(files.some((bytes) => bytes.includes(PLACE))).toBe(false)
    const { store } = service.running
    const [id = ''] = await store.ids(submissions)
    const digest = createHash('sha256').update(photo).digest('base64url').slice(0, 22)
    expect((await store.read(submissions, id))?.value.answers['photo']).toMatch(
      new RegExp(`/jpg/${photo.length}/${digest}/`, 'u'),
    )
  })

  it('is not there for whoever may not see the answer, nor for anybody who is no staff', async () => {
    const sam = await sent()
    const staff = await atCase()
    const [photo = '', proof = ''] = linksTo(staff)
    const clerk = await atCase('clerk')
    expect(linksTo(clerk)).not.toContain(proof)
    expect((await fetchAs(clerk, photo)).status).toBe(200)
    expect((await fetchAs(clerk, proof)).status).toBe(404)
    expect((await fetchAs(sam, photo)).status).toBe(403)
    expect((await fetchAs(service.resident(), photo)).status).toBe(303)
    const made = photo.replace(/[^/]+$/u, 'A'.repeat(32))
    expect((await fetchAs(staff, made)).status).toBe(404)
    expect((await fetchAs(staff, photo.replace(/[^/]+$/u, '..%2f..%2fsecret-key'))).status).toBe(
      404,
    )
  })

  it('asks why, where the answer is masked, and its link is good for a while only', async () => {
    await sent()
    const [, proof = ''] = linksTo(await atCase())
    const staff = await atCase('masker')
    expect(staff.page.text).not.toContain('port')
    expect(linksTo(staff)).not.toContain(proof)
    expect((await fetchAs(staff, proof)).status).toBe(403)
    staff.fill('Why do you need to see what is hidden?', 'They rang us')
    await staff.press('Show what is hidden')
    const revealed = linksTo(staff).find((href) => href.startsWith(proof)) ?? ''
    expect((await fetchAs(staff, revealed)).status).toBe(200)
    expect(
      (
        await fetchAs(
          staff,
          revealed.replace(/.$/u, (end) => (end === 'A' ? 'B' : 'A')),
        )
      ).status,
    ).toBe(403)
    service.pass(16 * 60_000)
    expect((await fetchAs(staff, revealed)).status).not.toBe(200)
  })
})

describe('the life of a file', () => {
  it('outlives its draft in the case, and ends with the case', async () => {
    await sent()
    const { store } = service.running
    expect(kept()).toHaveLength(3)
    for (const id of await store.ids(drafts)) await store.remove(drafts, id)
    expect(kept()).toHaveLength(3)
    for (const id of await store.ids(submissions)) await store.remove(submissions, id)
    expect(kept()).toEqual([])
  })

  it('ends when the time is over for which its case is kept', async () => {
    await sent()
    const staff = await atCase()
    await staff.follow('Close')
    await staff.press('Close')
    service.pass(9 * DAY)
    await service.restart()
    expect(kept()).toHaveLength(3)
    service.pass(2 * DAY)
    await service.restart()
    expect(kept()).toEqual([])
    expect(await service.running.store.ids(drafts)).toEqual([])
  })

  it('ends when another takes its place, and when the draft is deleted', async () => {
    const sam = await begin()
    sam.attach('A photo of you', fileOf(JPG, 'me.jpg'))
    await sam.press('Continue')
    const [first] = kept()
    sam.attach('A photo of you', fileOf(PNG, 'better.png'))
    await sam.press('Continue')
    expect(kept()).toHaveLength(1)
    expect(kept()).not.toContain(first)
    await sam.visit('/account/forms/badge/delete')
    await sam.press(/^Yes, delete|Delete/u)
    expect(kept()).toEqual([])
  })

  it('ends with a draft that nobody comes back to', async () => {
    const sam = await begin()
    sam.attach('A photo of you', fileOf(JPG, 'me.jpg'))
    await sam.press('Continue')
    service.pass(31 * DAY)
    await service.restart()
    await purgeDrafts()
    expect(kept()).toEqual([])
  })

  it('ends at the next start where nothing names it; what is named stays', async () => {
    const sam = await begin()
    sam.attach('A photo of you', fileOf(JPG, 'me.jpg'))
    await sam.press('Continue')
    const { shelf: files } = service.running
    const left = await files.receive([PDF] as never, { name: 'left.pdf', most: 1000 })
    await files.keep(left.id ?? '')
    await files.receive([PDF] as never, { name: 'begun.pdf', most: 1000 })
    expect(kept()).toHaveLength(2)
    await service.restart()
    expect(kept()).toHaveLength(1)
    expect(readdirSync(join(service.dataDir, 'files', 'incoming'))).toEqual([])
    await sam.visit('/badge/photo')
    expect(sam.page.text).toContain('me.jpg (1KB)')
  })
})

describe('a file that staff ask for again', () => {
  it('takes the place of the first one, is kept while the page is wrong, and belongs to the case', async () => {
    const sam = await sent()
    const staff = await atCase()
    await staff.follow('Ask for more')
    staff.choose('Answers', 'A photo of you', 'Proof of who you are')
    staff.fill('Why', 'It is dark')
    await staff.press('Ask for more')
    await sam.visit('/account')
    await sam.follow(/^Answer our questions/u)
    expect(sam.page.text).toContain('me.png (1KB)')
    sam.attach('A photo of you', fileOf(PNG, 'light.png'))
    sam.attach('Proof of who you are', fileOf(Buffer.concat([PDF, Buffer.alloc(2000)]), 'big.pdf'))
    await sam.press('Send')
    expect(sam.page.errors).toEqual(['The selected file must be smaller than 1KB'])
    expect(lintPage(sam.page.html, { kind: 'question', back: true, errors: true })).toEqual([])
    expect(sam.page.text).toContain('light.png (1KB)')
    await sam.visit(sam.page.path)
    expect(sam.page.notices).toEqual([])
    expect(sam.page.text).toContain('light.png (1KB)')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    await staff.visit(staff.page.path)
    expect(staff.page.text).toContain('light.png (1KB)')
    expect(staff.page.text).toContain('Before: me.png (1KB)')
    const [photo = ''] = linksTo(staff)
    expect(Buffer.from(await (await fetchAs(staff, photo)).arrayBuffer()).equals(PNG)).toBe(true)
    expect(kept()).toHaveLength(4)
  })

  it('R-REL-12: is there still when the session had ended before the page was sent', async () => {
    const sam = await sent()
    const staff = await atCase()
    await staff.follow('Ask for more')
    staff.choose('Answers', 'A photo of you', 'Proof of who you are')
    staff.fill('Why', 'It is dark')
    await staff.press('Ask for more')
    await sam.visit('/account')
    await sam.follow(/^Answer our questions/u)
    sam.attach('A photo of you', fileOf(PNG, 'light.png'))
    sam.attach('Proof of who you are', fileOf(Buffer.concat([PDF, Buffer.alloc(2000)]), 'big.pdf'))
    await sam.press('Send')
    expect(sam.page.text).toContain('light.png (1KB)')
    service.pass(2 * HOUR)
    await sam.press('Send')
    expect(sam.page.heading).toBe('Sign in')
    await signIn(sam, service, SAM)
    expect(sam.page.text).toContain('light.png (1KB)')
    await sam.press('Send')
    expect(sam.page.heading).toBe('We have your answers')
    expect(kept()).toHaveLength(4)
  })
})
