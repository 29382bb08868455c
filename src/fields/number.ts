import { flawOf, parseText, wrong } from './control.ts'
import type { Field, Kind } from './field.ts'
import { showInput } from './input-box.ts'
import { tidyShort } from './tidy.ts'

/** A number as people write it. `1e3` and `0x10` are none; `1,000`, `1 000` and, after a `£` prefix, `£1,000` are. */
export const numberKind: Kind = {
  name: 'number',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(field, input, prefix, tidyShort, (text) => {
      const value = readNumber(withoutUnits(text, field))
      if (value === undefined) return wrong(flawOf(field, prefix, 'type', { whole: whole(field) }))
      if (Math.abs(value) > LARGEST) return wrong(flawOf(field, prefix, 'type', { whole: 0 }))
      const fraction = whole(field) === 1 && !Number.isInteger(value)
      return fraction
        ? wrong(flawOf(field, prefix, 'type', { whole: 1 }))
        : { status: 'value', value }
    }),
  typedOf: (_field, value, prefix) => ({ [prefix]: [plain(value)] }),
  show: (field, prefix, context) =>
    showInput(field, prefix, context, {
      inputmode: whole(field) === 1 ? 'numeric' : 'decimal',
      spellcheck: false,
      width: '10',
    }),
  summarise: (field, value, { language }) => [numberWords(field, value, language)],
}

/** More digits than this, and a computer keeps another number than was typed. */
const LARGEST = 999_999_999_999_999

/** Digits, in threes with commas or blanks where there are any, and decimals. Undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const sign = /^[-\u2212]/u.test(text) ? -1 : 1
  const digits = text.replace(/^[-\u2212+]\s*/u, '')
  const grouped = /^\d{1,3}([,\s]\d{3})+(\.\d+)?$/u.test(digits)
  if (!grouped && !/^(\d+\.?\d*|\.\d+)$/u.test(digits)) return undefined
  const value = sign * Number(digits.replace(/[,\s]/gu, ''))
  return value === 0 ? 0 : value
}

/** The number with the field's prefix and suffix, in the digits of a language: "£1,250.50", "12 hours". */
export function numberWords(field: Field, value: unknown, language: string): string {
  if (typeof value !== 'number') return String(value)
  const { prefix = '', suffix = '' } = field.presentation
  const pence = /^[£€$]$/u.test(prefix) && !Number.isInteger(value)
  const digits = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    maximumFractionDigits: 20,
    minimumFractionDigits: pence ? 2 : 0,
  }).format(Math.abs(value))
  const unit = suffix === '' || /^[%°]/u.test(suffix) ? suffix : ` ${suffix}`
  return `${value < 0 ? '-' : ''}${prefix}${digits}${unit}`
}

function plain(value: unknown): string {
  if (typeof value !== 'number') return String(value)
  return value.toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 20 })
}

/** 1 where only whole numbers are answers: params are numbers and strings. */
function whole(field: Field): 0 | 1 {
  return field.schema['type'] === 'integer' ? 1 : 0
}

/** People type the prefix and the suffix again although the box shows them. */
function withoutUnits(text: string, field: Field): string {
  const { prefix = '', suffix = '' } = field.presentation
  let rest = text
  if (prefix && rest.startsWith(prefix)) rest = rest.slice(prefix.length).trim()
  if (suffix && rest.toLowerCase().endsWith(suffix.toLowerCase()))
    rest = rest.slice(0, -suffix.length).trim()
  return rest
}
