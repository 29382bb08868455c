import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { flawOf, parseText, wrong } from './control.ts'
import type { Kind } from './field.ts'
import { ownAutocomplete, showInput } from './input-box.ts'
import { tidyShort } from './tidy.ts'

/** A mobile or a landline of Great Britain, Northern Ireland or the islands; stored as E.164 (R-TEL-01). */
export const phoneKind: Kind = {
  name: 'phone',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(field, input, prefix, tidyShort, (text) => {
      const value = readPhone(text)
      return value === undefined
        ? wrong(flawOf(field, prefix, 'format'))
        : { status: 'value', value }
    }),
  typedOf: (_field, value, prefix) => ({ [prefix]: [nationalPhone(String(value))] }),
  show: (field, prefix, context) =>
    showInput(field, prefix, context, {
      type: 'tel',
      spellcheck: false,
      width: '20',
      ...ownAutocomplete(field, 'tel'),
    }),
  summarise: (_field, value) => [nationalPhone(String(value))],
  tests: {
    phoneType: {
      values: ['mobile', 'landline', 'other'],
      of: (value) => phoneTypeOf(String(value)),
    },
  },
}

const COUNTRIES: readonly (string | undefined)[] = ['GB', 'GG', 'JE', 'IM']
/**
 * Ofcom's numbers for drama, which examples and tests use. They can never be anybody's: the kind accepts them always,
 * and the senders of production refuse them.
 */
const DRAMA_MOBILE = /^\+447700900\d{3}$/u
const DRAMA_LANDLINE = /^\+441632960\d{3}$/u

/** A number as people write it → E.164; undefined where R-TEL-01 refuses it. */
export function readPhone(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'GB', extract: false })
  if (!number || number.ext !== undefined) return undefined
  return typeOf(number) === 'other' ? undefined : number.number
}

/** True of an E.164 number that R-TEL-01 accepts. */
export function isPhone(text: string): boolean {
  return readPhone(text) === text
}

/** Whether a stored number can be sent a text (`mobile`), or is called only. */
export function phoneTypeOf(e164: string): 'mobile' | 'landline' | 'other' {
  const number = parsePhoneNumberFromString(e164, { extract: false })
  return number ? typeOf(number) : 'other'
}

/** The country of a stored number: GB, GG, JE or IM; undefined where there is none. */
export function phoneCountryOf(e164: string): string | undefined {
  return parsePhoneNumberFromString(e164, { extract: false })?.country
}

function typeOf(number: PhoneNumber): 'mobile' | 'landline' | 'other' {
  if (DRAMA_MOBILE.test(number.number)) return 'mobile'
  if (DRAMA_LANDLINE.test(number.number)) return 'landline'
  if (!number.isValid() || !COUNTRIES.includes(number.country)) return 'other'
  const type = number.getType()
  if (type === 'MOBILE') return 'mobile'
  return type === 'FIXED_LINE' || type === 'FIXED_LINE_OR_MOBILE' ? 'landline' : 'other'
}

function nationalPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164, { extract: false })
  return number?.countryCallingCode === '44'
    ? number.formatNational()
    : (number?.formatInternational() ?? e164)
}
