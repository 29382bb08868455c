import { RE2JS } from 're2js'
import type { Field, Json } from '../fields/field.ts'
import { ANSWER_FORMATS } from '../fields/formats.ts'
import { PROBLEMS } from './codes.ts'
import { helpWith } from './nearest.ts'
import type { Report } from './problem.ts'
import { quoted } from './quoted.ts'
import { jsonOf, type Node, writtenOf } from './tree.ts'

/**
 * A literal that is compared with an answer, or given as one. Reported where it can never be that field's answer
 * (`yes` for a boolean, an unknown option). Of check boxes: one of the options, or a list of them.
 */
export function checkLiteral(node: Node, field: Field | undefined, report: Report): Json {
  const value = jsonOf(node)
  if (!field) return value
  const one = field.item ?? (field.kind === 'checkboxes' ? field : undefined)
  if (one && node.is === 'list') {
    for (const item of node.items) checkLiteral(item, one, report)
    return value
  }
  if (field.item) return checkLiteral(node, field.item, report)
  const wrong = wrongWith(value, node, field)
  if (wrong) {
    const message = `${quoted(writtenOf(node).split('\n')[0] ?? '')} cannot be an answer of "${field.name}".`
    report(PROBLEMS.impossibleLiteral, node, message, wrong)
  }
  return value
}

/** The remedy where a value is not possible. */
function wrongWith(value: Json, node: Node, field: Field): string | undefined {
  if (field.options.length > 0) return wrongOption(value, field)
  switch (field.kind) {
    case 'yes-no':
    case 'declaration':
      return typeof value === 'boolean' ? undefined : 'Write true or false, without quotes.'
    case 'number':
      return wrongNumber(value, field)
    case 'name':
    case 'address':
    case 'group':
      return typeof value === 'object' ? undefined : `It has parts: ${partsOf(field)}.`
    case 'file':
    case 'files':
      return 'It is a file: test whether it is there, with { answered: true }.'
    case 'repeat':
      return Array.isArray(value)
        ? undefined
        : 'It is a list of items: test it with minItems or maxItems.'
    default:
      return wrongText(value, node, field)
  }
}

function partsOf(field: Field): string {
  return field.parts.map((part) => `${field.name}.${part.name}`).join(', ')
}

function wrongOption(value: Json, field: Field): string | undefined {
  if (field.options.some((option) => option.value === value)) return undefined
  return helpWith(
    String(value),
    field.options.map((option) => String(option.value)),
    'options',
  )
}

function wrongNumber(value: Json, { schema }: Field): string | undefined {
  if (typeof value !== 'number') return 'Write a number, without quotes.'
  if (schema['type'] === 'integer' && !Number.isInteger(value)) return 'Write a whole number.'
  const { minimum, maximum } = schema
  if (typeof minimum === 'number' && value < minimum) return `It is ${minimum} or more.`
  if (typeof maximum === 'number' && value > maximum) return `It is ${maximum} or less.`
  return undefined
}

function wrongText(value: Json, node: Node, field: Field): string | undefined {
  if (typeof value === 'string') return wrongLength(value, field) ?? wrongForm(value, field)
  return node.is === 'scalar' ? `Put quotes around it: ${quoted(writtenOf(node))}` : 'Write a text.'
}

function wrongLength(text: string, { schema }: Field): string | undefined {
  const length = [...text].length
  const { minLength, maxLength } = schema
  if (typeof maxLength === 'number' && length > maxLength)
    return `It has ${maxLength} characters or fewer.`
  return typeof minLength === 'number' && length < minLength
    ? `It has ${minLength} characters or more.`
    : undefined
}

function wrongForm(text: string, { schema, kind }: Field): string | undefined {
  const { pattern, format } = schema
  const test = ANSWER_FORMATS[typeof format === 'string' ? format : kind]
  if (test && !test(text)) return `It is stored as ${FORM_OF[kind] ?? `a ${kind}`}.`
  return typeof pattern === 'string' && !fits(pattern, text)
    ? 'It does not fit the pattern of the field.'
    : undefined
}

const FORM_OF: Readonly<Record<string, string>> = {
  date: 'a date like "2026-01-31"',
  'month-year': 'a month like "2026-01"',
  time: 'a time like "14:30"',
  phone: 'a number like "+441632960123"',
}

function fits(pattern: string, value: string): boolean {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern)).matcher(value).find()
  } catch {
    return true
  }
}
