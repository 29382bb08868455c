import { dateWords, monthWords } from '../fields/date-words.ts'
import type { Flaw } from '../fields/field.ts'
import { numberWords } from '../fields/number.ts'
import type { Template } from './error-templates.ts'
import { WELSH_FILE_TEMPLATES } from './file-errors.ts'
import { afterI, softened } from './welsh-names.ts'

type Words = (template: Template) => string

/** Welsh error words by keyword: the Design System's templates as `error-templates.ts` has them, in plain Welsh (Cymraeg Clir). */
export const WELSH_TEMPLATES: Readonly<Record<string, Words>> = {
  required: requiredWords,
  enum: requiredWords,
  minItems: fewWords,
  maxItems: ({ flaw }) =>
    flaw.field.kind === 'repeat' || flaw.field.kind === 'files'
      ? `Gallwch ychwanegu hyd at ${limitOf(flaw)}${flaw.field.kind === 'files' ? ' ffeil' : ''}`
      : `${verbOf(flaw)} ${limitOf(flaw)} neu lai`,
  uniqueItems: () => 'Rhowch bob ateb unwaith yn unig',
  exclusive: ({ flaw }) =>
    `Dewiswch bob un sy’n berthnasol, neu dewiswch ‘${flaw.params['other'] ?? ''}’`,
  doubled: ({ flaw, name }) => `${verbOf(flaw)} ${softened(name.inside)} unwaith yn unig`,
  'too-long': lengthWords,
  minLength: lengthWords,
  maxLength: lengthWords,
  maxWords: (template) => must(template, `${limitOf(template.flaw)} gair neu lai`),
  pattern: patternWords,
  format: formatWords,
  type: typeWords,
  minimum: rangeWords,
  maximum: rangeWords,
  exclusiveMinimum: (template) => must(template, `fwy na ${amountOf(template.flaw)}`),
  exclusiveMaximum: (template) => must(template, `llai na ${amountOf(template.flaw)}`),
  multipleOf: multipleWords,
  ...WELSH_FILE_TEMPLATES,
  'missing-part': ({ flaw, name }) => `Rhaid ${afterI(name.inside)} gynnwys ${partsOf(flaw)}`,
  'short-year': () => 'Rhaid i’r flwyddyn gynnwys 4 rhif',
  'real-date': (template) => must(template, 'ddyddiad go iawn'),
  before: dateLimit('yn y gorffennol', 'cyn'),
  onOrBefore: dateLimit('heddiw neu yn y gorffennol', 'ar neu cyn'),
  after: dateLimit('yn y dyfodol', 'ar ôl'),
  onOrAfter: dateLimit('heddiw neu yn y dyfodol', 'ar neu ar ôl'),
}

/** "Rhaid i’ch oedran fod yn …" */
function must({ name }: Template, words: string): string {
  return `Rhaid ${afterI(name.inside)} fod yn ${words}`
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

function verbOf(flaw: Flaw): 'Dewiswch' | 'Rhowch' {
  return CHOICES.includes(flaw.field.kind) ? 'Dewiswch' : 'Rhowch'
}

function requiredWords({ flaw, name }: Template): string {
  switch (flaw.field.kind) {
    case 'yes-no':
      return 'Dewiswch un o’r ddau ateb'
    case 'declaration':
      return 'Dewiswch y blwch i gadarnhau'
    case 'repeat':
      return 'Ychwanegwch ateb'
    default:
      // The object of an order softens.
      return `${verbOf(flaw)} ${softened(name.inside)}`
  }
}

function fewWords(template: Template): string {
  const limit = limitOf(template.flaw)
  if (limit === '1') return requiredWords(template)
  return template.flaw.field.kind === 'repeat'
    ? `Ychwanegwch o leiaf ${limit}`
    : `${verbOf(template.flaw)} ${limit} neu fwy`
}

function lengthWords(template: Template): string {
  const { flaw } = template
  const { minLength, maxLength } = flaw.field.schema
  const [least, most] = [Number(minLength ?? 0), Number(maxLength ?? 0)]
  if (flaw.keyword === 'too-long' || least < 2 || most === 0)
    return must(
      template,
      `${limitOf(flaw)} nod neu ${flaw.keyword === 'minLength' ? 'fwy' : 'lai'}`,
    )
  return least === most
    ? must(template, `${count(least)} nod`)
    : `Rhaid ${afterI(template.name.inside)} fod rhwng ${count(least)} a ${count(most)} nod`
}

function rangeWords(template: Template): string {
  const { flaw, name } = template
  const { minimum, maximum } = flaw.field.schema
  if (typeof minimum === 'number' && typeof maximum === 'number') {
    const [least, most] = [minimum, maximum].map((value) => numberWords(flaw.field, value, 'cy'))
    return `Rhaid ${afterI(name.inside)} fod rhwng ${least} a ${most}`
  }
  return must(template, `${amountOf(flaw)} neu ${flaw.keyword === 'minimum' ? 'fwy' : 'lai'}`)
}

function multipleWords(template: Template): string {
  const { flaw, name } = template
  const decimals = /^0\.(0*)1$/u.exec(String(flaw.params['limit']))
  if (!decimals) return must(template, `lluosrif o ${limitOf(flaw)}`)
  const places = (decimals[1]?.length ?? 0) + 1
  return `Rhaid ${afterI(name.inside)} gael ${places} lle degol neu lai`
}

function typeWords(template: Template): string {
  if (template.flaw.field.kind !== 'number') return requiredWords(template)
  const { params, field } = template.flaw
  const isWhole = params['whole'] === 1 || field.schema['type'] === 'integer'
  return must(template, isWhole ? 'rhif cyfan, fel 30' : 'rhif, fel 30')
}

function patternWords(template: Template): string {
  if (template.flaw.field.kind === 'code') return codeWords(template)
  return `Rhowch ${softened(template.name.inside)} yn y fformat cywir`
}

function formatWords(template: Template): string {
  const { kind } = template.flaw.field
  if (kind === 'code') return codeWords(template)
  return FORMATS[kind] ?? patternWords(template)
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com',
  phone: 'Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982',
  postcode: 'Rhowch god post llawn yn y DU, fel AA3 1AB',
  url: 'Rhowch gyfeiriad gwefan yn y fformat cywir, fel https://www.example.com',
  'national-insurance-number': 'Rhowch rif Yswiriant Gwladol yn y fformat cywir, fel QQ 12 34 56 C',
  time: 'Rhowch amser, fel 10:30am neu 5pm',
  'date-time': 'Rhowch amser, fel 10:30am neu 5pm',
  date: 'Rhowch ddyddiad go iawn',
}

function codeWords(template: Template): string {
  const pattern = String(template.flaw.field.schema['pattern'] ?? '')
  const digits = /\{(\d+)\}\)?\$?$/u.exec(pattern)?.[1]
  return must(template, digits === undefined ? 'rhifau yn unig' : `${digits} rhif`)
}

function dateLimit(today: string, relation: string): Words {
  return (template) => {
    const { flaw, name } = template
    const opening = `Rhaid ${afterI(name.inside)} fod`
    if (flaw.params['today'] === 1) return `${opening} ${today}`
    const limit = String(flaw.params['limit'])
    const words = limit.length === 7 ? monthWords(limit, 'cy') : dateWords(limit.slice(0, 10), 'cy')
    return `${opening} ${relation} ${words}`
  }
}

const PARTS: Readonly<Record<string, string>> = {
  day: 'diwrnod',
  month: 'mis',
  year: 'blwyddyn',
  time: 'amser',
}

function partsOf(flaw: Flaw): string {
  const parts = String(flaw.params['parts'] ?? '').split(',')
  const names = parts.map((part) => PARTS[part] ?? part)
  return names.join(' a ').replace(/ a amser$/u, ' ac amser')
}

function limitOf(flaw: Flaw): string {
  const { limit } = flaw.params
  return typeof limit === 'number' ? count(limit) : String(limit ?? '')
}

function amountOf(flaw: Flaw): string {
  return numberWords(flaw.field, flaw.params['limit'], 'cy')
}

function count(number: number): string {
  return number.toLocaleString('cy')
}
