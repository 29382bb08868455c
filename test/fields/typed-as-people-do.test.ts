import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field, KindName } from '../../src/fields/field.ts'
import { kindOf } from '../../src/fields/kinds.ts'
import { contextOf, fieldOf, posted } from './field-of.ts'

const WIDE = (text: string) =>
  text.replace(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))

/** What people put between the signs of a number, and around it. */
const gap = fc.constantFrom('', ' ', '-', '  ', '\u2013', '\u2014', '\u2011', '\u00a0', '\u2009')
const blank = fc.constantFrom('', ' ', '\t', '\u00a0', '\u200b', '\ufeff', '  ')

/** The same text with gaps in it, blanks around it, and perhaps in full-width signs. */
function scattered(text: string, between = gap): fc.Arbitrary<string> {
  const signs = [...text]
  return fc
    .tuple(
      fc.array(between, { minLength: signs.length, maxLength: signs.length }),
      blank,
      blank,
      fc.boolean(),
    )
    .map(([gaps, before, after, isWide]) => {
      const whole = signs
        .map((sign, index) => (index === 0 ? sign : `${gaps[index]}${sign}`))
        .join('')
      return before + (isWide ? WIDE(whole) : whole) + after
    })
}

function answerOf(kind: KindName, text: string, given: Partial<Field> = {}): unknown {
  const parsed = kindOf(kind).parse(fieldOf(kind, given), posted({ answer: text }), 'answer')
  return parsed.status === 'value' ? parsed.value : parsed.status
}

describe('what people type is tidied before it is checked', () => {
  it('takes a code with gaps of any kind in it', () => {
    const typed = digits(6).chain((code) => scattered(code).map((text) => [code, text] as const))
    fc.assert(fc.property(typed, ([code, text]) => answerOf('code', text) === code))
  })

  it('takes a postcode in small letters, with its gap anywhere', () => {
    const codes = fc.constantFrom('NR1 3JX', 'SW1A 1AA', 'M1 1AE', 'EC1A 1BB', 'B33 8TH')
    const typed = codes.chain((code) =>
      fc
        .tuple(scattered(code.replace(' ', '')), fc.boolean())
        .map(([text, small]) => [code, small ? text.toLowerCase() : text] as const),
    )
    fc.assert(fc.property(typed, ([code, text]) => answerOf('postcode', text) === code))
  })

  it('takes a phone number with 0, +44, 0044 or (0), and gaps', () => {
    const space = fc.constantFrom('', ' ', '-', '\u00a0', '\u2013')
    const mobiles = digits(3).map((end) => `7700900${end}`)
    const typed = mobiles.chain((number) =>
      fc
        .tuple(
          fc.constantFrom('0', '+44', '+44 ', '0044', '0044 ', '+44 (0)', '(0)'),
          scattered(number, space),
        )
        .map(([start, text]) => [`+44${number}`, start + text.trimStart()] as const),
    )
    fc.assert(
      fc.property(typed, ([number, text]) => {
        fc.pre(!/^\p{Cf}/u.test(text.slice(1)))
        expect(answerOf('phone', text)).toBe(number)
      }),
    )
  })

  it('takes a sort code and an account number by their pattern, whatever stands between the digits', () => {
    const sort = fieldOf('code', { schema: { pattern: '^\\d{6}$' } })
    const typed = digits(6).chain((code) => scattered(code).map((text) => [code, text] as const))
    fc.assert(fc.property(typed, ([code, text]) => answerOf('code', text, sort) === code))
  })

  it('takes a National Insurance number however its pairs are set apart', () => {
    const typed = digits(6).chain((middle) =>
      scattered(`QQ${middle}C`).map((text) => [`QQ${middle}C`, text.toLowerCase()] as const),
    )
    fc.assert(
      fc.property(
        typed,
        ([number, text]) => answerOf('national-insurance-number', text) === number,
      ),
    )
  })

  it('takes a date with the month as a number or a name, in any width of digits', () => {
    const months = [
      'January',
      'Feb',
      'march',
      'APR',
      'May',
      'june',
      'Jul.',
      'Aug',
      'Sept',
      'October',
      'Nov',
      'december',
    ]
    const typed = fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1900, max: 2100 }),
      fc.boolean(),
      fc.boolean(),
      blank,
    )
    fc.assert(
      fc.property(typed, ([day, month, year, isName, isWide, around]) => {
        const write = (text: string) => around + (isWide ? WIDE(text) : text) + around
        const input = posted({
          'answer-day': write(String(day)),
          'answer-month': write(isName ? (months[month - 1] ?? '') : String(month)),
          'answer-year': write(String(year)),
        })
        const parsed = kindOf('date').parse(fieldOf('date'), input, 'answer')
        const two = (number: number) => String(number).padStart(2, '0')
        expect(parsed).toEqual({ status: 'value', value: `${year}-${two(month)}-${two(day)}` })
      }),
    )
  })

  it('keeps smart quotes and dashes in words, and takes the blanks around them away', () => {
    const words = fc.constantFrom(
      'O\u2019Neill',
      '\u201cThe Elms\u201d',
      'Anne\u2013Marie',
      'Si\u00e2n',
    )
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('', ' ', '\t'),
        (text, around) => answerOf('text', around + text + around) === text,
      ),
    )
  })

  it('is shown tidied when it is right, and reads back as the same answer', () => {
    const kinds: readonly (readonly [KindName, fc.Arbitrary<string>])[] = [
      ['postcode', scattered('NR13JX')],
      ['phone', scattered('07700900123', fc.constantFrom('', ' '))],
      ['national-insurance-number', scattered('QQ123456C')],
      ['number', fc.integer({ min: -99_999, max: 99_999 }).map(String)],
    ]
    for (const [kind, typed] of kinds)
      fc.assert(
        fc.property(typed, (text) => {
          const field = fieldOf(kind)
          const first = kindOf(kind).parse(field, posted({ answer: text }), 'answer')
          fc.pre(first.status === 'value')
          if (first.status !== 'value') return
          const boxes = kindOf(kind).typedOf(field, first.value, 'answer')
          expect(kindOf(kind).parse(field, posted(boxes), 'answer')).toEqual(first)
        }),
      )
  })

  it('is shown again as it was typed when it is wrong', () => {
    const kinds: readonly KindName[] = [
      'postcode',
      'phone',
      'national-insurance-number',
      'number',
      'email',
      'url',
      'time',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.string({ minLength: 1, maxLength: 30 }),
        (kind, text) => {
          const shown = kindOf(kind).show(
            fieldOf(kind),
            'answer',
            contextOf({ typed: { answer: [text] } }),
          )
          expect(shown.options['value']).toBe(text)
        },
      ),
    )
  })
})
