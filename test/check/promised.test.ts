import { describe, expect, it } from 'vitest'
import { FORMS, newProblems, problemsOf, withFile } from './promised/forms.ts'
import {
  ACTIONS,
  GRAPH,
  NAMES,
  PATHS,
  type Promised,
  SCHEMA,
  WORDS,
  YAML_AND_JSON,
} from './promised/mistakes.ts'

const TABLES: Readonly<Record<string, readonly Promised[]>> = {
  'YAML and JSON': YAML_AND_JSON,
  'mistyped names': NAMES,
  'the schema': SCHEMA,
  'the graph': GRAPH,
  'along the paths': PATHS,
  actions: ACTIONS,
  words: WORDS,
}

const before = {
  shipped: problemsOf(FORMS.shipped),
  unseen: problemsOf(FORMS.unseen),
}

it('finds no error in journeys that ship, and in such that it was not made for', () => {
  const errors = [...before.shipped, ...before.unseen].filter(
    ({ severity }) => severity === 'error',
  )
  expect(errors).toEqual([])
})

for (const [where, mistakes] of Object.entries(TABLES))
  describe(`finds at its place, in ${where}:`, () => {
    it.each(mistakes.map((mistake) => ({ what: mistake[0], mistake })))('$what', ({ mistake }) => {
      const [, file, from, to, found] = mistake
      const name = FORMS.unseen.texts.has(file) ? 'unseen' : 'shipped'
      const text = FORMS[name].texts.get(file) ?? ''
      expect(text).toContain(from)
      const marked = text.replace(from, () => to)
      const forms = withFile(FORMS[name], file, marked.replace('«', ''))
      const problems = newProblems(forms, before[name])
      const said = problems.map(({ severity, code }) => `${severity} ${code}`)
      expect(said).toContain(found)
      if (!to.includes('«')) return
      const own = problems.filter((one) => found.endsWith(one.code) && one.file === file)
      const places = own.map(({ line, column }) => `${line}:${column}`)
      expect(places).toContain(placeOfMark(marked))
    })
  })

describe('says what to do about a mistyped name:', () => {
  it.each(NAMES.map((mistake) => ({ what: mistake[0], mistake })))('$what', ({ mistake }) => {
    const [, file, from, to, found] = mistake
    const name = FORMS.unseen.texts.has(file) ? 'unseen' : 'shipped'
    const text = (FORMS[name].texts.get(file) ?? '').replace(from, () => to.replace('«', ''))
    const problems = newProblems(withFile(FORMS[name], file, text), before[name])
    const own = problems.find((one) => found.endsWith(one.code))
    expect(own?.help).toMatch(/Did you mean "/u)
  })
})

function placeOfMark(text: string): string {
  const lines = text.slice(0, text.indexOf('«')).split('\n')
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
}
