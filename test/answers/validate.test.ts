import { describe, expect, it } from 'vitest'
import { validateAnswer, validateFields } from '../../src/answers/validate.ts'
import type { Field, Json } from '../../src/fields/field.ts'
import { fieldOf, posted } from '../fields/field-of.ts'

const measure = { today: '2026-03-01', answerOf: () => undefined }

function validate(
  fields: readonly Field[],
  entries: Record<string, string | string[]>,
  answers: Record<string, Json> = {},
) {
  const answerOf = (path: readonly string[]) => answers[path[0] ?? '']
  return validateFields(
    fields.map((field) => ({ field })),
    posted(entries),
    { today: '2026-03-01', answerOf },
  )
}
function flawsOf(...given: Parameters<typeof validate>) {
  return validate(...given).flaws.map(({ control, keyword, params }) => [control, keyword, params])
}

const name = fieldOf('text', {
  name: 'firstName',
  schema: { type: 'string', minLength: 2, maxLength: 5 },
})
const address = fieldOf('address', {
  name: 'address',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['line1', 'postcode'],
    properties: { line1: {}, line2: {}, postcode: {} },
  },
  parts: [
    fieldOf('text', { name: 'line1', schema: { type: 'string', maxLength: 5 } }),
    fieldOf('text', { name: 'line2', required: false, schema: { type: 'string' } }),
    fieldOf('postcode', { name: 'postcode', schema: { type: 'string', format: 'postcode' } }),
  ],
})

describe('a post', () => {
  it('that is right gives answers, tidied', () => {
    expect(validate([name], { firstName: ' Sam ' })).toEqual({
      answers: { firstName: 'Sam' },
      flaws: [],
      typed: { firstName: [' Sam '] },
    })
  })

  it('without a required answer is wrong, without an optional one has none', () => {
    expect(flawsOf([name], {})).toEqual([['firstName', 'required', {}]])
    expect(validate([{ ...name, required: false }], { firstName: '  ' })).toMatchObject({
      answers: {},
      flaws: [],
    })
  })

  it('is checked by the standard schema, one flaw a field', () => {
    expect(flawsOf([name], { firstName: 'S' })).toEqual([['firstName', 'minLength', { limit: 2 }]])
    expect(flawsOf([name], { firstName: 'Samuel' })).toEqual([
      ['firstName', 'maxLength', { limit: 5 }],
    ])
    const code = fieldOf('code', {
      schema: { type: 'string', format: 'code', pattern: '^[0-9]{6}$' },
    })
    expect(flawsOf([code], { answer: '12 34 56' })).toEqual([])
    expect(flawsOf([code], { answer: 'abc' })).toEqual([['answer', 'pattern', {}]])
    const number = fieldOf('number', { schema: { type: 'number', minimum: 1, multipleOf: 0.5 } })
    expect(flawsOf([number], { answer: '1.2' })).toEqual([['answer', 'multipleOf', { limit: 0.5 }]])
  })

  it('keeps what is right beside what is wrong, and all that was typed', () => {
    const age = fieldOf('number', { name: 'age', schema: { type: 'integer' } })
    expect(validate([name, age], { firstName: 'Sam', age: 'ten' })).toMatchObject({
      answers: { firstName: 'Sam' },
      flaws: [{ control: 'age', keyword: 'type' }],
      typed: { firstName: ['Sam'], age: ['ten'] },
    })
  })

  it('gives no secret back to be shown again', () => {
    const password = fieldOf('password', {
      name: 'password',
      secret: true,
      schema: { type: 'string', minLength: 8 },
    })
    const secret = fieldOf('text', { name: 'secret', secret: true })
    const outcome = validate([password, secret], { password: 'short', secret: 'x' })
    expect(outcome.typed).toEqual({})
    expect(JSON.stringify(outcome.flaws)).not.toContain('short')
    expect(outcome.answers).toEqual({ secret: 'x' })
  })

  it('of a field that is only shown is ignored (R-WEB-11)', () => {
    expect(validate([{ ...name, readOnly: true }], { firstName: 'Eve' })).toEqual({
      answers: {},
      flaws: [],
      typed: {},
    })
  })

  it('under a name of Object’s own harms nothing', () => {
    const strange = fieldOf('text', { name: '__proto__' })
    const { answers } = validate([strange], JSON.parse('{"__proto__":"x"}'))
    expect(Object.getPrototypeOf(answers)).toBe(Object.prototype)
  })
})

describe('choices', () => {
  const colours = fieldOf('checkboxes', {
    name: 'colours',
    options: [
      { value: 'red', title: 'Red' },
      { value: 'blue', title: 'Blue' },
      { value: 'none', title: 'None', exclusive: true },
    ],
    schema: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: { oneOf: [{ const: 'red' }, { const: 'blue' }, { const: 'none' }] },
    },
  })

  it('of check boxes are a list, in the order of the definition', () => {
    const free = { ...colours, schema: { type: 'array' } }
    expect(validate([free], { colours: ['blue', 'red'] }).answers).toEqual({
      colours: ['red', 'blue'],
    })
    expect(flawsOf([free], { colours: ['blue', 'none'] })).toEqual([
      ['colours', 'exclusive', { other: 'None' }],
    ])
    expect(flawsOf([free], { colours: 'green' })).toEqual([['colours', 'enum', {}]])
    expect(flawsOf([free], { colours: ['red', 'red'] })).toEqual([['colours', 'doubled', {}]])
    expect(flawsOf([free], {})).toEqual([['colours', 'required', {}]])
    expect(flawsOf([colours], { colours: ['blue', 'red'] })).toEqual([
      ['colours', 'maxItems', { limit: 1 }],
    ])
  })

  it('keep the type that the schema gives them', () => {
    const size = fieldOf('radios', {
      options: [
        { value: 1, title: 'One' },
        { value: 2, title: 'Two' },
      ],
      schema: { type: 'integer', enum: [1, 2] },
    })
    expect(validate([size], { answer: '2' }).answers).toEqual({ answer: 2 })
    expect(flawsOf([size], { answer: '3' })).toEqual([['answer', 'enum', {}]])
    const old = fieldOf('yes-no', { schema: { type: 'boolean' } })
    expect(validate([old], { answer: 'no' }).answers).toEqual({ answer: false })
    expect(flawsOf([old], { answer: 'true' })).toEqual([['answer', 'enum', {}]])
  })

  it('that must be confirmed are required until they are', () => {
    const declared = fieldOf('declaration', { schema: { type: 'boolean', const: true } })
    expect(validate([declared], { answer: 'yes' }).answers).toEqual({ answer: true })
    expect(flawsOf([declared], {})).toEqual([['answer', 'required', {}]])
    expect(validateAnswer(declared, false, measure)).toMatchObject([{ keyword: 'required' }])
  })
})

describe('an answer in parts', () => {
  it('says all that is wrong with it at once, in the order of its boxes', () => {
    expect(flawsOf([address], { 'address-line1': 'Long street', 'address-postcode': '' })).toEqual([
      ['address-line1', 'maxLength', { limit: 5 }],
      ['address-postcode', 'required', {}],
    ])
    expect(flawsOf([address], {})).toEqual([
      ['address-line1', 'required', {}],
      ['address-postcode', 'required', {}],
    ])
  })

  it('has the author’s own words for the whole, where there are any', () => {
    const worded = { ...address, errorMessages: { required: 'Enter the address' } }
    expect(flawsOf([worded], {})).toEqual([['address-line1', 'required', {}]])
    expect(validate([worded], {}).flaws[0]?.field).toBe(worded)
  })

  it('is an object without what was left empty', () => {
    const entries = { 'address-line1': 'Mill', 'address-line2': '', 'address-postcode': 'nr13jx' }
    expect(validate([address], entries).answers).toEqual({
      address: { line1: 'Mill', postcode: 'NR1 3JX' },
    })
    expect(validate([{ ...address, required: false }], {}).answers).toEqual({})
  })

  it('is checked again as it is stored', () => {
    const flaws = (value: Json) =>
      validateAnswer(address, value, measure).map(({ control, keyword }) => [control, keyword])
    expect(flaws({ line1: 'Mill', postcode: 'NR1 3JX' })).toEqual([])
    expect(flaws({ line1: 'Mill' })).toEqual([['address-postcode', 'required']])
    expect(flaws({ line1: 'Mill', postcode: 'nr13jx' })).toEqual([['address-postcode', 'format']])
    expect(flaws({ line1: 'Mill', postcode: 'NR1 3JX', old: 1 })).toEqual([
      ['address-line1', 'additionalProperties'],
    ])
    expect(flaws('Mill')).toEqual([['address-line1', 'type']])
  })

  it('is checked in every item of a list', () => {
    const list = fieldOf('repeat', {
      name: 'homes',
      parts: address.parts,
      schema: { type: 'array', maxItems: 2 },
    })
    const home = { line1: 'Mill', postcode: 'NR1 3JX' }
    const flaws = (value: Json) =>
      validateAnswer(list, value, measure).map(({ control, keyword }) => [control, keyword])
    expect(flaws([home, home])).toEqual([])
    expect(flaws([home, {}])).toEqual([
      ['homes-2-line1', 'required'],
      ['homes-2-postcode', 'required'],
    ])
    expect(flaws([home, home, home])).toEqual([['homes', 'maxItems']])
  })
})

describe('limits', () => {
  const born = fieldOf('date', {
    name: 'born',
    schema: { type: 'string', format: 'date' },
    presentation: {
      limits: [
        { relation: 'onOrBefore', to: { is: 'shifted', amount: -18, unit: 'years' } },
        { relation: 'after', to: { is: 'date', date: '1900-01-01' } },
      ],
    },
  })
  const on = (year: number, month: number, day: number) => ({
    'born-day': `${day}`,
    'born-month': `${month}`,
    'born-year': `${year}`,
  })

  it('of a date are measured from today', () => {
    expect(flawsOf([born], on(2008, 3, 1))).toEqual([])
    expect(flawsOf([born], on(2008, 3, 2))).toEqual([
      ['born-day', 'onOrBefore', { limit: '2008-03-01' }],
    ])
    expect(flawsOf([born], on(1900, 1, 1))).toEqual([
      ['born-day', 'after', { limit: '1900-01-01' }],
    ])
    const past = {
      ...born,
      presentation: { limits: [{ relation: 'before', to: { is: 'today' } }] },
    } as const
    expect(flawsOf([past], on(2026, 3, 1))).toEqual([
      ['born-day', 'before', { limit: '2026-03-01', today: 1 }],
    ])
  })

  it('of a date see the other answer of this post, else the one before', () => {
    const to = { is: 'answer', path: ['start'] } as const
    const start = fieldOf('date', { name: 'start', schema: { type: 'string', format: 'date' } })
    const end = { ...born, presentation: { limits: [{ relation: 'after', to }] } } as const
    const started = { 'start-day': '1', 'start-month': '6', 'start-year': '2026' }
    const older = { start: '2026-05-01' }
    expect(flawsOf([end], on(2026, 5, 1), older)).toEqual([
      ['born-day', 'after', { limit: '2026-05-01' }],
    ])
    expect(flawsOf([start, end], { ...started, ...on(2026, 5, 2) }, older)).toEqual([
      ['born-day', 'after', { limit: '2026-06-01' }],
    ])
    expect(flawsOf([{ ...start, required: false }, end], on(2026, 4, 1), older)).toEqual([])
    expect(flawsOf([end], on(2026, 5, 1))).toEqual([])
  })

  it('of a month are measured by months', () => {
    const until = fieldOf('month-year', {
      presentation: { limits: [{ relation: 'onOrAfter', to: { is: 'today' } }] },
    })
    expect(flawsOf([until], { 'answer-month': '3', 'answer-year': '2026' })).toEqual([])
    expect(flawsOf([until], { 'answer-month': '2', 'answer-year': '2026' })).toHaveLength(1)
  })

  it('count words', () => {
    const story = fieldOf('textarea', { presentation: { maxWords: 3 } })
    expect(flawsOf([story], { answer: 'one two\nthree' })).toEqual([])
    expect(flawsOf([story], { answer: 'one two\r\nthree four' })).toEqual([
      ['answer', 'maxWords', { limit: 3 }],
    ])
  })
})
