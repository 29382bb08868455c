import { resolveLimit } from '../../answers/dates.ts'
import { shiftDate } from '../../fields/calendar.ts'
import type { DateLimit, Field, Json, JsonObject } from '../../fields/field.ts'
import { filesFor, receivedAs } from '../../fields/file-sample.ts'
import { mostFilesOf } from '../../fields/file-size.ts'
import type { Test } from '../../journey/condition.ts'
import { TODAY } from '../world.ts'

/** Answers to try; some of them may be wrong. */
export interface Candidates {
  readonly values: readonly Json[]
  /** Every other answer passes the same tests as one of them. */
  readonly areAll: boolean
  /** No answers to this field, but thought possible by who writes such tests. */
  readonly besides?: readonly Json[]
}

const MOST_BOXES = 8
const MOST_NUMBERS = 300
const NUMBER_KEYWORDS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'const',
  'enum',
  'type',
  'not',
]

/** Answers to a field, enough to tell tests of it apart where that can be done. */
export function candidatesFor(field: Field, tests: readonly Test[]): Candidates {
  // What an earlier list gives to choose from nobody can tell.
  if (field.presentation.optionsFrom) return texts(field, tests)
  switch (field.kind) {
    case 'radios':
    case 'select':
    case 'search':
      return { values: field.options.map((option) => option.value), areAll: true }
    case 'checkboxes':
      return boxes(field)
    case 'yes-no':
      return { values: [true, false], areAll: true }
    case 'declaration':
      return { values: [true], areAll: true }
    case 'number':
      return numbers(field, tests)
    case 'date':
      return dates(field, tests)
    case 'file':
      return { values: filesFor(field).map(receivedAs), areAll: tests.length === 0 }
    case 'files':
      return { values: lists(field), areAll: false }
    case 'phone':
      return {
        values: ['+447700900123', '+441632960123'],
        areAll: tests.every(isOfKind),
        // Which numbers the kind takes is for the engine to say: a test for the others is no mistake.
        besides: tests.some(isForOthers) ? ['+33123456789'] : [],
      }
    default:
      return texts(field, tests)
  }
}

/** One file, two, and so on, up to what the field takes. */
function lists(field: Field): readonly Json[] {
  const [name = ''] = filesFor(field)
  const files = Array.from({ length: mostFilesOf(field) }, (_, at) => receivedAs(`${at}-${name}`))
  return files.map((_, at) => files.slice(0, at + 1))
}

function isForOthers(test: Test): boolean {
  return 'values' in test && test.values.includes('other')
}

function isOfKind({ test }: Test): boolean {
  return test === 'kind'
}

/** All ways to tick boxes; of many, those that are most alike. */
function boxes(field: Field): Candidates {
  const values = field.options.map((option) => option.value)
  if (values.length > MOST_BOXES) {
    const rest = field.options.filter((option) => !option.exclusive).map((option) => option.value)
    return { values: [...values.map((one): Json => [one]), rest], areAll: false }
  }
  const ways = Array.from({ length: 2 ** values.length - 1 }, (_, at) =>
    values.filter((_value, bit) => ((at + 1) >> bit) % 2 === 1),
  )
  return { values: ways.toSorted((a, b) => a.length - b.length), areAll: true }
}

/** The numbers that tests and bounds name, and those beside and between them. */
function numbers(field: Field, tests: readonly Test[]): Candidates {
  const { minimum, maximum, multipleOf, type } = field.schema
  const step = typeof multipleOf === 'number' ? multipleOf : type === 'integer' ? 1 : 0.5
  const isShort =
    type === 'integer' &&
    typeof minimum === 'number' &&
    typeof maximum === 'number' &&
    maximum - minimum <= MOST_NUMBERS
  if (isShort)
    return {
      values: Array.from(
        { length: Math.floor(maximum) - Math.ceil(minimum) + 1 },
        (_, at) => Math.ceil(minimum) + at,
      ),
      areAll: true,
    }
  const named = [
    ...new Set([...tests.flatMap(numbersIn), ...numbersInSchema(field.schema), 0]),
  ].sort((a, b) => a - b)
  const between = named.flatMap((number, at) => {
    const next = named[at + 1]
    return next === undefined ? [] : [roundTo((number + next) / 2, step)]
  })
  const beside = named.flatMap((number) => {
    const at = roundTo(number, step)
    return [number, at - step, at, at + step]
  })
  return { values: [...new Set([...beside, ...between])], areAll: tests.every(isOfOrder) }
}

/** The numbers that tests name, and one of those before, between and behind them. */
export function numbersApart(tests: readonly Test[], areWhole: boolean): readonly number[] {
  const named = [...new Set(tests.flatMap(numbersIn))].sort((a, b) => a - b)
  const [first = 0] = named
  const behind = named.flatMap((number, at) => {
    const next = named[at + 1] ?? number + 2
    if (!areWhole) return [number, (number + next) / 2]
    // Nothing whole lies between two that are neighbours.
    const between = Math.floor(number) + 1
    return between < next ? [number, between] : [number]
  })
  return [areWhole ? Math.ceil(first) - 1 : first - 1, ...behind]
}

function roundTo(number: number, step: number): number {
  return Math.round(number / step) * step
}

/** A test that only the order of numbers decides. */
export function isOfOrder(test: Test): boolean {
  if (test.test !== 'schema') return test.test === 'one-of' || test.test === 'none-of'
  return keysIn(test.schema).every((key) => NUMBER_KEYWORDS.includes(key))
}

function keysIn(schema: Json): readonly string[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return []
  return Object.entries(schema as JsonObject).flatMap(([key, value]) => [key, ...keysIn(value)])
}

function numbersIn(test: Test): readonly number[] {
  if (test.test === 'schema') return numbersInSchema(test.schema)
  const values = 'values' in test ? test.values : []
  return values.filter((value) => typeof value === 'number')
}

function numbersInSchema(schema: Json): readonly number[] {
  if (typeof schema === 'number') return [schema]
  if (Array.isArray(schema)) return schema.flatMap(numbersInSchema)
  return typeof schema === 'object' && schema !== null
    ? Object.values(schema as JsonObject).flatMap(numbersInSchema)
    : []
}

/** The days that tests and limits name, and those beside them. */
function dates(field: Field, tests: readonly Test[]): Candidates {
  const limits = [
    ...tests.flatMap((test) => (test.test === 'date' ? [test.to] : [])),
    ...(field.presentation.limits ?? []).map(({ to }) => to),
  ]
  const written = tests
    .flatMap((test) => ('values' in test ? test.values : []))
    .filter((value): value is string => typeof value === 'string')
  const days = [...limits.flatMap(dayOf), ...written, TODAY]
  const around = days.flatMap((day) => [
    day,
    ...[-1, 1].flatMap((by) => shiftDate(day, by, 'days') ?? []),
  ])
  const isFixed = (limit: DateLimit) => limit.is === 'date'
  const hasFixed = limits.some(isFixed) || written.length > 0
  // A day of the calendar and one that moves with today: which comes first changes with the years.
  const isMixed = hasFixed && limits.some((limit) => !isFixed(limit))
  const areTold = tests.every(
    ({ test }) => test === 'date' || test === 'one-of' || test === 'none-of',
  )
  const hasOther = limits.some((limit) => limit.is === 'answer')
  return { values: [...new Set(around)], areAll: areTold && !isMixed && !hasOther }
}

function dayOf(limit: DateLimit): readonly string[] {
  const day = resolveLimit(limit, TODAY, () => undefined)
  return day === undefined ? [] : [day]
}

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  email: ['person@example.com'],
  postcode: ['NR1 2DH'],
  url: ['https://example.com/'],
  'national-insurance-number': ['QQ123456C', 'AB123456C'],
  'month-year': ['2026-06'],
  time: ['10:30'],
  'date-time': ['2026-06-15T10:30'],
}
const PLAIN = ['Something else', 'a', 'Aa1', '1', '12345678', 'ABC', '000000']

/** Texts cannot be counted: what is named, and something else. */
function texts(field: Field, tests: readonly Test[]): Candidates {
  const named = tests.flatMap((test) => ('values' in test ? test.values : []))
  const lengths = [...tests.flatMap(numbersIn), ...numbersInSchema(field.schema)]
    .flatMap((length) => [length - 1, length, length + 1])
    .filter((length) => length > 0 && length <= 2000)
  const values: readonly Json[] = [
    ...named,
    ...field.examples,
    ...(SAMPLES[field.kind] ?? []),
    ...PLAIN,
    ...lengths.flatMap((length) => ['a'.repeat(length), '1'.repeat(length), 'A'.repeat(length)]),
  ]
  return { values, areAll: false }
}
