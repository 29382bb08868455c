import type { Measure } from '../answers/limit-flaws.ts'
import { validateAnswer, validateFields } from '../answers/validate.ts'
import { shiftDate } from '../fields/calendar.ts'
import type { Field, Json } from '../fields/field.ts'
import { filesFor, wrongFileFor } from '../fields/file-sample.ts'
import { largestOf, sizeInWords } from '../fields/file-size.ts'
import { kindOf } from '../fields/kinds.ts'
import { textsOf } from './fill-page.ts'
import { sampleOf } from './sample-answer.ts'

/** What is typed into a field's boxes, and the rule of the schema that it breaks. */
export interface Wrong {
  /** `format`, `maxLength`, `required`, `real-date` … */
  readonly keyword: string
  readonly texts: Readonly<Record<string, readonly string[]>>
}

/** One way to break each rule of a field that can be broken by typing; the rule is what the service itself names. */
export function wrongAnswersOf(field: Field, measure: Measure): readonly Wrong[] {
  if (field.kind === 'repeat' || field.readOnly) return []
  return field.kind === 'file' || field.kind === 'files'
    ? wrongFiles(field)
    : wrongTexts(field, measure)
}

function wrongTexts(field: Field, measure: Measure): readonly Wrong[] {
  const found = new Map<string, Wrong>()
  for (const texts of attempts(field, measure)) {
    const { flaws } = validateFields([{ field }], new Map(Object.entries(texts)), measure)
    for (const flaw of flaws.slice(0, 1)) {
      const keyword = flaw.field === field ? flaw.keyword : `${flaw.field.name} ${flaw.keyword}`
      if (!found.has(keyword)) found.set(keyword, { keyword, texts })
    }
  }
  return [...found.values()]
}

/** Files are only spoken of: which rule one breaks is said here. */
function wrongFiles(field: Field): readonly Wrong[] {
  const [right = ''] = filesFor(field)
  const large = `${right} (${sizeInWords(largestOf(field) + 1024 * 1024)})`
  return [
    ...(field.required ? [{ keyword: 'required', texts: {} }] : []),
    { keyword: 'accept', texts: { [field.name]: [wrongFileFor(field)] } },
    { keyword: 'maxSize', texts: { [field.name]: [large] } },
    { keyword: 'empty', texts: { [field.name]: [`${right} (0KB)`] } },
  ]
}

function attempts(field: Field, measure: Measure): readonly Wrong['texts'][] {
  const typed = wrongValues(field, measure).map((value) => textsOf(field, value, field.name))
  return [{}, ...typed, ...wrongParts(field, measure), ...brokenDates(field)]
}

/** Answers that are right but for one part. */
function wrongParts(field: Field, measure: Measure): readonly Wrong['texts'][] {
  if (field.parts.length === 0) return []
  const right = sampleOf(field, measure)
  const typed = right === undefined ? {} : textsOf(field, right, field.name)
  return field.parts.flatMap((part) => {
    const prefix = `${field.name}-${part.name}`
    const mine = new Set(kindOf(part.kind).controls(part, prefix))
    const others = Object.fromEntries(Object.entries(typed).filter(([key]) => !mine.has(key)))
    const wrong = wrongValues(part, measure).map((value) => textsOf(part, value, prefix))
    return [{}, ...wrong].map((texts) => ({ ...others, ...texts }))
  })
}

function brokenDates({ kind, name }: Field): readonly Wrong['texts'][] {
  if (kind !== 'date') return []
  const boxes = (day: string, month: string, year: string) => ({
    [`${name}-day`]: [day],
    [`${name}-month`]: [month],
    [`${name}-year`]: [year],
  })
  return [boxes('31', '2', '2020'), boxes('', '2', '2020'), boxes('3', '2', '20')]
}

/** Values that are likely to break a rule; which one, the validator says. */
function wrongValues(field: Field, measure: Measure): readonly Json[] {
  const { schema } = field
  const numbers = ['minimum', 'maximum'].flatMap((key) => {
    const limit = schema[key]
    return typeof limit === 'number' ? [limit - 1, limit + 1, limit + 0.5] : []
  })
  if (field.kind === 'number') return ['words', ...numbers]
  if (field.options.length > 0)
    return field.kind === 'checkboxes' ? tooMany(field) : ['none-of-these']
  if (field.presentation.limits) return datesBeyond(field, measure)
  const { minLength, maxLength } = schema
  const words = field.presentation.maxWords
  return [
    '!',
    'not one',
    ...(typeof minLength === 'number' && minLength > 1 ? ['a'.repeat(minLength - 1)] : []),
    ...(typeof maxLength === 'number' ? ['a'.repeat(maxLength + 1)] : []),
    ...(words === undefined ? [] : [Array.from({ length: words + 1 }, () => 'a').join(' ')]),
  ].filter((value) => validateAnswer(field, value, measure).length > 0 || field.parts.length === 0)
}

function tooMany({ options, schema }: Field): readonly Json[] {
  const most = Number(schema['maxItems'] ?? options.length)
  const exclusive = options.find((option) => option.exclusive)
  const other = options.find((option) => !option.exclusive)
  return [
    options.slice(0, most + 1).map((option) => option.value),
    ...(exclusive && other ? [[exclusive.value, other.value]] : []),
  ]
}

function datesBeyond(field: Field, measure: Measure): readonly Json[] {
  if (field.kind !== 'date') return []
  return [-2000, -200, -130, -1, 0, 1, 200]
    .flatMap((years) => shiftDate(measure.today, years, 'years') ?? [])
    .flatMap((day) => [day, shiftDate(day, 1, 'days') ?? day, shiftDate(day, -1, 'days') ?? day])
}
