import { dateWords, monthWords } from '../fields/date-words.ts'
import type { Flaw } from '../fields/field.ts'
import { numberWords } from '../fields/number.ts'
import type { FieldName } from './field-names.ts'
import { FILE_TEMPLATES } from './file-errors.ts'

export interface Template {
  readonly flaw: Flaw
  readonly name: FieldName
}
type Words = (template: Template) => string

/**
 * English error words by keyword, after the Design System's templates (ACCESSIBILITY.md 3.3). A flaw that has none here
 * is said as `pattern` is.
 */
export const TEMPLATES: Readonly<Record<string, Words>> = {
  required: requiredWords,
  enum: requiredWords,
  minItems: fewWords,
  maxItems: ({ flaw }) =>
    flaw.field.kind === 'repeat' || flaw.field.kind === 'files'
      ? `You can add up to ${limitOf(flaw)}${flaw.field.kind === 'files' ? ' files' : ''}`
      : `${verbOf(flaw)} ${limitOf(flaw)} or fewer`,
  uniqueItems: ({ name }) => `Enter each ${name.neutral ? 'answer' : name.inside} once only`,
  exclusive: ({ flaw, name }) =>
    `Select ${name.neutral ? 'all that apply' : name.inside}, or select ‘${flaw.params['other'] ?? ''}’`,
  doubled: (template) => `${verbOf(template.flaw)} ${template.name.inside} once only`,
  'too-long': lengthWords,
  minLength: lengthWords,
  maxLength: lengthWords,
  maxWords: ({ flaw, name }) => `${name.opening} must be ${limitOf(flaw)} words or less`,
  pattern: patternWords,
  format: formatWords,
  type: typeWords,
  minimum: rangeWords,
  maximum: rangeWords,
  exclusiveMinimum: ({ flaw, name }) => `${name.opening} must be more than ${amountOf(flaw)}`,
  exclusiveMaximum: ({ flaw, name }) => `${name.opening} must be less than ${amountOf(flaw)}`,
  multipleOf: multipleWords,
  ...FILE_TEMPLATES,
  'missing-part': ({ flaw, name }) => `${name.opening} must include a ${partsOf(flaw)}`,
  'short-year': () => 'Year must include 4 numbers',
  'real-date': ({ name }) => `${name.opening} must be a real date`,
  before: dateLimit('in the past', 'before'),
  onOrBefore: dateLimit('today or in the past', 'the same as or before'),
  after: dateLimit('in the future', 'after'),
  onOrAfter: dateLimit('today or in the future', 'the same as or after'),
}

const CHOICES: readonly string[] = [
  'radios',
  'select',
  'search',
  'checkboxes',
  'yes-no',
  'declaration',
  'file',
  'files',
]

function verbOf(flaw: Flaw): 'Select' | 'Enter' {
  return CHOICES.includes(flaw.field.kind) ? 'Select' : 'Enter'
}

/** "you have a badge" can follow "if"; "your badge" cannot. */
const IS_CLAUSE = /^(that|you|they|he|she|it|we|i|there|someone|anyone|any)\b/iu

function requiredWords({ flaw, name }: Template): string {
  const clause = !name.neutral && IS_CLAUSE.test(name.inside)
  switch (flaw.field.kind) {
    case 'yes-no':
      return clause ? `Select yes if ${name.inside}` : 'Select yes or no'
    case 'declaration':
      return clause ? `Confirm ${name.inside}` : 'Select the box to confirm'
    case 'repeat':
      return `Add ${flaw.field.presentation.item ? `a ${flaw.field.presentation.item}` : 'an answer'}`
    case 'several': {
      const { item } = flaw.field.presentation
      return `Enter ${item === undefined ? name.inside : `at least one ${item}`}`
    }
    default:
      return `${verbOf(flaw)} ${name.inside}`
  }
}

function fewWords(template: Template): string {
  const limit = limitOf(template.flaw)
  if (limit === '1') return requiredWords(template)
  return template.flaw.field.kind === 'repeat'
    ? `Add at least ${limit}`
    : `${verbOf(template.flaw)} ${limit} or more${template.flaw.field.kind === 'files' ? ' files' : ''}`
}

function lengthWords({ flaw, name }: Template): string {
  const { minLength, maxLength } = flaw.field.schema
  const [least, most] = [Number(minLength ?? 0), Number(maxLength ?? 0)]
  if (flaw.keyword === 'too-long' || least < 2 || most === 0) {
    const more = flaw.keyword === 'minLength' ? 'more' : 'less'
    return `${name.opening} must be ${limitOf(flaw)} characters or ${more}`
  }
  return least === most
    ? `${name.opening} must be ${count(least)} characters`
    : `${name.opening} must be between ${count(least)} and ${count(most)} characters`
}

function rangeWords({ flaw, name }: Template): string {
  const { minimum, maximum } = flaw.field.schema
  if (typeof minimum === 'number' && typeof maximum === 'number') {
    const [least, most] = [minimum, maximum].map((value) => numberWords(flaw.field, value, 'en'))
    return `${name.opening} must be between ${least} and ${most}`
  }
  return `${name.opening} must be ${amountOf(flaw)} or ${flaw.keyword === 'minimum' ? 'more' : 'less'}`
}

function multipleWords({ flaw, name }: Template): string {
  const decimals = /^0\.(0*)1$/u.exec(String(flaw.params['limit']))
  if (!decimals) return `${name.opening} must be a multiple of ${limitOf(flaw)}`
  const places = (decimals[1]?.length ?? 0) + 1
  return `${name.opening} must have ${places} decimal ${places === 1 ? 'place' : 'places'} or fewer`
}

function typeWords(template: Template): string {
  if (template.flaw.field.kind !== 'number') return requiredWords(template)
  const whole =
    template.flaw.params['whole'] === 1 || template.flaw.field.schema['type'] === 'integer'
  return `${template.name.opening} must be a ${whole ? 'whole number' : 'number'}, like 30`
}

function patternWords(template: Template): string {
  if (template.flaw.field.kind === 'code') return codeWords(template)
  return `Enter ${template.name.inside} in the correct format`
}

function formatWords(template: Template): string {
  const { kind } = template.flaw.field
  if (kind === 'code') return codeWords(template)
  return FORMATS[kind] ?? patternWords(template)
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'Enter an email address in the correct format, like name@example.com',
  phone: 'Enter a phone number, like 01632 960 001 or 07700 900 982',
  postcode: 'Enter a full UK postcode, like AA3 1AB',
  url: 'Enter a website address in the correct format, like https://www.example.com',
  'national-insurance-number':
    'Enter a National Insurance number in the correct format, like QQ 12 34 56 C',
  time: 'Enter a time, like 10:30am or 5pm',
  'date-time': 'Enter a time, like 10:30am or 5pm',
  date: 'Enter a real date',
}

function codeWords({ flaw, name }: Template): string {
  const digits = /\{(\d+)\}\)?\$?$/u.exec(String(flaw.field.schema['pattern'] ?? ''))?.[1]
  return digits === undefined
    ? `${name.opening} must be numbers only`
    : `${name.opening} must be ${digits} numbers`
}

function dateLimit(today: string, relation: string): Words {
  return ({ flaw, name }) => {
    if (flaw.params['today'] === 1) return `${name.opening} must be ${today}`
    const limit = String(flaw.params['limit'])
    const words = limit.length === 7 ? monthWords(limit, 'en') : dateWords(limit.slice(0, 10), 'en')
    return `${name.opening} must be ${relation} ${words}`
  }
}

function partsOf(flaw: Flaw): string {
  return String(flaw.params['parts'] ?? '')
    .split(',')
    .join(' and ')
}

function limitOf(flaw: Flaw): string {
  const { limit } = flaw.params
  return typeof limit === 'number' ? count(limit) : String(limit ?? '')
}

function amountOf(flaw: Flaw): string {
  return numberWords(flaw.field, flaw.params['limit'], 'en')
}

function count(number: number): string {
  return number.toLocaleString('en-GB')
}
