import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { makeFile } from '../../src/cli/walk/make-file.ts'
import { FILE_TYPES } from '../../src/fields/file-types.ts'
import { createFileShelf } from '../../src/files/file-shelf.ts'
import { writeForms } from '../format/forms-of.ts'
import { makeTemporaryFolder } from '../store/temporary-folder.ts'
import { ran } from './ran.ts'

const file = (title: string, media: string, field = {}) => ({
  title,
  type: 'string',
  contentMediaType: media,
  field,
})

const FORMS = {
  proof: {
    fields: {
      name: { title: 'Name', type: 'string', maxLength: 20 },
      proof: file('Proof', 'application/pdf', { accept: ['pdf', 'docx'], maxSize: '1MB' }),
      letters: { title: 'Letters', type: 'array', maxItems: 3, items: file('Letter', 'image/*') },
      person: {
        title: 'Person',
        type: 'object',
        required: ['nick', 'photo'],
        properties: {
          nick: { title: 'Nickname', type: 'string' },
          photo: file('Photo', 'image/png'),
        },
      },
      cars: {
        title: 'Cars',
        type: 'array',
        maxItems: 3,
        items: {
          type: 'object',
          required: ['papers'],
          properties: {
            make: { title: 'Make', type: 'string' },
            papers: file('Papers', 'application/pdf'),
          },
        },
        field: { item: 'car' },
      },
    },
    required: ['name', 'proof', 'person'],
    flow: `
title: Proof
steps:
  proof: { title: Your proof, fields: [name, proof] }
  letters: { title: Your letters, fields: [letters] }
  more: { when: { letters: { answered: true } }, title: So many, content: Thanks }
  person: { title: The person, fields: [person] }
  car: { repeat: cars, title: The car, fields: [make, papers] }
  check:
    kind: check-answers
    title: Check
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, next: done }]
  done: { kind: confirmation, title: Done, content: "Reference {reference}" }
`,
    more: {
      'scenarios.yaml': `
- name: All
  answers: { name: Sam, proof: tax.pdf, letters: [one.jpg, two.png], person: { nick: S, photo: me.png }, cars: [{ make: Fiat, papers: a.pdf }] }
  sees: [proof, letters, more, person, car/list, car/1, car/list, check, done]
- name: What is not said is made
  ends: done
- name: Wrong files
  answers: { name: Sam }
  sees:
    - proof: { answers: { proof: null }, errors: Select proof }
    - proof: { answers: { proof: song.mp3 }, errors: The selected file must be a PDF or DOCX }
    - proof: { answers: { proof: tax.pdf (12MB) }, errors: The selected file must be smaller than 1MB }
    - proof: { answers: { proof: tax.pdf (0KB) }, errors: The selected file is empty }
    - proof: { answers: { proof: tax.pdf } }
    - letters: { answers: { letters: [1.jpg, 2.jpg, 3.jpg, 4.jpg] }, errors: You can add up to 3 files }
- name: Not now
  ends: check
  sees: [proof, letters, person, car/list, check: { actions: { submit-request: refused }, errors: Not now }]
`,
    },
  },
}

let remove: () => void
beforeEach(() => {
  const forms = writeForms(FORMS)
  remove = forms.remove
  vi.stubEnv('FORMS_DIR', forms.dir)
})
afterEach(() => {
  vi.unstubAllEnvs()
  remove()
})

describe('files in scenarios and walks', () => {
  it('are said by their names, with a size where that matters', async () => {
    const { status, said } = await ran((out) => main(['test', '--min', '100'], out))
    expect(said).toContain('4 scenarios, all as they should be. They go through 100 %.')
    expect(status).toBe(0)
  })

  it('are uploaded by walks, right and wrong ones, in both ways', async () => {
    const { status, said } = await ran((out) => main(['walk', 'proof', '--json'], out))
    const report = JSON.parse(said)
    expect(report.failures).toEqual([])
    expect(report.coverage.steps.missing).toEqual([])
    expect(status).toBe(0)
  }, 120_000)

  it.each(FILE_TYPES.map(({ id, endings: [ending] }) => [ending, id]))(
    'are made so that sample.%s is what it says',
    async (ending, id) => {
      const shelf = createFileShelf({ dir: await makeTemporaryFolder() })
      const made = makeFile(`sample.${ending}`)
      const chunks = [Buffer.from(await made.arrayBuffer())] as never
      const { text } = await shelf.receive(chunks, { name: made.name, most: 10_000 })
      expect(text).toContain(`/${id}/`)
    },
  )
})
