import { describe, expect, it } from 'vitest'
import { ADMINS } from './broken/admins.ts'
import { CONDITIONS } from './broken/conditions.ts'
import { FILES } from './broken/files.ts'
import { GRAPHS } from './broken/graphs.ts'
import type { Mistake } from './broken/mistake.ts'
import { NAMES } from './broken/names.ts'
import { PATHS } from './broken/paths.ts'
import { PRESSES } from './broken/presses.ts'
import { SCENARIOS } from './broken/scenarios.ts'
import { SCHEMAS } from './broken/schemas.ts'
import { SHAPES } from './broken/shapes.ts'
import { TASKS } from './broken/tasks.ts'
import { THEMES } from './broken/themes.ts'
import { VALUES } from './broken/values.ts'
import { WORDS } from './broken/words.ts'
import { checked, formsEdited, soundForms } from './sound-forms.ts'

const TABLES: Readonly<Record<string, readonly Mistake[]>> = {
  'in files': FILES,
  'of shape': SHAPES,
  'in names': NAMES,
  'in schemas': SCHEMAS,
  'in conditions': CONDITIONS,
  'in words': WORDS,
  'in values': VALUES,
  'in task lists': TASKS,
  'in themes': THEMES,
  'in presses': PRESSES,
  'in the flow': GRAPHS,
  'along the paths': PATHS,
  'in the admin': ADMINS,
  'in scenarios': SCENARIOS,
}

it('finds nothing wrong with sound forms', () => {
  const { problems, journeys } = checked(soundForms)
  expect(problems).toEqual([])
  expect(journeys.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'permit sound',
    'sign-in sound',
  ])
})

for (const [where, mistakes] of Object.entries(TABLES))
  describe(`a mistake ${where} is found at its place:`, () => {
    it.each(mistakes.map((mistake) => ({ what: mistake[0], mistake })))('$what', ({ mistake }) => {
      const [, file, from, to, code, also = []] = mistake
      const marked = formsEdited(file, from, to).texts.get(file) ?? ''
      const files = formsEdited(file, from, to.replace(/[«»]/gu, ''))
      const errors = checked(files).problems.filter(({ severity }) => severity === 'error')
      expect(errors.map((problem) => problem.code).sort()).toEqual([code, ...also].sort())
      const found = errors.filter((problem) => problem.code === code && problem.file === file)
      const places = found.map(({ line, column }) => `${line}:${column}`)
      if (to.includes('«')) expect(places).toContain(placeOfMark(marked))
      for (const { message, help } of errors)
        expect(`${message} ${help}`).toMatch(/^[A-Z"'{].{10,}/u)
    })
  })

function placeOfMark(text: string): string {
  const before = text.slice(0, text.indexOf('«'))
  return `${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`
}
