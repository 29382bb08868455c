import { expect, it } from 'vitest'
import { checked, formsWith } from './sound-forms.ts'

const date = { title: 'Day', type: 'string', format: 'date' }
const ticks = (options: number, maxItems?: number) => ({
  title: 'All that apply',
  type: 'array',
  ...(maxItems !== undefined && { maxItems }),
  items: { enum: Array.from({ length: options }, (_, index) => `o${index}`) },
})
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => [`day${index}`, date] as const)

/** What is said of a page that asks for these fields. */
function saidOf(properties: Readonly<Record<string, object>>): readonly string[] {
  const names = Object.keys(properties)
  const { problems } = checked(
    formsWith({
      'much/schema.json': JSON.stringify({ type: 'object', properties }),
      'much/flow.yaml': `title: Much\ndraft: { owner: session }\nsteps:\n  ask: { title: Much, fields: [${names.join(', ')}] }\n  check: { kind: check-answers, buttons: [{ id: send, label: Send, run: submit-request, next: done }] }\n  done: { kind: confirmation, title: Sent }\n`,
    }),
  )
  return problems
    .filter(({ file }) => file.endsWith('much/flow.yaml'))
    .map(({ code, severity, line, column }) => `${severity} ${code} ${line}:${column}`)
}

it.each<readonly [string, Readonly<Record<string, object>>, readonly string[]]>([
  ['66 dates, of three boxes each', Object.fromEntries(many(66)), []],
  ['67 dates, which nobody could send', Object.fromEntries(many(67)), ['error FP0416 4:3']],
  ['199 boxes to tick', { all: ticks(199) }, ['warning FP0416 4:3']],
  ['199 boxes of which ten may be ticked', { all: ticks(199, 10) }, []],
  [
    'a letter of 64,000 characters',
    { letter: { title: 'Letter', type: 'string', maxLength: 64_000 } },
    ['warning FP0416 4:3'],
  ],
  ['one of 20,000', { letter: { title: 'Letter', type: 'string', maxLength: 20_000 } }, []],
])('knows what one press can hold (R-WEB-12): %s', (_what, properties, said) => {
  expect(saidOf(properties)).toEqual(said)
})
