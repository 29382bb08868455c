import { describe, expect, it } from 'vitest'
import { type Field, KIND_NAMES, type KindName, type ShowContext } from '../../src/fields/field.ts'
import { kindOf } from '../../src/fields/kinds.ts'
import { contextOf, fieldOf, posted } from './field-of.ts'

function show(kind: KindName, given: Partial<Field> = {}, context: Partial<ShowContext> = {}) {
  return kindOf(kind).show(fieldOf(kind, given), 'answer', contextOf(context))
}
const options = [
  { value: 'a', title: 'Apples' },
  { value: 'b', title: 'Pears', description: 'Conference' },
]
const NAME = fieldOf('name', {
  name: 'personName',
  title: 'Their name',
  parts: [
    fieldOf('text', { name: 'firstName', title: 'First name' }),
    fieldOf('text', { name: 'surname', title: 'Surname' }),
  ],
})
const ADDRESS = fieldOf('address', {
  parts: [
    fieldOf('text', { name: 'line1', title: 'Address line 1' }),
    fieldOf('text', { name: 'line2', title: 'Address line 2 (optional)', required: false }),
    fieldOf('text', { name: 'town', title: 'Town or city' }),
    fieldOf('postcode', { name: 'postcode', title: 'Postcode' }),
  ],
})

const fieldsOfParts: Partial<Record<KindName, Field>> = {
  name: NAME,
  address: ADDRESS,
  group: { ...ADDRESS, kind: 'group' },
  several: fieldOf('several', { schema: { maxItems: 3 }, item: fieldOf('text') }),
}

describe('every kind', () => {
  it('goes by its own name', () => {
    for (const name of KIND_NAMES) expect(kindOf(name).name).toBe(name)
  })

  it('never shows a placeholder, a maxlength or a required attribute (ACCESSIBILITY.md F10, F11, F13)', () => {
    for (const name of KIND_NAMES) {
      const shown = JSON.stringify(show(name, { options, schema: { maxLength: 5 } }))
      expect(shown).not.toMatch(/placeholder|"required"|"type":"(number|date)"/u)
      if (name !== 'textarea') expect(shown).not.toMatch(/maxlength/iu)
    }
  })

  it.each(KIND_NAMES.filter((name) => name !== 'repeat'))(
    'posts under the names that it shows: %s',
    (name) => {
      const field = { ...(fieldsOfParts[name] ?? fieldOf(name, { options })), name: 'answer' }
      const shown = JSON.stringify(kindOf(name).show(field, 'answer', contextOf()))
      const controls = kindOf(name).controls(field, 'answer')
      expect(controls.length).toBeGreaterThan(0)
      // A date's boxes stand under their own names, the prefix beside them.
      const names = new Set(controls.flatMap((one) => [one, one.replace('answer-', '')]))
      const found = [...names].filter((one) => shown.includes(`"name":"${one}"`))
      expect(found).toHaveLength(controls.length)
    },
  )

  it('stores only what it can show and say again', () => {
    const cases: readonly [KindName, Record<string, string | string[]>][] = [
      ['text', { answer: 'words' }],
      ['textarea', { answer: 'a\nb' }],
      ['email', { answer: 'a@b.org' }],
      ['phone', { answer: '07400 123456' }],
      ['postcode', { answer: 'NR1 3JX' }],
      ['url', { answer: 'https://example.org' }],
      ['national-insurance-number', { answer: 'QQ 12 34 56 C' }],
      ['number', { answer: '12' }],
      ['date', { 'answer-day': '27', 'answer-month': '3', 'answer-year': '1951' }],
      ['month-year', { 'answer-month': '3', 'answer-year': '1951' }],
      ['time', { answer: '10:30am' }],
      [
        'date-time',
        { 'answer-day': '27', 'answer-month': '3', 'answer-year': '1951', 'answer-time': '5pm' },
      ],
      ['yes-no', { answer: 'no' }],
      ['declaration', { answer: 'yes' }],
      ['radios', { answer: 'b' }],
      ['select', { answer: 'a' }],
      ['checkboxes', { answer: ['a', 'b'] }],
    ]
    for (const [kind, entries] of cases) {
      const field = fieldOf(kind, { options })
      const parsed = kindOf(kind).parse(field, posted(entries), 'answer')
      if (parsed.status !== 'value') throw new Error(`${kind}: ${JSON.stringify(parsed)}`)
      expect(new Map(Object.entries(kindOf(kind).typedOf(field, parsed.value, 'answer')))).toEqual(
        posted(entries),
      )
      expect(kindOf(kind).summarise(field, parsed.value, { language: 'en' }).join('')).not.toBe('')
    }
  })
})

describe('a box', () => {
  it('has the options of govuk-frontend, and only what there is to say', () => {
    expect(show('text', { presentation: { width: '20' } })).toEqual({
      component: 'input',
      options: {
        id: 'answer',
        name: 'answer',
        type: 'text',
        label: { text: 'Answer' },
        classes: 'govuk-input--width-20',
      },
    })
    const hint = {
      hint: 'A <strong>hint</strong>',
      errors: { answer: 'Enter it' },
      typed: { answer: ['x'] },
    }
    expect(show('text', {}, { ...hint, isPageHeading: true }).options).toMatchObject({
      label: { text: 'Answer', classes: 'govuk-label--l', isPageHeading: true },
      hint: { html: 'A <strong>hint</strong>' },
      errorMessage: { text: 'Enter it' },
      value: 'x',
    })
  })

  it('is as wide as the next width that there is', () => {
    const classes = (width: string) => show('text', { presentation: { width } }).options['classes']
    expect(['2', '6', '30', 'full'].map(classes)).toEqual([
      'govuk-input--width-2',
      'govuk-input--width-10',
      'govuk-input--width-30',
      'govuk-!-width-full',
    ])
  })

  it('says optional once, and never of what is only shown', () => {
    const text = (label: string, context: Partial<ShowContext> = {}) =>
      show('text', { required: false }, { label, ...context }).options['label']
    expect(text('Middle name')).toEqual({ text: 'Middle name (optional)' })
    expect(text('Middle name (optional)')).toEqual({ text: 'Middle name (optional)' })
    expect(text('Middle name', { readOnly: true })).toEqual({ text: 'Middle name' })
    expect(text('Enw', { language: 'cy' })).toEqual({ text: 'Enw (dewisol)' })
  })

  it('never has autocomplete for another person’s data (WCAG 1.3.5)', () => {
    const auto = (kind: KindName, presentation: Field['presentation']) =>
      show(kind, { presentation }).options['autocomplete']
    expect(auto('email', { subject: 'self' })).toBe('email')
    expect(auto('email', {})).toBeUndefined()
    expect(auto('phone', { autocomplete: 'tel' })).toBe('tel')
    expect(auto('phone', { autocomplete: 'tel', subject: 'other' })).toBeUndefined()
  })

  it('for a code is one text box with a numeric keyboard that forgets (ACCESSIBILITY.md F21, F24)', () => {
    const { component, options: shown } = show('code', {}, { typed: { answer: ['123456'] } })
    expect([component, shown['type'], shown['inputmode'], shown['autocomplete']]).toEqual([
      'input',
      'text',
      'numeric',
      'one-time-code',
    ])
    expect(JSON.stringify(shown)).not.toContain('123456')
  })

  it('for a password forgets, and is never put into words', () => {
    const field = fieldOf('password', { secret: true })
    const shown = show('password', { secret: true }, { typed: { answer: ['three kettles'] } })
    expect(shown.component).toBe('password-input')
    expect(JSON.stringify(shown)).not.toContain('kettles')
    expect(kindOf('password').typedOf(field, 'three kettles', 'answer')).toEqual({})
    expect(kindOf('password').summarise(field, 'three kettles', { language: 'en' })).toEqual([])
  })

  it('of any kind forgets a secret', () => {
    const context = { typed: { answer: ['hidden'] } }
    for (const kind of ['text', 'textarea', 'email'] as const)
      expect(JSON.stringify(show(kind, { secret: true }, context))).not.toContain('hidden')
  })

  it('of several lines counts characters or words', () => {
    expect(show('textarea').component).toBe('textarea')
    expect(show('textarea', { schema: { maxLength: 500 } }).options).toMatchObject({
      maxlength: '500',
    })
    expect(show('textarea', { presentation: { maxWords: 50 } })).toMatchObject({
      component: 'character-count',
      options: { maxwords: '50', rows: '5' },
    })
  })
})

describe('options', () => {
  it('stand in a fieldset with a legend, ids as govuk-frontend makes them', () => {
    const { component, options: shown } = show('radios', { options }, { typed: { answer: ['b'] } })
    expect(component).toBe('radios')
    expect(shown['fieldset']).toEqual({
      legend: { text: 'Answer', classes: 'govuk-fieldset__legend--s' },
    })
    expect(shown['items']).toEqual([
      { id: 'answer', value: 'a', text: 'Apples' },
      { id: 'answer-2', value: 'b', text: 'Pears', hint: { text: 'Conference' }, checked: true },
    ])
  })

  it('keep their ids although a divider stands before the exclusive one', () => {
    const none = { value: 'n', title: 'None of these', exclusive: true }
    const { options: shown } = show('checkboxes', { options: [...options, none] })
    expect(shown['items']).toMatchObject([
      { id: 'answer' },
      { id: 'answer-2' },
      { divider: 'or' },
      { id: 'answer-3', behaviour: 'exclusive' },
    ])
  })

  it('of a select begin with an empty one', () => {
    const { options: shown } = show('select', { options }, { typed: { answer: ['a'] } })
    expect(shown['items']).toEqual([
      { value: '', text: 'Choose an option' },
      { value: 'a', text: 'Apples', selected: true },
      { value: 'b', text: 'Pears' },
    ])
  })
})

describe('parts of an answer', () => {
  it('stand in a fieldset of their own, with what a browser may fill in', () => {
    const { component, options: shown } = kindOf('name').show(
      NAME,
      'personName',
      contextOf({ label: 'Their name' }),
    )
    expect(component).toBe('fieldset')
    expect(shown).toMatchObject({ role: 'group', legend: { text: 'Their name' } })
    expect(shown['blocks']).toMatchObject([
      {
        component: 'input',
        options: { id: 'personName-firstName', autocomplete: 'given-name', spellcheck: false },
      },
      { component: 'input', options: { id: 'personName-surname', autocomplete: 'family-name' } },
    ])
    const address = kindOf('address').show(ADDRESS, 'home', contextOf()).options['blocks']
    expect(address).toMatchObject([
      { options: { name: 'home-line1', autocomplete: 'address-line1' } },
      { options: { name: 'home-line2', label: { text: 'Address line 2 (optional)' } } },
      { options: { name: 'home-town', autocomplete: 'address-level2' } },
      {
        options: {
          name: 'home-postcode',
          autocomplete: 'postal-code',
          classes: 'govuk-input--width-10',
        },
      },
    ])
  })

  it('have no autocomplete when the whole is another person’s', () => {
    for (const field of [NAME, ADDRESS]) {
      const other = { ...field, presentation: { subject: 'other' as const } }
      expect(JSON.stringify(kindOf(field.kind).show(other, 'x', contextOf()))).not.toContain(
        'autocomplete',
      )
    }
  })

  it('show their own text and their own errors', () => {
    const typed = { 'personName-surname': ['Taylor'] }
    const errors = { 'personName-firstName': 'Enter their first name' }
    const shown = kindOf('name').show(
      NAME,
      'personName',
      contextOf({ typed, errors, hint: 'In full' }),
    )
    expect(shown.options).toMatchObject({
      describedBy: 'personName--hint',
      hint: { id: 'personName--hint', html: 'In full' },
      blocks: [
        { options: { errorMessage: { text: 'Enter their first name' } } },
        { options: { value: 'Taylor' } },
      ],
    })
    // The whole's hint is not the parts'.
    expect(JSON.stringify(shown.options['blocks'])).not.toContain('In full')
  })

  it('that are secret are neither shown again nor said', () => {
    const secret = fieldOf('text', { name: 'pin', secret: true })
    const group = fieldOf('group', { parts: [secret] })
    expect(kindOf('group').typedOf(group, { pin: '1234' }, 'answer')).toEqual({})
    expect(kindOf('group').summarise(group, { pin: '1234' }, { language: 'en' })).toEqual([])
  })

  it('are said as people say them: a name on a line, an address on several', () => {
    const words = { language: 'en' }
    expect(kindOf('name').summarise(NAME, { firstName: 'Sam', surname: 'Taylor' }, words)).toEqual([
      'Sam Taylor',
    ])
    const home = { line1: '1 High Street', town: 'Norwich', postcode: 'NR1 3JX' }
    expect(kindOf('address').summarise(ADDRESS, home, words)).toEqual([
      '1 High Street',
      'Norwich',
      'NR1 3JX',
    ])
  })
})

describe('answers in words', () => {
  it('use the titles of options, and the bare value of one that is gone', () => {
    const field = fieldOf('checkboxes', { options })
    expect(kindOf('checkboxes').summarise(field, ['b', 'z'], { language: 'en' })).toEqual([
      'Pears',
      'z',
    ])
  })

  it('say yes and no', () => {
    expect(kindOf('yes-no').summarise(fieldOf('yes-no'), false, { language: 'en' })).toEqual(['No'])
  })

  it('name the items of a repeat', () => {
    const field = fieldOf('repeat', { parts: NAME.parts })
    const items = [{ firstName: 'Sam', surname: 'Taylor' }, { firstName: 'Ali' }]
    const say = (one: Field) => kindOf('repeat').summarise(one, items, { language: 'en' })
    expect(say(field)).toEqual(['Sam, Taylor', 'Ali'])
    expect(say({ ...field, presentation: { itemTitle: '{surname}: {firstName}' } })[0]).toBe(
      'Taylor: Sam',
    )
  })

  it('survive an answer of another kind: the definition may have changed', () => {
    const strange = [true, 5, 'x', ['x'], { a: 1 }, null] as const
    for (const name of KIND_NAMES)
      for (const value of strange) {
        const field = fieldOf(name, { options, parts: name === 'name' ? NAME.parts : [] })
        expect(() => kindOf(name).summarise(field, value, { language: 'en' })).not.toThrow()
        expect(() => kindOf(name).typedOf(field, value, 'answer')).not.toThrow()
      }
  })
})
