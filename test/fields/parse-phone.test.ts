import { describe, expect, it } from 'vitest'
import { kindOf } from '../../src/fields/kinds.ts'
import { phoneTypeOf, readPhone } from '../../src/fields/phone.ts'
import { fieldOf, posted } from './field-of.ts'

describe('a phone number (R-TEL-01)', () => {
  it.each([
    ['07400 123456', '+447400123456', 'mobile'],
    ['+44 7400 123456', '+447400123456', 'mobile'],
    ['0044 7400-123-456', '+447400123456', 'mobile'],
    ['+44 (0)7400 123456', '+447400123456', 'mobile'],
    ['07400–123–456', '+447400123456', 'mobile'],
    ['０７４００ 123456', '+447400123456', 'mobile'],
    ['(01603) 222-222', '+441603222222', 'landline'],
    ['020 7946 0958', '+442079460958', 'landline'],
    ['07911 123456', '+447911123456', 'mobile'],
    ['07624 123456', '+447624123456', 'mobile'],
    ['01534 123456', '+441534123456', 'landline'],
    ['01481 712345', '+441481712345', 'landline'],
    ['01624 612345', '+441624612345', 'landline'],
    ['07700 900123', '+447700900123', 'mobile'],
    ['01632 960123', '+441632960123', 'landline'],
  ])('%s is kept as %s, a %s', (typed, kept, type) => {
    expect(readPhone(typed)).toBe(kept)
    expect(phoneTypeOf(kept)).toBe(type)
  })

  it.each([
    ['a premium rate', '0901 234 5678'],
    ['a shared cost', '0843 123 4567'],
    ['a personal number', '070 1234 5678'],
    ['a company-wide number', '0300 123 4567'],
    ['a freephone', '0800 123456'],
    ['internet telephony', '056 1234 5678'],
    ['a pager', '07600 123456'],
    ['an emergency', '999'],
    ['a short code', '60999'],
    ['Jamaica', '+1 876 555 1234'],
    ['the United States', '+1 212 555 0123'],
    ['France', '+33 1 42 68 53 00'],
    ['a satellite', '+881 123456789'],
    ['an extension', '01603 222222 ext 5'],
    ['a digit too few', '07400 12345'],
    ['a digit too many', '07400 1234567'],
    ['two numbers', '07400 123456 / 07400 123457'],
    ['words around it', 'call 07400 123456'],
    ['letters', '0800 FLOWERS'],
    ['drama’s neighbours', '07700 901000'],
  ])('%s is refused', (_what, typed) => {
    const parsed = kindOf('phone').parse(fieldOf('phone'), posted({ answer: typed }), 'answer')
    expect(parsed).toMatchObject({
      status: 'wrong',
      flaws: [{ control: 'answer', keyword: 'format' }],
    })
  })

  it('is shown as people write it', () => {
    const field = fieldOf('phone')
    expect(kindOf('phone').summarise(field, '+447400123456', { language: 'en' })).toEqual([
      '07400 123456',
    ])
    expect(kindOf('phone').typedOf(field, '+441632960123', 'answer')).toEqual({
      answer: ['01632 960123'],
    })
  })

  it('is tested in conditions by its type', () => {
    const test = kindOf('phone').tests?.['phoneType']
    expect(test?.values).toEqual(['mobile', 'landline', 'other'])
    expect(test?.of('+447400123456')).toBe('mobile')
    expect(test?.of('nonsense')).toBe('other')
  })
})
