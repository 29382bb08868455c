import { describe, expect, it } from 'vitest'
import { errorWordsOf } from '../../src/answers/error-words.ts'
import { validateFields } from '../../src/answers/validate.ts'
import type { Field, Flaw, KindName, Presentation } from '../../src/fields/field.ts'
import { fieldOf, posted } from '../fields/field-of.ts'

const measure = { today: '2026-03-01', answerOf: () => undefined }

/** What a resident reads who posts this. */
function words(field: Field, entries: Record<string, string | string[]> = {}, label?: string) {
  const { flaws } = validateFields([{ field }], posted(entries), measure)
  return flaws
    .map((flaw) => errorWordsOf(flaw, { language: 'en', ...(label !== undefined && { label }) }))
    .join(' | ')
}
function flawed(
  kind: KindName,
  keyword: string,
  given: Partial<Field> = {},
  params: Flaw['params'] = {},
) {
  const field = fieldOf(kind, given)
  return errorWordsOf({ control: 'answer', keyword, params, field }, { language: 'en' })
}
const short = (words: string): { presentation: Presentation } => ({
  presentation: { short: words },
})

describe('the words of an empty answer', () => {
  it.each<[KindName, Partial<Field>, string]>([
    ['text', { title: 'Date of birth' }, 'Enter date of birth'],
    ['text', { title: 'What is your name?', ...short('your name') }, 'Enter your name'],
    ['text', { title: 'What is your name?' }, 'Enter an answer'],
    ['text', { title: 'Tell us what happened' }, 'Enter an answer'],
    ['text', { title: 'NHS number' }, 'Enter NHS number'],
    ['text', { title: 'National Insurance number' }, 'Enter National Insurance number'],
    ['text', { title: 'Town or city' }, 'Enter town or city'],
    ['text', { title: 'Name of your carer' }, 'Enter name of your carer'],
    ['email', { title: 'Email address' }, 'Enter an email address'],
    [
      'email',
      { title: 'Email address', presentation: { subject: 'self' } },
      'Enter your email address',
    ],
    ['email', { title: 'Where can we write to you?' }, 'Enter an email address'],
    ['phone', { title: 'How can we ring you?' }, 'Enter a phone number'],
    ['code', { title: 'Verification code' }, 'Enter verification code'],
    ['radios', { title: 'How are you related?' }, 'Select an answer'],
    ['radios', short('Who the badge is for'), 'Select who the badge is for'],
    ['checkboxes', short('the help that you need'), 'Select the help that you need'],
    ['select', { title: 'Country' }, 'Select country'],
    ['yes-no', short('you have a badge now'), 'Select yes if you have a badge now'],
    ['yes-no', short('Your badge'), 'Select yes or no'],
    ['yes-no', { title: 'Do you have a badge?' }, 'Select yes or no'],
    ['declaration', { title: 'I confirm it' }, 'Select the box to confirm'],
    ['declaration', short('that you agree'), 'Confirm that you agree'],
  ])('%s, %j: %s', (kind, given, expected) => {
    expect(words(fieldOf(kind, given))).toBe(expected)
  })

  it('use the label of this step, but not for a part', () => {
    expect(words(fieldOf('text', { title: 'Name' }), {}, 'Carer’s name')).toBe('Enter carer’s name')
    const group = fieldOf('group', { parts: [fieldOf('text', { name: 'town', title: 'Town' })] })
    expect(words(group, {}, 'Where they live')).toBe('Enter town')
  })
})

describe('the words of a wrong answer', () => {
  it.each<[KindName, Partial<Field>, Record<string, string | string[]>, string]>([
    [
      'email',
      {},
      { answer: 'sam' },
      'Enter an email address in the correct format, like name@example.com',
    ],
    ['phone', {}, { answer: '1' }, 'Enter a phone number, like 01632 960 001 or 07700 900 982'],
    [
      'text',
      { title: 'Surname', schema: { maxLength: 100 } },
      { answer: 'a'.repeat(101) },
      'Surname must be 100 characters or less',
    ],
    [
      'text',
      { title: 'Surname', schema: { minLength: 3 } },
      { answer: 'a' },
      'Surname must be 3 characters or more',
    ],
    [
      'text',
      { title: 'Why?', schema: { minLength: 2, maxLength: 9 } },
      { answer: 'a' },
      'Answer must be between 2 and 9 characters',
    ],
    [
      'textarea',
      { title: 'Reason', schema: { maxLength: 1000 } },
      { answer: 'a'.repeat(1001) },
      'Reason must be 1,000 characters or less',
    ],
    [
      'text',
      { title: 'Badge', schema: { pattern: '^[A-Z]+$' } },
      { answer: '1' },
      'Enter badge in the correct format',
    ],
    ['text', { title: 'Badge' }, { answer: ['1', '2'] }, 'Enter badge once only'],
    [
      'code',
      { title: 'Security code', schema: { pattern: '^[0-9]{6}$' } },
      { answer: '12345' },
      'Security code must be 6 numbers',
    ],
    [
      'number',
      { title: 'Age', schema: { type: 'integer' } },
      { answer: 'ten' },
      'Age must be a whole number, like 30',
    ],
    [
      'number',
      { title: 'Age', schema: { type: 'number' } },
      { answer: '1e3' },
      'Age must be a number, like 30',
    ],
    [
      'number',
      { title: 'Age', schema: { minimum: 18 } },
      { answer: '17' },
      'Age must be 18 or more',
    ],
    [
      'number',
      { title: 'Rent', schema: { minimum: 1, maximum: 2000 }, presentation: { prefix: '£' } },
      { answer: '0' },
      'Rent must be between £1 and £2,000',
    ],
    [
      'number',
      { title: 'Rent', schema: { multipleOf: 0.01 } },
      { answer: '0.001' },
      'Rent must have 2 decimal places or fewer',
    ],
  ])('%s, %j, %j: %s', (kind, given, entries, expected) => {
    expect(words(fieldOf(kind, given), entries)).toBe(expected)
  })

  it('of a date name the part, then the date, then the limit', () => {
    const limits = [
      { relation: 'onOrBefore', to: { is: 'today' } },
      { relation: 'after', to: { is: 'date', date: '1951-03-27' } },
    ] as const
    const field = fieldOf('date', {
      title: 'What day?',
      presentation: { short: 'your date of birth', limits },
    })
    const on = (day: string, month: string, year: string) => ({
      'answer-day': day,
      'answer-month': month,
      'answer-year': year,
    })
    expect(words(field, on('1', '', ''))).toBe('Your date of birth must include a month and year')
    expect(words(field, on('31', '2', '2020'))).toBe('Your date of birth must be a real date')
    expect(words(field, on('1', '2', '20'))).toBe('Year must include 4 numbers')
    expect(words(field, on('1', '2', '2030'))).toBe(
      'Your date of birth must be today or in the past',
    )
    expect(words(field, on('27', '3', '1951'))).toBe(
      'Your date of birth must be after 27 March 1951',
    )
  })

  it('of choices say what to select', () => {
    expect(
      flawed('checkboxes', 'exclusive', short('your benefits'), { other: 'None of these' }),
    ).toBe('Select your benefits, or select ‘None of these’')
    expect(flawed('checkboxes', 'maxItems', {}, { limit: 3 })).toBe('Select 3 or fewer')
    expect(flawed('checkboxes', 'minItems', short('your benefits'), { limit: 1 })).toBe(
      'Select your benefits',
    )
    expect(flawed('repeat', 'minItems', { presentation: { item: 'medicine' } }, { limit: 1 })).toBe(
      'Add a medicine',
    )
  })
})

describe('the author’s words', () => {
  it('win, with the limit put in', () => {
    const errorMessages = {
      maxLength: 'Use {limit} letters at most, not {more}',
      required: 'Who are you?',
    }
    const field = fieldOf('text', { schema: { maxLength: 3 }, errorMessages })
    expect(words(field, { answer: 'abcd' })).toBe('Use 3 letters at most, not {more}')
    expect(words(field)).toBe('Who are you?')
  })

  it('say dates in words', () => {
    const errorMessages = { before: 'Must be before {limit}' }
    const params = { limit: '2026-03-01' }
    expect(flawed('date', 'before', { errorMessages }, params)).toBe('Must be before 1 March 2026')
  })

  it('stand in for the nearest keyword', () => {
    expect(flawed('code', 'format', { errorMessages: { pattern: 'Six digits' } })).toBe(
      'Six digits',
    )
    expect(flawed('date', 'short-year', { errorMessages: { format: 'A date' } })).toBe('A date')
    expect(flawed('radios', 'enum', { errorMessages: { required: 'Choose' } })).toBe('Choose')
    expect(
      flawed('checkboxes', 'minItems', { errorMessages: { required: 'Choose' } }, { limit: 1 }),
    ).toBe('Choose')
  })
})

it('no words of ours blame, plead or end in a full stop (WCAG 3.3.1)', () => {
  const keywords = [
    'required',
    'enum',
    'minItems',
    'maxItems',
    'exclusive',
    'doubled',
    'too-long',
    'minLength',
    'maxLength',
    'maxWords',
    'pattern',
    'format',
    'type',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
    'missing-part',
    'short-year',
    'real-date',
    'before',
    'onOrBefore',
    'after',
    'onOrAfter',
    'uniqueItems',
  ]
  const kinds: KindName[] = [
    'text',
    'textarea',
    'email',
    'number',
    'date',
    'yes-no',
    'declaration',
    'radios',
    'checkboxes',
    'code',
    'repeat',
  ]
  for (const kind of kinds)
    for (const keyword of keywords) {
      const said = flawed(kind, keyword, {}, { limit: 5, parts: 'day' })
      expect(said).toMatch(/^[A-Z].*[^.]$/u)
      expect(said).not.toMatch(/invalid|required|please|undefined|NaN/iu)
    }
})
