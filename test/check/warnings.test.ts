import { describe, expect, it } from 'vitest'
import { checked, formsEdited, formsWith } from './sound-forms.ts'

const FLOW = 'permit/flow.yaml'
const warnings = (from: string, to: string) =>
  checked(formsEdited(FLOW, from, to)).problems.map(
    ({ code, severity, line, column }) => `${severity} ${code} ${line}:${column}`,
  )

describe('a warning, not an error', () => {
  it('is two steps with one title (WCAG 2.4.2)', () => {
    expect(warnings('title: Details', 'title: About you')).toEqual(['warning FP0610 41:12'])
  })
  it('is not two confirmations with one title: nobody sees both', () => {
    const two = formsEdited(
      FLOW,
      '        next: done',
      '        next: [{ when: adult, to: done }, { to: done-too }]',
    )
    const text = `${two.texts.get(FLOW)}  done-too: { kind: confirmation, title: Sent, content: We will call you. }\n`
    expect(checked({ ...two, texts: new Map([...two.texts, [FLOW, text]]) }).problems).toEqual([])
  })
  it('is a comment that may belong to the words', () => {
    expect(warnings('title: Details', 'title: Details #2')).toEqual(['warning FP0106 41:20'])
    expect(warnings('title: Details', 'title: Details  # as we call them')).toEqual([])
  })
  it('is a "not" that is true while an optional answer is not given', () => {
    expect(warnings('when: { colours: red }', 'when: { not: { note: x } }')).toEqual([
      'warning FP0510 43:67',
    ])
    const guarded = 'when: { all: [{ note: { answered: true } }, { not: { note: x } }] }'
    expect(warnings('when: { colours: red }', guarded)).toEqual([])
    expect(warnings('when: { colours: red }', 'when: { not: { kind: visitor } }')).toEqual([])
  })
  it('is a list of targets of which it cannot be told whether one always holds', () => {
    const list =
      'next: [{ when: { name.first: { pattern: "^[A-M]" } }, to: agree }, { when: { name.first: { pattern: "^[^A-M]" } }, to: agree }]\n    title: Details'
    expect(warnings('title: Details', list)).toContain('warning FP0809 41:72')
  })
  it('is an optional field that no step asks for', () => {
    expect(warnings(', { field: plate, when: { colours: red } }', '')).toEqual([
      'warning FP0807 28:5',
    ])
  })
  it('is a title that may be left without words', () => {
    const list = 'title: [{ when: adult, text: Details }]'
    expect(warnings('title: Details', list)).toEqual(['warning FP0605 41:12'])
    const whole = 'title: [{ when: adult, text: Details }, { text: More }]'
    expect(warnings('title: Details', whole)).toEqual([])
  })
  it('is a reference before the answers are sent', () => {
    expect(warnings('title: Details', 'title: Details of {reference}')).toEqual([
      'warning FP0817 41:12',
    ])
  })
  it('is an example that is no answer, and words for what is never wrong', () => {
    const plate = (text: string) =>
      checked(formsEdited('permit/schema.json', '"pattern"', `${text}, "pattern"`)).problems.map(
        ({ code, severity }) => `${severity} ${code}`,
      )
    expect(plate('"examples": ["AB 12"]')).toEqual(['warning FP0417'])
    expect(plate('"examples": ["AB12"]')).toEqual([])
    expect(plate('"errorMessage": { "minimum": "Too few" }')).toEqual(['warning FP0418'])
    expect(plate('"errorMessage": { "pattern": "Only capitals" }')).toEqual([])
  })
  it('is two questions with one label on a page (WCAG 2.4.6)', () => {
    const label = (title: string, flow?: readonly [string, string]) => {
      const files = formsEdited('permit/schema.json', '"How old are you?"', title)
      const text = (files.texts.get(FLOW) ?? '').replace(...(flow ?? ['', '']))
      const { problems } = checked({ ...files, texts: new Map([...files.texts, [FLOW, text]]) })
      return problems.map(({ code, file, line }) => `${code} ${file}:${line}`)
    }
    const same = '"What is your name?"'
    expect(label(same)).toEqual(['FP0613 permit/schema.json:16'])
    const apart = ['[name, age,', '[name, { content: And now }, age,'] as const
    expect(label(same, apart)).toEqual([])
    const grouped = ['[name, age,', '[name, { field: age, group: You },'] as const
    expect(label(same, grouped)).toEqual([])
  })
  it('is a status to which nothing leads', () => {
    const [found] = checked(
      formsEdited('permit/admin.yaml', '    to: refused', '    to: waiting'),
    ).problems
    expect(found).toMatchObject({
      code: 'FP0903',
      severity: 'warning',
      line: 6,
      message: 'No case is ever brought to the status "refused".',
    })
  })
  it('is an answer in words that are the same for everybody', () => {
    const found = (from: string, to: string) =>
      checked(formsEdited('permit/admin.yaml', from, to)).problems.map(({ code }) => code)
    expect(found('title: Refused', 'title: "Refused {note}"')).toEqual(['FP0603'])
    expect(found('title: Refused', 'title: "Refused {{note}"')).toEqual([])
  })
  it('is Markdown that people would read as it is written', () => {
    const words = (text: string) =>
      warnings('title: Details', `title: Details\n    content: ${text}`)
    const found = ['warning FP0614 42:23']
    expect(words('"Tell us **more"')).toEqual(found)
    expect(words('"Tell us [more](/permit"')).toEqual(found)
    for (const right of [
      '**more**',
      '2 ** 3',
      '\\\\*\\\\*more',
      '`**more`',
      '* more',
      '[more] (or less)',
    ])
      expect(words(`"Tell us ${right}"`)).toEqual([])
    expect(warnings('title: Details', 'title: "Details **now**"')).toEqual(['warning FP0614 41:21'])
    expect(warnings('title: Details', 'title: "Details* and ** more"')).toEqual([])
  })
  it('is a brace that may have been meant as an answer', () => {
    expect(warnings('title: Details', 'title: Details of {the car}')).toEqual([
      'warning FP0603 41:23',
    ])
    expect(warnings('title: Details', 'title: "Details of {name.first"')).toEqual([
      'warning FP0603 41:24',
    ])
    expect(warnings('title: Details', 'title: Details of name.first}')).toEqual([
      'warning FP0603 41:23',
    ])
    expect(warnings('title: Details', 'title: "Details of {{name} and {{more}}"')).toEqual([])
  })
})

describe('no false alarm', () => {
  it.each<[string, string, string]>([
    [
      'a list that names every option',
      '      - { when: for-visitor, to: visitor }',
      '      - { when: { kind: [visitor] }, to: visitor }',
    ],
    [
      'a list that a "not" closes',
      '      - { when: for-visitor, to: visitor }',
      '      - { when: { not: { kind: resident } }, to: visitor }',
    ],
    [
      'numbers that leave nothing out',
      'title: About you',
      'next: [{ when: { age: { minimum: 18 } }, to: details }, { when: { age: { exclusiveMaximum: 18 } }, to: agree }]\n    title: About you',
    ],
    [
      'an action with nothing to give it',
      'run: submit-request\n        with: { message: received, to: $account.email }',
      'run: submit-request',
    ],
    ['words with braces of their own', 'title: Details', 'title: "Details {{of the car}"'],
    [
      'an ending of its own kind',
      '    kind: confirmation\n    title: Sent',
      '    kind: exit\n    title: Sent',
    ],
  ])('over %s', (_what, from, to) => {
    expect(
      checked(formsEdited(FLOW, from, to)).problems.filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  })
})

it('tells of a mistake on the paths beside words of another language that are left over', () => {
  const files = formsEdited(
    FLOW,
    `        run: submit-request
        with: { message: received, to: $account.email }
        on: { refused: { error: "We could not send it" } }
`,
    '',
  )
  const cy = 'flow.steps.check-answers.buttons.send.on.refused.error: Na\n'
  const texts = new Map([...formsWith({ 'permit/locales/cy.yaml': cy }).texts])
  texts.set(FLOW, files.texts.get(FLOW) ?? '')
  const codes = checked({ ...files, texts }).problems.map(({ code }) => code)
  expect(codes).toContain('FP0804')
})
