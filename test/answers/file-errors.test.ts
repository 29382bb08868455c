import { describe, expect, it } from 'vitest'
import { errorWordsOf } from '../../src/answers/error-words.ts'
import { flawOf } from '../../src/fields/control.ts'
import type { KindName } from '../../src/fields/field.ts'
import { fieldOf } from '../fields/field-of.ts'

function said(keyword: string, language: string, kind: KindName = 'file'): string {
  const field = fieldOf(kind, {
    name: 'letter',
    title: 'Letter',
    presentation: { accept: ['pdf', 'jpg'], maxSize: 2 * 1024 * 1024 },
  })
  const flaw = flawOf(field, 'letter', keyword, { name: 'a.gif', limit: 3 })
  return errorWordsOf(flaw, { language })
}

describe('what is wrong with a file, in words (WCAG 3.3.1)', () => {
  it.each([
    ['required', 'Select letter', 'Dewiswch letter'],
    [
      'accept',
      'The selected file must be a PDF or JPG',
      'Rhaid i’r ffeil a ddewiswyd fod yn PDF neu JPG',
    ],
    [
      'maxSize',
      'The selected file must be smaller than 2MB',
      'Rhaid i’r ffeil a ddewiswyd fod yn llai na 2MB',
    ],
    ['empty', 'The selected file is empty', 'Mae’r ffeil a ddewiswyd yn wag'],
    ['virus', 'The selected file contains a virus', 'Mae’r ffeil a ddewiswyd yn cynnwys feirws'],
  ])('says of %s what happened, in English and in Welsh', (keyword, english, welsh) => {
    expect(said(keyword, 'en')).toBe(english)
    expect(said(keyword, 'cy')).toBe(welsh)
  })

  it('names the file where several can be chosen at once', () => {
    expect(said('accept', 'en', 'files')).toBe('The selected file ‘a.gif’ must be a PDF or JPG')
    expect(said('virus', 'cy', 'files')).toBe('Mae’r ffeil a ddewiswyd (‘a.gif’) yn cynnwys feirws')
    expect(said('maxItems', 'cy', 'files')).toBe('Gallwch ychwanegu hyd at 3 ffeil')
  })
})
