import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drafts } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, type TestService } from '../client/service.ts'
import { EICAR, type FakeClamd, startFakeClamd } from '../files/fake-clamd.ts'
import { fileOf, JPG, PDF, PROGRAM } from '../files/made-files.ts'
import { EOI, jpegOf } from '../files/made-pictures.ts'
import { ENDING, type Forms, serveForms } from '../format/forms-of.ts'

const FILE = { type: 'string', contentMediaType: 'application/pdf' }
const FORMS: Forms = {
  proof: {
    fields: {
      name: { title: 'Name', type: 'string', maxLength: 40 },
      proof: { title: 'Proof', ...FILE, field: { maxSize: '1MB' } },
      photo: { title: 'Photo', ...FILE, field: { accept: ['jpg'], maxSize: '1MB' } },
      letters: { title: 'Letters', type: 'array', maxItems: 2, items: FILE },
    },
    required: ['name', 'proof'],
    flow: `
title: Proof
steps:
  proof: { title: Your proof, fields: [name, proof, photo] }
  letters: { title: Your letters, fields: [letters] }
  plain: { title: Plain, fields: [name] }
${ENDING}`,
  },
}

let service: TestService
let clamd: FakeClamd | undefined
beforeEach(async () => {
  service = await serveForms(FORMS)
})
afterEach(async () => {
  await service.close()
  await clamd?.close()
  clamd = undefined
})

/** Names of the files that lie on disk, kept or not. */
function onDisk(): readonly string[] {
  const folder = join(service.dataDir, 'files')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => one.name)
    : []
}

async function begin(): Promise<Resident> {
  const sam = service.resident()
  await sam.visit('/proof')
  return sam
}

async function answersOf(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { store } = service.running
  const all = await Promise.all((await store.ids(drafts)).map((id) => store.read(drafts, id)))
  return all.flatMap((one) => (one ? [one.value.answers] : []))
}

function partsWith(sam: Resident, more: Readonly<Record<string, string | File>>): FormData {
  const { parts } = sam.formOf('Continue')
  for (const [name, value] of Object.entries(more)) {
    parts?.delete(name)
    parts?.append(name, value)
  }
  return parts ?? new FormData()
}

describe('a reference to a file that somebody types (R-ACL-02)', () => {
  it.each(['proof', 'proof:files', 'letters', 'letters:files'])(
    'does nothing under the name %s, whether the file is there or not',
    async (name) => {
      const ann = await begin()
      ann.fill('Name', 'Ann')
      ann.attach('Proof', fileOf(PDF, 'ann.pdf'))
      await ann.press('Continue')
      const [mine] = await answersOf()
      const stolen = String(mine?.['proof'])
      expect(stolen).toMatch(/^file:/u)

      const bob = await begin()
      bob.fill('Name', 'Bob')
      const typed = bob.formOf('Continue').body
      typed.append(name, stolen)
      await bob.post('/proof/proof', typed)
      expect(bob.page.status).toBe(422)
      expect(bob.page.errors).toEqual(['Select proof'])
      await bob.post('/proof/proof', partsWith(bob, { [name]: stolen }))
      expect([bob.page.status, bob.page.html.includes('ann.pdf')]).toEqual([422, false])
      expect(JSON.stringify((await answersOf()).slice(1))).not.toContain('file:')
    },
  )

  it('removes nobody else’s file, and is no file as an answer of words', async () => {
    const ann = await begin()
    ann.fill('Name', 'Ann')
    ann.attach('Proof', fileOf(PDF, 'ann.pdf'))
    await ann.press('Continue')
    const stolen = String((await answersOf())[0]?.['proof'])
    const id = /^file:([^/]+)/u.exec(stolen)?.[1] ?? ''
    const bob = await begin()
    await bob.post(
      '/proof/proof',
      partsWith(bob, { 'files:remove': `proof:${id.slice(0, 10)}`, name: stolen.slice(0, 40) }),
    )
    expect(bob.page.status).toBe(200)
    expect(onDisk()).toEqual([id])
    await ann.visit('/proof/proof')
    expect(ann.page.text).toContain('ann.pdf')
  })
})

describe('an upload that is a trick (R-WEB-01, R-WEB-12, R-WEB-23)', () => {
  it('stores nothing without a token of this very page, and nothing that is not taken', async () => {
    const sam = await begin()
    const { body } = sam.formOf('Continue')
    for (const page of [
      '',
      'made.up..',
      String(body.get('page')).replace('.proof.', '.letters.'),
    ]) {
      const parts = new FormData()
      if (page) parts.append('page', page)
      parts.append('proof', fileOf(PDF, 'a.pdf'))
      await sam.post('/proof/proof', parts)
      expect([sam.page.status, onDisk()]).toEqual([403, []])
    }
    await sam.visit('/proof/proof')
    await sam.post('/proof/proof', partsWith(sam, { proof: fileOf(PROGRAM, 'a.pdf') }))
    await sam.post('/proof/proof', partsWith(sam, { name: fileOf(PDF, 'a.pdf') }))
    expect(onDisk()).toEqual([])
  })

  it('is taken as it is when it begins like a picture that we cannot follow: telephones change', async () => {
    const sam = await begin()
    const photo = jpegOf(EOI).subarray(0, 3)
    const parts = partsWith(sam, {
      name: 'Sam',
      proof: fileOf(PDF, 'a.pdf'),
      photo: fileOf(photo, 'a.jpg'),
    })
    await sam.post('/proof/proof', parts)
    expect(sam.page.path).toBe('/proof/letters')
    expect(onDisk()).toHaveLength(2)
  })

  it('is refused where no file is asked for, and where its parts cannot be read', async () => {
    const sam = await begin()
    const parts = partsWith(sam, {})
    await sam.post('/proof/plain', parts)
    expect(sam.page.status).toBe(415)
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      await sam.post('/proof/proof', '--x\r\nContent-Disposition: form', { 'content-type': type })
      expect(sam.page.status).toBe(400)
    }
    const cut =
      '--x\r\nContent-Disposition: form-data; name="proof"; filename="a.pdf"\r\n\r\n%PDF-1.4'
    await sam.post('/proof/proof', cut, { 'content-type': 'multipart/form-data; boundary=x' })
    expect([sam.page.status, onDisk()]).toEqual([400, []])
  })

  it('says that a file is too large, and does not wait for one that is much too large', async () => {
    const sam = await begin()
    const large = Buffer.concat([PDF, Buffer.alloc(2 * 1024 * 1024)])
    await sam.post('/proof/proof', partsWith(sam, { name: 'Sam', proof: fileOf(large, 'a.pdf') }))
    expect(sam.page.errors).toEqual(['The selected file must be smaller than 1MB'])
    expect([sam.valueOf('Name'), onDisk()]).toEqual(['Sam', []])
    const huge = fileOf(Buffer.alloc(20 * 1024 * 1024), 'a.pdf')
    await sam.post('/proof/proof', partsWith(sam, { proof: huge }))
    expect([sam.page.status, sam.page.heading]).toEqual([413, 'Your files are too large'])
    expect(onDisk()).toEqual([])
  })

  it('counts text as other forms do', async () => {
    const sam = await begin()
    await sam.post('/proof/proof', partsWith(sam, { name: 'x'.repeat(70_000) }))
    expect(sam.page.status).toBe(413)
    await sam.visit('/proof/proof')
    const many = partsWith(sam, {})
    for (let at = 0; at < 300; at++) many.append(`f${at}`, '1')
    await sam.post('/proof/proof', many)
    expect(sam.page.status).toBe(400)
  })

  it('names nothing on disk, whatever the file is called, and shows its name as words', async () => {
    const sam = await begin()
    const name = '../../<img src=x>\u202E/\u0000evil‮.pdf'
    await sam.post('/proof/proof', partsWith(sam, { proof: fileOf(PDF, name) }))
    expect(sam.page.text).toContain('evil.pdf (1KB)')
    expect(onDisk().every((one) => /^[\w-]{32}$/u.test(one))).toBe(true)
    await sam.post('/proof/proof', partsWith(sam, { proof: fileOf(JPG, '<b>.jpg') }))
    expect(sam.page.text).toContain('The selected file must be a PDF')
    await sam.post('/proof/proof', partsWith(sam, { proof: fileOf(PDF, '<b>.pdf') }))
    expect(sam.page.text).toContain('<b>.pdf (1KB)')
  })

  it('is refused in words when too much comes in an hour, and taken again later', async () => {
    const sam = await begin()
    const nearly = () => fileOf(Buffer.concat([PDF, Buffer.alloc(1_000_000)]), 'a.pdf')
    const press = () => sam.post('/proof/proof', partsWith(sam, { proof: nearly() }))
    let tries = 0
    do await press()
    while (!sam.page.text.includes('a lot of files in a short time') && ++tries < 260)
    expect(tries).toBeGreaterThan(150)
    expect(tries).toBeLessThan(250)
    service.pass(HOUR / 2 + 1)
    await sam.visit('/proof/proof')
    service.pass(HOUR / 2)
    await sam.visit('/proof/proof')
    await press()
    expect(sam.page.text).not.toContain('a lot of files')
  }, 60_000)
})

describe('a virus (R-WEB-23)', () => {
  beforeEach(async () => {
    await service.close()
    clamd = await startFakeClamd()
    service = await serveForms(FORMS, { CLAMD: `127.0.0.1:${clamd.port}` })
  })

  it('is refused in words, and a file that cannot be looked at too', async () => {
    const sam = await begin()
    sam.fill('Name', 'Sam')
    sam.attach('Proof', fileOf(Buffer.concat([PDF, Buffer.from(EICAR)]), 'a.pdf'))
    await sam.press('Continue')
    expect(sam.page.errors).toEqual(['The selected file contains a virus'])
    expect([sam.valueOf('Name'), onDisk()]).toEqual(['Sam', []])
    clamd?.behave('garbled')
    sam.attach('Proof', fileOf(PDF, 'a.pdf'))
    await sam.press('Continue')
    expect(sam.page.errors).toEqual([
      'The selected file could not be checked for viruses. Try again in a few minutes',
    ])
    expect(onDisk()).toEqual([])
    clamd?.behave('well')
    sam.attach('Proof', fileOf(PDF, 'a.pdf'))
    await sam.press('Continue')
    expect(sam.page.path).toBe('/proof/letters')
    expect(JSON.stringify(service.logged)).not.toContain('a.pdf')
  })
})
