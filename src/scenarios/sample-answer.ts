import { resolveLimit } from '../answers/dates.ts'
import type { Measure } from '../answers/limit-flaws.ts'
import { validateAnswer } from '../answers/validate.ts'
import { shiftDate } from '../fields/calendar.ts'
import type { DateLimit, Field, Json } from '../fields/field.ts'
import { filesFor } from '../fields/file-sample.ts'
import { mostFilesOf } from '../fields/file-size.ts'
import { fileSlotsOf } from '../fields/file-slots.ts'
import { textFor } from './sample-text.ts'

/** An answer that a field takes, made from its schema alone; undefined where none could be made. */
export function sampleOf(field: Field, measure: Measure): Json | undefined {
  return samplesOf(field, measure)[0]
}

/** Answers that a field takes and that differ, the plainest first. */
export function samplesOf(field: Field, measure: Measure): readonly Json[] {
  const made = [...field.examples, ...candidatesOf(field, measure)]
  const seen = new Set<string>()
  return made.filter((value) => {
    const key = JSON.stringify(value)
    if (seen.has(key)) return false
    seen.add(key)
    return takes(field, value, measure)
  })
}

/** Whether a field takes an answer. */
export function takes(field: Field, value: Json, measure: Measure): boolean {
  // A file is only spoken of here: what is said of it is no answer yet.
  if (fileSlotsOf([field]).length > 0) return true
  return value !== undefined && validateAnswer(field, value, measure).length === 0
}

function candidatesOf(field: Field, measure: Measure): readonly Json[] {
  if (field.options.length > 0 && field.kind !== 'checkboxes')
    return field.options.map((option) => option.value)
  switch (field.kind) {
    case 'checkboxes':
      return ticksOf(field)
    case 'yes-no':
      return [true, false]
    case 'declaration':
      return [true]
    case 'number':
      return numbersOf(field)
    case 'date':
    case 'month-year':
    case 'date-time':
      return datesOf(field, measure)
    case 'name':
    case 'address':
    case 'group':
      return [partsOf(field, measure)]
    case 'file':
      return filesFor(field)
    case 'files':
      return listsOf(field)
    case 'several':
      return severalOf(field, measure)
    case 'repeat':
      return [itemsOf(field, measure)]
    default:
      return textsOf(field)
  }
}

/** As few as must be, then two, as far as there may be so many. */
function listsOf(field: Field): readonly Json[] {
  const [name = ''] = filesFor(field)
  const least = Math.max(1, Number(field.schema['minItems'] ?? 1))
  const files = Array.from({ length: Math.max(least, 2) }, (_, at) => `${at + 1}-${name}`)
  return [files.slice(0, least), files].filter(({ length }) => length <= mostFilesOf(field))
}

/** As few as must be, then one more. */
function severalOf({ item, schema }: Field, measure: Measure): readonly Json[] {
  const own = item ? samplesOf(item, measure) : []
  if (own.length === 0) return []
  const least = Math.max(1, Number(schema['minItems'] ?? 1))
  const many = Array.from({ length: least + 1 }, (_, at) => own[at % own.length] ?? null)
  return [many.slice(0, least), many]
}

/** Each option alone, then as many as must be, then all that may stand together. */
function ticksOf({ options, schema }: Field): readonly Json[] {
  const together = options.flatMap((option) => (option.exclusive ? [] : [option.value]))
  const least = Number(schema['minItems'] ?? 1)
  const most = Number(schema['maxItems'] ?? together.length)
  return [
    ...options.map((option) => [option.value]),
    together.slice(0, least),
    together.slice(0, most),
  ]
}

const bound = (value: Json | undefined): readonly number[] =>
  typeof value === 'number' ? [value] : []

/** The bounds and their neighbours, and a few plain ones. */
function numbersOf({ schema }: Field): readonly Json[] {
  const [step = 1] = bound(schema['multipleOf'])
  const lower = [...bound(schema['minimum']), ...bound(schema['exclusiveMinimum'])]
  const upper = [...bound(schema['maximum']), ...bound(schema['exclusiveMaximum'])]
  const near = lower.map((one) => Math.ceil(one / step) * step)
  const below = upper.map((one) => Math.floor(one / step) * step)
  return [
    ...near.flatMap((one) => [one + step, one]),
    step,
    0,
    10 * step,
    ...below.flatMap((one) => [one, one - step]),
  ]
}

/** Days around each limit, and some plain ones. */
function datesOf({ kind, presentation }: Field, measure: Measure): readonly Json[] {
  const plain: readonly DateLimit[] = [
    { is: 'shifted', amount: -40, unit: 'years' },
    { is: 'shifted', amount: 1, unit: 'years' },
    { is: 'shifted', amount: -1, unit: 'years' },
    { is: 'today' },
  ]
  const limits = [...plain, ...(presentation.limits ?? []).map((limit) => limit.to)]
  const days = limits.flatMap((limit) => {
    const day = resolveLimit(limit, measure.today, measure.answerOf)?.slice(0, 10)
    if (day?.length !== 10) return []
    return [0, 1, -1].flatMap((more) => shiftDate(day, more, 'days') ?? [])
  })
  if (kind === 'date-time') return days.map((day) => `${day}T10:30`)
  return kind === 'month-year' ? days.map((day) => day.slice(0, 7)) : days
}

function partsOf(field: Field, measure: Measure): Json {
  return Object.fromEntries(
    field.parts.flatMap((part) => {
      const value = part.required ? sampleOf(part, measure) : undefined
      return value === undefined ? [] : [[part.name, value]]
    }),
  )
}

function itemsOf(field: Field, measure: Measure): Json {
  const least = Math.max(1, Number(field.schema['minItems'] ?? 0))
  return Array.from({ length: least }, () => partsOf(field, measure))
}

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  email: ['sam.taylor@example.org'],
  phone: ['+447700900123', '+441632960123'],
  postcode: ['NR1 2DH'],
  url: ['https://example.org/'],
  password: ['three purple kettles'],
  code: ['123456'],
  'national-insurance-number': ['AB123456C'],
  time: ['10:30'],
}

function textsOf({ kind, schema, title }: Field): readonly Json[] {
  const { pattern, minLength, maxLength } = schema
  const made = typeof pattern === 'string' ? textFor(pattern) : undefined
  const least = typeof minLength === 'number' ? minLength : 1
  const most = typeof maxLength === 'number' ? maxLength : 50
  const words = title.replace(/[^\p{L}\d ]/gu, '').trim() || 'Words'
  return [
    ...(TEXTS[kind] ?? []),
    ...(made === undefined ? [] : [made, made.toUpperCase()]),
    words.padEnd(least, ' and more').slice(0, Math.max(most, least)).trim(),
    'a'.repeat(Math.max(least, 1)),
    '1'.repeat(Math.max(least, 1)),
  ]
}
