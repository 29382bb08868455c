import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { fileOf, JPG, PDF, PNG, PROGRAM } from '../files/made-files.ts'
import { ENDING, serveForms } from '../format/forms-of.ts'

const PROOF = {
  title: 'Proof of your address',
  type: 'string',
  contentMediaType: 'application/pdf',
  field: { accept: ['application/pdf', 'image/jpeg', '.png'], maxSize: '2MB' },
}

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    proof: {
      fields: {
        name: { title: 'Name', type: 'string', maxLength: 40 },
        proof: PROOF,
        letters: {
          title: 'Letters',
          type: 'array',
          maxItems: 3,
          items: { type: 'string', contentMediaType: 'image/*' },
        },
      },
      required: ['name', 'proof'],
      flow: `
title: Proof
steps:
  proof: { title: Your proof, fields: [name, proof] }
  letters: { title: Your letters, fields: [letters] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function begin(): Promise<Resident> {
  const sam = service.resident()
  await sam.visit('/proof')
  return sam
}

describe('a file that is uploaded without JavaScript', () => {
  it('is asked for with its kinds and its size, and no more than the browser needs', async () => {
    const sam = await begin()
    expect(sam.page.text).toContain('The file must be a PDF, JPG or PNG and smaller than 2MB.')
    expect(sam.page.html).toContain('enctype="multipart/form-data"')
    expect(sam.page.html).toMatch(/type="file"[^>]* accept="\.pdf,\.jpg,\.jpeg,\.jfif,\.png"/u)
  })

  it('is kept, shown on check answers, and sent', async () => {
    const sam = await begin()
    sam.fill('Name', 'Sam')
    sam.attach('Proof of your address', fileOf(PDF, 'council tax.pdf'))
    await sam.press('Continue')
    expect(sam.page.path).toBe('/proof/letters')
    sam.attach('Letters (optional)', fileOf(JPG, 'one.jpg'), fileOf(PNG, 'two.png'))
    await sam.press('Continue')
    expect(sam.page.text).toContain('council tax.pdf (1KB)')
    expect(sam.page.text).toContain('one.jpg (1KB)')
    await sam.press('Send')
    const [id = ''] = await service.running.store.ids(submissions)
    const sent = await service.running.store.read(submissions, id)
    expect(sent?.value.answers['proof']).toMatch(/^file:.*\/pdf\/\d+\/.*\/council tax\.pdf$/u)
  })

  it('stays when something else on the page is wrong, and all that was typed', async () => {
    const sam = await begin()
    sam.attach('Proof of your address', fileOf(PDF, 'tax.pdf'))
    await sam.press('Continue')
    expect(sam.page.status).toBe(422)
    expect(sam.page.text).toContain('tax.pdf (1KB)')
    sam.fill('Name', 'Sam')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/proof/letters')
  })

  it('is refused by what is in it, whatever it is called', async () => {
    const sam = await begin()
    sam.fill('Name', 'Sam')
    sam.attach('Proof of your address', fileOf(PROGRAM, 'tax.pdf', 'application/pdf'))
    await sam.press('Continue')
    expect(sam.page.status).toBe(422)
    expect(sam.page.text).toContain('The selected file must be a PDF, JPG or PNG')
    expect(sam.valueOf('Name')).toBe('Sam')
  })

  it('is taken once when the button is pressed twice, and the page is left once', async () => {
    const sam = await begin()
    sam.fill('Name', 'Sam')
    sam.attach('Proof of your address', fileOf(PDF, 'tax.pdf'))
    const { parts } = sam.formOf('Continue')
    const twin = sam.duplicateTab()
    await Promise.all([
      sam.post('/proof/proof', parts ?? ''),
      twin.post('/proof/proof', parts ?? ''),
    ])
    expect([sam.page.path, twin.page.path]).toEqual(['/proof/letters', '/proof/letters'])
    sam.attach('Letters (optional)', fileOf(JPG, 'one.jpg'))
    const letters = sam.formOf('Upload files').parts ?? ''
    const again = sam.duplicateTab()
    await Promise.all([sam.post('/proof/letters', letters), again.post('/proof/letters', letters)])
    await sam.visit('/proof/letters')
    expect(sam.page.text.match(/one\.jpg \(1KB\)/gu)).toHaveLength(1)
  })

  it('is one of as many as there may be, and says when there are too many', async () => {
    const sam = await begin()
    sam.fill('Name', 'Sam')
    sam.attach('Proof of your address', fileOf(PDF, 'tax.pdf'))
    await sam.press('Continue')
    await sam.press('Upload files')
    expect(sam.page.errors).toEqual(['Select a file before you press the button'])
    const some = ['1', '2', '3'].map((name) =>
      fileOf(Buffer.concat([JPG, Buffer.from(name)]), `${name}.jpg`),
    )
    sam.attach('Letters (optional)', ...some)
    await sam.press('Upload files')
    expect([sam.page.status, sam.page.errors]).toEqual([200, []])
    sam.attach('Letters (optional)', fileOf(PNG, '4.png'), fileOf(PROGRAM, '5.png'))
    await sam.press('Upload files')
    expect(sam.page.errors).toEqual([
      'You can add up to 3 files',
      'The selected file ‘5.png’ must be a JPG, PNG, GIF, WebP, HEIC or TIFF',
    ])
    await sam.press('Remove 1.jpg')
    expect(sam.page.text).not.toContain('1.jpg')
    sam.attach('Letters (optional)', fileOf(PNG, '4.png'))
    await sam.press('Continue')
    expect(sam.page.text).toContain('4.png (1KB)')
  })
})
