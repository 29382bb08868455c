import { describe, expect, it, vi } from 'vitest'
import { actions, contractsOf } from '../../src/actions/registry.ts'
import type { Draft } from '../../src/answers/draft.ts'
import { fateOf } from '../../src/cli/diff/drafts.ts'
import { main } from '../../src/cli/main.ts'
import { newJourneyFiles } from '../../src/cli/new-journey-files.ts'
import type { Journey } from '../../src/journey/journey.ts'
import { checked } from '../check/sound-forms.ts'
import { writeForms } from '../format/forms-of.ts'
import { ran } from './ran.ts'

type Edit = readonly [file: 'flow.yaml' | 'schema.json', from: string, to: string]

/** The files of a small journey with some passages changed. */
function edited(...edits: readonly Edit[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = { ...newJourneyFiles('permit') }
  for (const [file, from, to] of edits) {
    const text = files[file] ?? ''
    if (!text.includes(from)) throw new Error(`${file} holds no ${from}`)
    files[file] = text.replace(from, () => to)
  }
  return files
}

function folderOf(files: Readonly<Record<string, string>>) {
  const { properties: fields, required } = JSON.parse(files['schema.json'] ?? '')
  return writeForms({ permit: { flow: files['flow.yaml'] ?? '', fields, required } })
}

async function diff(...edits: readonly Edit[]) {
  const old = folderOf(edited())
  const now = folderOf(edited(...edits))
  vi.stubEnv('FORMS_DIR', old.dir)
  try {
    return await ran((out) => main(['diff', old.dir, now.dir], out))
  } finally {
    vi.unstubAllEnvs()
    old.remove()
    now.remove()
  }
}

async function diffOf(
  was: Readonly<Record<string, string>>,
  is: Readonly<Record<string, string>>,
): Promise<Awaited<ReturnType<typeof ran>>> {
  const files = edited()
  const folder = (more: Readonly<Record<string, string>>) => {
    const all = { ...files, ...more }
    const { properties: fields, required } = JSON.parse(all['schema.json'] ?? '')
    return writeForms({ permit: { flow: all['flow.yaml'] ?? '', fields, required, more } })
  }
  const [old, now] = [folder(was), folder(is)]
  vi.stubEnv('FORMS_DIR', old.dir)
  try {
    return await ran((out) => main(['diff', old.dir, now.dir], out))
  } finally {
    vi.unstubAllEnvs()
    old.remove()
    now.remove()
  }
}

describe('words that are translated', () => {
  const schema = edited()['schema.json'] ?? ''
  const asked = (words: string) => schema.replace('What is your name?', words)
  const told = (words: string) => ({ 'locales/cy.yaml': `schema.name.title: ${words}\n` })

  it('are told where they were changed while their translation was not', async () => {
    const { said, status } = await diffOf(told('Beth yw’ch enw?'), {
      ...told('Beth yw’ch enw?'),
      'schema.json': asked('What is your full name?'),
    })
    expect(said).toMatch(
      /may be translated otherwise now:\n {4}\S*permit\/locales\/cy\.yaml:1: "schema\.name\.title" was "What is your name\?" and is "What is your full name\?", and its translation is as it was: "Beth yw’ch enw\?"\.\n/u,
    )
    expect(status).toBe(0)
  })

  it('are not told where the translation was changed too, or nothing that is said has changed', async () => {
    const both = await diffOf(told('Beth yw’ch enw?'), {
      ...told('Beth yw’ch enw llawn?'),
      'schema.json': asked('What is your full name?'),
    })
    expect(both.said).not.toContain('translated')
    const same = await diffOf(told('Beth yw’ch enw?'), {
      ...told('Beth yw’ch enw?'),
      'schema.json': asked('What is your  name'),
    })
    expect(same.said).not.toContain('translated')
  })
})

describe('footpath diff', () => {
  it('says that nothing has changed', async () => {
    expect(await diff()).toEqual({ status: 0, said: 'Nothing has changed.\n', failed: '' })
  })

  it('tells words from what breaks drafts', async () => {
    const { status, said } = await diff([
      'schema.json',
      'What is your name?',
      'What are you called?',
    ])
    expect(said).toContain('breaks none:\n    "name" is called "What are you called?" now.')
    expect(said).not.toContain('breaks drafts')
    expect(status).toBe(0)
  })

  it('names options that are gone and new, limits, and what must be answered now', async () => {
    const { status, said } = await diff(
      ['schema.json', '"const": "post"', '"const": "letter"'],
      ['schema.json', '"maxLength": 100', '"maxLength": 50'],
      ['schema.json', '"email"\n  ]', '"email",\n    "note"\n  ]'],
    )
    expect(said).toContain('"contactBy" has no option "post" any more.')
    expect(said).toContain('breaks none:\n    "contactBy" has the new option "letter".')
    expect(said).toContain('"name" has another "maxLength".')
    expect(said).toContain('"note" must be answered now.')
    expect(status).toBe(1)
  })

  it('tells a journey that has errors now from one that is gone', async () => {
    const { said, status } = await diff(['flow.yaml', 'when: by-email', 'when: by-emial'])
    expect(said).toContain('The journey "permit" has errors now, and is not served')
    expect(status).toBe(1)
  })

  it('names other words of buttons and errors', async () => {
    const { said } = await diff(['flow.yaml', 'label: Send', 'label: Send it now'])
    expect(said).toMatch(
      /breaks none:\n {4}"flow\.steps\.check-answers\.buttons\.\S+label" reads "Send it now" now\./u,
    )
  })

  it('names steps, ways and conditions, whatever a condition is called', async () => {
    const { said } = await diff(
      ['flow.yaml', 'by-email: { contactBy: email }', 'by-email: { contactBy: post }'],
      ['flow.yaml', '  note:\n    fields: [note]\n', ''],
    )
    expect(said).toContain('The step "email" has another "when".')
    expect(said).toContain('The step "note" is gone')
    expect(said).not.toContain('The step "name"')
  })

  it('ends with 2 over a folder that is not there', async () => {
    const { status, failed } = await ran((out) => main(['diff', './nowhere', './forms'], out))
    expect(failed).toContain('There is no folder "./nowhere"')
    expect(status).toBe(2)
  })
})

describe('what becomes of a draft', () => {
  const journeyOf = (...edits: readonly Edit[]): Journey => {
    const texts = Object.entries(edited(...edits))
      .filter(([name]) => name !== 'scenarios.yaml')
      .map(([name, text]) => [`permit/${name}`, text] as const)
    const found = checked({ shown: '', texts: new Map(texts) }).journeys[0]?.journey
    if (!found) throw new Error('the journey is broken')
    return found
  }
  const exit = (answers: Draft['answers']) => ({
    button: 'continue',
    answers,
    facts: [],
    closes: false,
  })
  const draft: Draft = {
    id: 'one',
    journey: 'permit',
    hash: '',
    owner: { is: 'session', session: 's' },
    answers: { name: 'Sam', contactBy: 'post' },
    exits: {
      start: exit({}),
      name: exit({ name: 'Sam' }),
      contact: exit({ contactBy: 'post' }),
      note: exit({}),
    },
    facts: [],
    given: {},
    presses: [],
    changed: {},
    press: 4,
    createdAt: 0,
    savedAt: 0,
    expiresAt: 1,
  }
  const fate = (...edits: readonly Edit[]) =>
    fateOf(draft, {
      old: journeyOf(),
      now: journeyOf(...edits),
      contracts: contractsOf(actions),
      journeyGives: new Map(),
      at: Date.UTC(2026, 5, 1),
    })

  it('is nothing where only words have changed, or what is asked of others', () => {
    expect(fate(['schema.json', 'What is your name?', 'Your name?'])).toEqual({ is: 'untouched' })
    expect(fate(['schema.json', '"maxLength": 254', '"maxLength": 50'])).toEqual({
      is: 'untouched',
    })
  })

  it('is to be asked again what does not fit any more', () => {
    expect(fate(['schema.json', '"const": "post"', '"const": "letter"'])).toEqual({
      is: 'asked-again',
      places: ['contact'],
    })
  })

  it('is to be asked what is new', () => {
    const more =
      '  phone-number:\n    title: More\n    fields: [name]\n    buttons: [{ id: go, label: Go }]\n  note:\n'
    expect(fate(['flow.yaml', '  note:\n', more])).toEqual({
      is: 'asked-again',
      places: ['phone-number'],
    })
  })
})
