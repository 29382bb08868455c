import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIsoDate, isoDate, shiftDate, todayIn } from '../../src/fields/calendar.ts'
import { readDateLimit } from '../../src/fields/date-limit.ts'
import type { Field, KindName } from '../../src/fields/field.ts'
import { kindOf } from '../../src/fields/kinds.ts'
import { readTime } from '../../src/fields/time.ts'
import { contextOf, fieldOf, posted } from './field-of.ts'

const runs = { seed: 31, numRuns: 300 }
const anyDate = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9990-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

function parse(kind: KindName, boxes: Record<string, string>, field: Field = fieldOf(kind)) {
  const entries = Object.entries(boxes).map(([box, text]) => [`answer-${box}`, text])
  const parsed = kindOf(kind).parse(field, posted(Object.fromEntries(entries)), 'answer')
  if (parsed.status !== 'wrong') return parsed.status === 'value' ? parsed.value : 'missing'
  return parsed.flaws.map(({ control, keyword, params }) => ({ control, keyword, ...params }))
}

describe('the calendar', () => {
  it('knows which days there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.nat(14),
        fc.nat(33),
        (year, month, day) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          const moment = new Date(`${text}T00:00:00Z`)
          const real = !Number.isNaN(moment.valueOf()) && moment.toISOString().startsWith(text)
          expect(isIsoDate(text)).toBe(real)
          expect(isoDate(year, month, day)).toBe(real ? text : undefined)
        },
      ),
      runs,
    )
  })

  it('goes there and back by days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        const there = shiftDate(date, days, 'days') ?? ''
        const apart = (Date.parse(there) - Date.parse(date)) / 86_400_000
        expect(apart).toBe(days)
        expect(shiftDate(there, -days, 'days')).toBe(date)
      }),
      runs,
    )
  })

  it('stays in the month that was meant when months and years are added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -100, max: 100 }), (date, months) => {
        const shifted = shiftDate(date, months, 'months') ?? ''
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(index(shifted) - index(date)).toBe(months)
        expect(Number(shifted.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)))
      }),
      runs,
    )
    expect(shiftDate('2028-02-29', 1, 'years')).toBe('2029-02-28')
    expect(shiftDate('2028-02-29', -4, 'years')).toBe('2024-02-29')
    expect(shiftDate('2026-01-31', 1, 'months')).toBe('2026-02-28')
    expect(shiftDate('2026-03-31', -1, 'months')).toBe('2026-02-28')
  })

  it('says no day rather than one out of reach or no day at all', () => {
    expect(shiftDate('2026-01-01', -3000, 'years')).toBeUndefined()
    expect(shiftDate('2026-01-01', 9000, 'years')).toBeUndefined()
    expect(shiftDate('2026-02-30', 1, 'days')).toBeUndefined()
  })

  it('tells today by the clock of the time zone', () => {
    const late = Date.parse('2026-06-30T23:30:00Z')
    expect(todayIn('Europe/London', late)).toBe('2026-07-01')
    expect(todayIn('UTC', late)).toBe('2026-06-30')
    expect(todayIn('Europe/London', Date.parse('2026-12-31T23:30:00Z'))).toBe('2026-12-31')
  })
})

describe('a limit of a date', () => {
  it.each([
    ['today', { is: 'today' }],
    ['2026-01-31', { is: 'date', date: '2026-01-31' }],
    ['18 years ago', { is: 'shifted', amount: -18, unit: 'years' }],
    ['1 day ago', { is: 'shifted', amount: -1, unit: 'days' }],
    ['in 3 months', { is: 'shifted', amount: 3, unit: 'months' }],
    ['0 days ago', { is: 'today' }],
    ['$startDate', { is: 'answer', path: ['startDate'] }],
    ['$trip.startDate', { is: 'answer', path: ['trip', 'startDate'] }],
  ])('%s is read', (text, limit) => {
    expect(readDateLimit(text)).toEqual(limit)
  })

  it.each(['2026-02-30', 'tomorrow', '18 years', 'in 3 months ago', 'startDate', '$', '', '1951'])(
    '%s is none',
    (text) => {
      expect(readDateLimit(text)).toBeUndefined()
    },
  )
})

describe('a date', () => {
  it('is read from numbers and from names of months, English and Welsh', () => {
    for (const month of ['3', '03', 'March', 'mar', 'Mar.', 'Mawrth', 'MAWR'])
      expect(parse('date', { day: '27', month, year: '1951' })).toBe('1951-03-27')
    expect(parse('date', { day: ' 1', month: 'Sept', year: '1951 ' })).toBe('1951-09-01')
    expect(parse('date', { day: '１', month: 'Rhagfyr', year: '2020' })).toBe('2020-12-01')
  })

  it('is read from a day that is written as it is said', () => {
    for (const day of ['27th', '27TH', '27ain'])
      expect(parse('date', { day, month: 'March', year: '1951' })).toBe('1951-03-27')
    expect(parse('date', { day: '1af', month: '3', year: '1951' })).toBe('1951-03-01')
    expect(parse('date', { day: '27x', month: '3', year: '1951' })).not.toBe('1951-03-27')
  })

  it('is missing when all boxes are empty', () => {
    expect(parse('date', { day: '', month: ' ', year: '' })).toBe('missing')
    expect(parse('date', {})).toBe('missing')
  })

  it('names the parts that are missing, and links to the first (WCAG 3.3.1)', () => {
    expect(parse('date', { day: '27', month: '', year: '' })).toEqual([
      { control: 'answer-month', keyword: 'missing-part', part: 'month', parts: 'month,year' },
    ])
    // Missing parts come before wrong ones.
    expect(parse('date', { day: '99', month: '3', year: '' })).toEqual([
      { control: 'answer-year', keyword: 'missing-part', part: 'year', parts: 'year' },
    ])
  })

  it.each([
    [{ day: '31', month: '2', year: '2020' }, 'answer-day', 'real-date'],
    [{ day: '29', month: '2', year: '2023' }, 'answer-day', 'real-date'],
    [{ day: '32', month: '1', year: '2020' }, 'answer-day', 'real-date'],
    [{ day: 'x', month: '1', year: '2020' }, 'answer-day', 'real-date'],
    [{ day: '1', month: '13', year: '2020' }, 'answer-month', 'real-date'],
    [{ day: '1', month: 'Ma', year: '2020' }, 'answer-month', 'real-date'],
    [{ day: '1', month: '1', year: '51' }, 'answer-year', 'short-year'],
    [{ day: '1', month: '1', year: '20200' }, 'answer-year', 'real-date'],
    [{ day: '1', month: '1', year: '0999' }, 'answer-year', 'real-date'],
  ])('%j is no date, and the link goes to %s', (boxes, control, keyword) => {
    expect(parse('date', boxes)).toEqual([{ control, keyword }])
  })

  it('posted twice in one box is refused (R-WEB-10)', () => {
    const input = posted({ 'answer-day': ['1', '2'], 'answer-month': '1', 'answer-year': '2020' })
    const parsed = kindOf('date').parse(fieldOf('date'), input, 'answer')
    expect(parsed).toMatchObject({ flaws: [{ control: 'answer-day', keyword: 'doubled' }] })
  })

  it('that was kept is read again from its boxes as the same', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const typed = kindOf('date').typedOf(fieldOf('date'), date, 'answer')
        const parsed = kindOf('date').parse(
          fieldOf('date'),
          new Map(Object.entries(typed)),
          'answer',
        )
        expect(parsed).toEqual({ status: 'value', value: date })
      }),
      runs,
    )
  })

  it('is said in words in the language', () => {
    const say = (language: string) =>
      kindOf('date').summarise(fieldOf('date'), '1951-03-27', { language })
    expect(say('en')).toEqual(['27 March 1951'])
    expect(say('cy')).toEqual(['27 Mawrth 1951'])
    expect(kindOf('date').summarise(fieldOf('date'), 'nonsense', { language: 'en' })).toEqual([
      'nonsense',
    ])
  })

  it('marks the boxes that are wrong, and all of them where the date as a whole is', () => {
    const shown = (boxes: readonly string[]) => {
      const [day = '', month = '', year = ''] = boxes
      const typed = { 'answer-day': [day], 'answer-month': [month], 'answer-year': [year] }
      const errors = { 'answer-day': 'Wrong' }
      const { options } = kindOf('date').show(
        fieldOf('date'),
        'answer',
        contextOf({ typed, errors }),
      )
      const items = options['items'] as readonly { readonly error: boolean }[]
      return items.map(({ error }) => error)
    }
    expect(shown(['', '3', ''])).toEqual([true, false, true])
    expect(shown(['32', '3', '1951'])).toEqual([true, false, false])
    expect(shown(['31', '2', '1951'])).toEqual([true, true, true])
    // Right by itself: a limit is broken.
    expect(shown(['27', '3', '1951'])).toEqual([true, true, true])
  })
})

describe('months, times and moments', () => {
  it('reads a month of a year', () => {
    expect(parse('month-year', { month: 'May', year: '2027' })).toBe('2027-05')
    expect(parse('month-year', { month: '', year: '2027' })).toEqual([
      { control: 'answer-month', keyword: 'missing-part', part: 'month', parts: 'month' },
    ])
    expect(
      kindOf('month-year').summarise(fieldOf('month-year'), '2027-05', { language: 'en' }),
    ).toEqual(['May 2027'])
    expect(kindOf('month-year').typedOf(fieldOf('month-year'), '2027-05', 'answer')).toEqual({
      'answer-month': ['5'],
      'answer-year': ['2027'],
    })
  })

  it.each([
    ['10:30', '10:30'],
    ['10.30am', '10:30'],
    ['10.30 P.M.', '22:30'],
    ['5pm', '17:00'],
    ['12am', '00:00'],
    ['12:15pm', '12:15'],
    ['1030', '10:30'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
    ['23:59', '23:59'],
  ])('the time %s is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it.each(['9', '24:00', '10:60', '13pm', '0am', 'later', '10:3'])(
    'the time %s is none',
    (typed) => {
      expect(readTime(typed)).toBeUndefined()
    },
  )

  it('reads a moment from four boxes', () => {
    const boxes = { day: '1', month: '5', year: '2027', time: '2.30pm' }
    expect(parse('date-time', boxes)).toBe('2027-05-01T14:30')
    expect(parse('date-time', { ...boxes, time: 'soon' })).toEqual([
      { control: 'answer-time', keyword: 'format' },
    ])
    const field = fieldOf('date-time')
    expect(kindOf('date-time').summarise(field, '2027-05-01T14:30', { language: 'en' })).toEqual([
      '1 May 2027, 2:30pm',
    ])
  })
})
