import { expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import { checkForms } from '../../src/check/check-forms.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import type { Problem } from '../../src/journey/problem.ts'
import { ENDING } from '../format/forms-of.ts'

const SCHEMA = {
  type: 'object',
  required: ['kind', 'age', 'right', 'name'],
  properties: {
    kind: { title: 'Kind', enum: ['one', 'two', 'three'] },
    age: { title: 'Age', type: 'integer', minimum: 0, maximum: 120 },
    right: { title: 'Is it right?', type: 'boolean' },
    name: { title: 'Name', type: 'string', field: { subject: 'other' } },
    email: { title: 'Email', type: 'string', format: 'email', field: { autocomplete: 'email' } },
    code: { title: 'Code', type: 'string', format: 'code', writeOnly: true },
  },
}

/** What is wrong with a flow of these steps, that asks for kind, age and name first and sends at the end. */
function problemsOf(steps: string, first = 'fields: [kind, age, name]'): readonly Problem[] {
  const flow = `title: Round\nsteps:\n  first:\n    title: First\n    ${first}\n${steps}${ENDING}`
  const texts = new Map([
    ['round/flow.yaml', flow],
    ['round/schema.json', JSON.stringify(SCHEMA)],
    [
      '_shared/messages/code.md',
      '---\nchannel: email\nsubject: Code\nwith: [code, minutes]\n---\n{code}',
    ],
  ])
  const { problems } = checkForms(loadJourneys({ shown: '', texts }, actions), actions)
  return problems.filter(({ code }) => !['FP0807', 'FP0806', 'FP0815'].includes(code))
}

const codes = (steps: string, first?: string) =>
  problemsOf(steps, first).map(({ code, line, column }) => `${code} ${line}:${column}`)

it('finds a circle that some answers never leave, with the way round and the answers', () => {
  const [problem, ...more] = problemsOf(`  a:
    title: A
    content: Well.
    next: [{ when: { kind: one }, to: b }, { to: check }]
  b:
    title: B
    content: Well.
  c:
    title: C
    content: Well.
    next: [{ when: { age: { minimum: 18 } }, to: check }, { to: a }]
`)
  expect(more).toEqual([])
  expect(problem).toMatchObject({
    code: 'FP0819',
    severity: 'error',
    line: 16,
    message: 'Who goes round here can never leave it when kind = one, age = 0: a → b → c → a.',
    witness: { answers: { kind: 'one', age: 0 }, path: ['first'] },
  })
})

it('finds a page that leads to itself for some', () => {
  expect(
    codes(`  a:
    title: A
    content: Well.
    next: [{ when: { kind: [one, two] }, to: a }, { to: check }]
`),
  ).toEqual(['FP0819 9:46'])
})

it('finds a circle whose only way out can never be taken there', () => {
  expect(
    codes(`  a:
    title: A
    content: Well.
    when: { kind: one }
    next: [{ when: { kind: two }, to: check }, { to: b }]
  b:
    title: B
    content: Well.
    next: [{ when: { kind: three }, to: check }, { to: a }]
`).filter((code) => code.startsWith('FP0819')),
  ).toEqual(['FP0819 14:56'])
})

it.each([
  [
    'asks again for what decides',
    `  a:
    fields: [right]
    next: [{ when: { right: true }, to: check }, { to: first }]
`,
  ],
  [
    'asks again for what decides, some pages before',
    `  a:
    title: A
    content: Well.
  b:
    title: B
    content: Too young.
    next: [{ when: { age: { minimum: 18 } }, to: check }, { to: again }]
  again:
    title: Again
    fields: [age]
    next: a
`,
  ],
  [
    'is left by a link',
    `  a:
    title: A
    content: Well.
    next: [{ when: { kind: one }, to: a }, { to: check }]
    links: [{ label: Change it, to: first }]
`,
  ],
  [
    'is left by another button',
    `  a:
    title: A
    content: Well.
    buttons:
      - { id: again, label: Again, next: [{ when: { kind: one }, to: a }, { to: check }] }
      - { id: on, label: On, next: check }
`,
  ],
  [
    'is left by an outcome',
    `  a:
    title: A
    fields: [email, code]
    buttons:
      - id: again
        label: Again
        run: send-code
        with: { email: $email, message: code }
        on: { too-many: first, not-possible: { error: No } }
        next: [{ when: { kind: one }, to: a }, { to: check }]
`,
  ],
  [
    'holds those only who may get a fact elsewhere',
    `  a:
    title: A
    content: Well.
    next: [{ when: { fact: email-verified }, to: check }, { to: b }]
  b:
    title: B
    content: Well.
    next: a
`,
  ],
  [
    'may be left: it cannot be told',
    `  a:
    title: A
    content: Well.
    next: [{ when: { name: { pattern: "^[A-M]" } }, to: check }, { when: { name: { pattern: "^[^A-M]" } }, to: check }, { to: a }]
`,
  ],
])('says nothing of a circle that %s', (_, steps) => {
  expect(codes(steps).filter((code) => /^FP08(?:03|19)/u.test(code))).toEqual([])
})

it('does not tell again of a circle that nobody leaves, whatever is answered', () => {
  expect(
    codes(`  a:
    title: A
    content: Well.
    next: [{ when: { kind: one }, to: a }, { to: b }]
  b:
    title: B
    content: Well.
    next: a
`).filter((code) => /^FP08(?:03|19)/u.test(code)),
  ).toEqual(['FP0803 9:39'])
})
