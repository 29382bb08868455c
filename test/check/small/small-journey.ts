import { actions } from '../../../src/actions/registry.ts'
import { checkForms } from '../../../src/check/check-forms.ts'
import { loadJourneys } from '../../../src/journey/load-journeys.ts'
import type { Problem } from '../../../src/journey/problem.ts'
import { ENDING, schemaOf, type Written } from '../../format/write-forms.ts'

/** A journey of a few steps, sound or with one mistake: « stands before the token that is told of. */
export interface SmallJourney {
  readonly what: string
  readonly fields: NonNullable<Written['fields']>
  /** Left out: all of them. */
  readonly required?: readonly string[]
  /** From `steps:` on; without `done:` the usual ending follows. */
  readonly flow: string
  /** Other files of the journey, by path. */
  readonly more?: Readonly<Record<string, string>>
  /** Severity and code; left out: it is sound. */
  readonly found?: `${'error' | 'warning'} FP${number}`
}

/** What `check` finds in it. */
export function problemsIn({
  fields,
  required,
  flow,
  more = {},
}: SmallJourney): readonly Problem[] {
  const whole = wholeOf(flow).replace('«', '')
  const schema = schemaOf({ fields, required: required ?? Object.keys(fields), flow: whole })
  const texts = new Map([
    ['made/flow.yaml', whole],
    ['made/schema.json', JSON.stringify(schema)],
    ...Object.entries(more).map(([path, text]) => [`made/${path}`, text] as const),
  ])
  return checkForms(
    loadJourneys({ shown: '', texts }, () => actions),
    () => actions,
  ).problems
}

/** The line and the column of the mark. */
export function placeOfMark({ flow }: SmallJourney): string {
  const before = wholeOf(flow).split('«')[0] ?? ''
  return `${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`
}

function wholeOf(flow: string): string {
  const ending = /^ {2}done:/mu.test(flow) ? '' : ENDING
  return `title: Made up\n${flow.trim()}\n${ending.replace(/^\n/u, '')}`
}

export const CHOICE = { title: 'Choice', enum: ['a', 'b'] }
export const OF_THREE = { title: 'Of three', enum: ['a', 'b', 'c'] }
export const WORD = { title: 'Word', type: 'string', maxLength: 20, field: { subject: 'other' } }

/** Sends, and leads to what follows. */
export const SENDING = `  check:
    kind: check-answers
    title: Check
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } } }]`
