import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmail } from '../../src/fields/email.ts'
import type { KindName } from '../../src/fields/field.ts'
import { kindOf } from '../../src/fields/kinds.ts'
import { isPostcode, tidyPostcode } from '../../src/fields/postcode.ts'
import { tidyCode, tidyLines, tidyText } from '../../src/fields/tidy.ts'
import { fieldOf, posted } from './field-of.ts'

const runs = { seed: 2024, numRuns: 200 }

function parse(kind: KindName, text: string | readonly string[]) {
  return kindOf(kind).parse(fieldOf(kind), posted({ answer: text }), 'answer')
}
function answerOf(kind: KindName, text: string) {
  const parsed = parse(kind, text)
  return parsed.status === 'value' ? parsed.value : parsed.status
}
function keywordOf(kind: KindName, text: string | readonly string[]) {
  const parsed = parse(kind, text)
  return parsed.status === 'wrong' ? parsed.flaws.map((flaw) => flaw.keyword) : parsed.status
}

describe('tidying', () => {
  it('trims, joins composed letters and leaves smart quotes alone', () => {
    expect(answerOf('text', '  O’Brien “Zoe\u0308” \n')).toBe('O’Brien “Zoë”')
  })

  it('makes line ends one character in several lines, and a blank in one', () => {
    expect(answerOf('textarea', 'one\r\ntwo\rthree\n')).toBe('one\ntwo\nthree')
    expect(answerOf('text', 'one\r\ntwo')).toBe('one two')
  })

  it('drops what cannot be seen or printed', () => {
    expect(answerOf('text', 'a\u0000b\u001b')).toBe('ab')
    expect(answerOf('postcode', '\u200bNR1 3JX\ufeff')).toBe('NR1 3JX')
  })

  it('takes blanks only for no answer', () => {
    for (const kind of ['text', 'textarea', 'email', 'phone', 'code', 'number', 'time'] as const)
      expect(answerOf(kind, ' \t ')).toBe('missing')
  })

  it('is done after once: tidying again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const tidy of [tidyLines, tidyText, tidyCode, tidyPostcode])
          expect(tidy(tidy(text))).toBe(tidy(text))
      }),
      runs,
    )
  })

  it('finds a code wherever separators and full-width digits stand in it (R-AUTH-09)', () => {
    const separator = fc.constantFrom('', ' ', '-', '–', '—', '\u00a0', '  ')
    const digit = fc.integer({ min: 0, max: 9 })
    const typed = fc.array(fc.tuple(digit, separator, fc.boolean()), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(typed, (signs) => {
        const text = signs
          .map(([n, gap, wide]) => (wide ? String.fromCodePoint(0xff10 + n) : n) + gap)
          .join('')
        expect(answerOf('code', text)).toBe(signs.map(([n]) => n).join(''))
      }),
      runs,
    )
  })

  it('finds a postcode however it is spaced and cased', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('NR13JX', 'EC1A1BB', 'M11AE', 'GY11AA', 'IM11AA', 'JE23AB', 'W1A0AX'),
        fc.array(fc.constantFrom('', ' ', '-', '.'), { minLength: 7, maxLength: 7 }),
        fc.boolean(),
        (code, gaps, small) => {
          const typed = [...code].map((letter, index) => letter + (gaps[index] ?? '')).join('')
          const value = tidyPostcode(small ? typed.toLowerCase() : typed)
          expect(value).toBe(`${code.slice(0, -3)} ${code.slice(-3)}`)
          expect(isPostcode(value)).toBe(true)
        },
      ),
      runs,
    )
  })

  it('leaves a password as it was typed, but for NFC (R-AUTH-20)', () => {
    expect(answerOf('password', '  three  kettles ')).toBe('  three  kettles ')
    expect(answerOf('password', 'e\u0301')).toBe('é')
    expect(keywordOf('password', 'é'.repeat(513))).toEqual(['maxLength'])
    expect(answerOf('password', 'é'.repeat(512))).toBe('é'.repeat(512))
  })
})

describe('one control', () => {
  const SINGLE = [
    'text',
    'textarea',
    'email',
    'phone',
    'postcode',
    'url',
    'password',
    'code',
    'national-insurance-number',
    'number',
    'time',
    'yes-no',
    'declaration',
    'radios',
    'select',
  ] as const

  it('that comes twice is refused, never the last one taken (R-WEB-10)', () => {
    for (const kind of SINGLE) expect(keywordOf(kind, ['a', 'b'])).toEqual(['doubled'])
  })

  it('holds at most 20,000 characters (R-WEB-12)', () => {
    for (const kind of SINGLE) expect(keywordOf(kind, '1'.repeat(20_001))).toEqual(['too-long'])
    expect(answerOf('textarea', 'a'.repeat(20_000))).toHaveLength(20_000)
  })
})

describe('an email address (R-AUTH-15)', () => {
  it('is kept as it was typed but for blanks at its ends', () => {
    expect(answerOf('email', ' Sam.O’Neil+forms@Example.ORG ')).toBe('Sam.O’Neil+forms@Example.ORG')
    for (const text of [
      'a@b.co',
      "o'brien@mail.example.co.uk",
      '"a@b"@example.org',
      'zoë@exämple.org',
    ])
      expect(isEmail(text)).toBe(true)
  })

  it('is one address: no lists, no headers, no second @', () => {
    const refused = [
      'victim@x.org,evil@y.org',
      'victim@x.org;evil@y.org',
      'victim@x.org evil@y.org',
      'victim@x.org\r\nBcc: evil@y.org',
      'victim@x.org\nevil',
      'a\u0000b@x.org',
      'a@b@x.org',
      'Sam <sam@x.org>',
      'sam@localhost',
      'sam@x',
      'sam@.org',
      'sam@x..org',
      'sam@-x.org',
      'sam@127.0.0.1',
      '.sam@x.org',
      'sam.@x.org',
      '@x.org',
      'sam@',
      'sam',
    ]
    for (const text of refused) expect([text, keywordOf('email', text)]).toEqual([text, ['format']])
  })

  it('has at most 254 characters', () => {
    const local = 'a'.repeat(64)
    const domain = `${'d'.repeat(63)}.${'e'.repeat(60)}.${'f'.repeat(60)}.org`
    expect(isEmail(`${local}@${domain}`)).toBe(true)
    expect(isEmail(`${local}@${domain.replace('.org', 'f.org')}`)).toBe(false)
  })
})

describe('other formats', () => {
  it('accepts National Insurance numbers in any spacing and case', () => {
    expect(answerOf('national-insurance-number', 'ab 12 34 56 c')).toBe('AB123456C')
    expect(answerOf('national-insurance-number', 'QQ-12-34-56-C')).toBe('QQ123456C')
    for (const text of ['BG123456A', 'DA123456A', 'AB12345C', 'AB123456E'])
      expect(keywordOf('national-insurance-number', text)).toEqual(['format'])
  })

  it('refuses what only looks like a postcode', () => {
    for (const text of ['NR1', 'NR1 3J', '12345', 'NR1 3JXX', 'NR1 3CX', 'ABC 1AA'])
      expect(keywordOf('postcode', text)).toEqual(['format'])
  })

  it('reads addresses of websites, http and https only', () => {
    expect(answerOf('url', 'www.example.org/a')).toBe('https://www.example.org/a')
    expect(answerOf('url', 'HTTP://example.org')).toBe('HTTP://example.org')
    for (const text of [
      'javascript:alert(1)',
      'ftp://example.org',
      'https://a:b@example.org',
      'x',
      'https://x',
    ])
      expect(keywordOf('url', text)).toEqual(['format'])
  })
})
