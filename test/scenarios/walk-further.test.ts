import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { LET_IN, ownAction } from '../format/own-actions.ts'
import { writeForms } from '../format/write-forms.ts'
import { ran } from './ran.ts'

const CHECK_WAY = ownAction(
  {
    name: 'check-way',
    input: {
      type: 'object',
      properties: { miles: { type: 'integer' } },
      required: ['miles'],
      additionalProperties: false,
    },
    outcomes: ['far', 'near'],
  },
  `return { outcome: input.miles < 3 ? 'near' : 'far' }`,
)

const AMOUNT = { type: 'integer', minimum: 0, maximum: 100_000 }
const FLOW = `
title: Ask for a bus
conditions:
  odd: { all: [{ miles: { minimum: 21 } }, { miles: { maximum: 22 } }, { reason: health }] }
  some-left: { left: { minimum: 1251, maximum: 1260 } }
values:
  left: { minus: [income, costs] }
steps:
  way:
    title: The way
    fields: [miles, reason]
    buttons:
      - { id: measure, label: Go on, run: check-way, with: { miles: $miles }, on: { near: near }, next: [{ when: odd, to: odd }, { to: money }] }
  near: { kind: exit, title: It is near, content: We run no bus there., links: [{ label: Change it, to: way }] }
  odd: { title: That is odd, content: We look at it., next: money }
  money:
    title: Your money
    fields: [income, costs]
    next: [{ when: some-left, to: free }, { to: mobile }]
  free: { title: It is free, content: You pay nothing., next: mobile }
  mobile:
    fields: [mobile]
    buttons: [{ id: send, label: Text me, run: send-code, with: { phone: $mobile, message: code }, next: code }]
  code:
    title: The code
    fields: [textCode]
    buttons: [{ id: verify, label: Go on, run: check-code, with: { phone: $mobile, code: $textCode }, next: check }]
    links: [{ label: Another number, to: mobile }]
  check: { kind: check-answers, title: Check, buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, next: done }] }
  done: { kind: confirmation, title: Done, content: "Reference {reference}" }
`

describe('walks through what hangs on more than a sample', () => {
  let forms: ReturnType<typeof writeForms>
  let report: {
    readonly coverage: Readonly<Record<string, { readonly missing: readonly string[] }>>
    readonly failures: readonly object[]
    readonly notPossible: readonly string[]
  }
  beforeAll(async () => {
    forms = writeForms({
      bus: {
        fields: {
          miles: { title: 'Miles to the school', type: 'integer', minimum: 0, maximum: 60 },
          reason: { title: 'Reason', enum: ['distance', 'unsafe', 'health'] },
          income: { title: 'Income', ...AMOUNT },
          costs: { title: 'Costs', ...AMOUNT },
          mobile: { title: 'Mobile number', type: 'string', format: 'phone' },
          textCode: { title: 'Code', type: 'string', format: 'code', writeOnly: true },
        },
        required: ['miles', 'reason', 'income', 'costs', 'mobile', 'textCode'],
        more: {
          'actions/check-way.ts': CHECK_WAY,
          'messages/code.md': '---\nchannel: sms\nwith: [code]\n---\n{code} is your code\n',
        },
        flow: FLOW,
      },
    })
    vi.stubEnv('FORMS_DIR', forms.dir)
    const { status, said } = await ran((out) => main(['walk', 'bus', '--json'], out))
    report = JSON.parse(said)
    expect(status).toBe(0)
  }, 120_000)
  afterAll(() => {
    vi.unstubAllEnvs()
    forms.remove()
  })

  it('see both ends of an own action that hang on an answer', () => {
    expect(report.coverage['outcomes']?.missing).not.toContain('way: measure: check-way far')
    expect(report.coverage['outcomes']?.missing).not.toContain('way: measure: check-way near')
    expect(report.coverage['steps']?.missing).toEqual([])
  })

  it('take branches that hang on several answers at once, and on numbers that are worked out', () => {
    expect(report.coverage['branches']?.missing).toEqual([])
  })

  it('text a code to a mobile, and see what is said of a landline', () => {
    const { missing = [] } = report.coverage['outcomes'] ?? {}
    expect(missing).not.toContain('mobile: send: send-code sent')
    expect(missing).not.toContain('mobile: send: send-code not-possible')
    expect(missing).not.toContain('code: verify: check-code wrong')
  })

  it('come about as they were planned', () => {
    expect(report.failures).toEqual([])
    expect(report.notPossible).toEqual([])
  })
})

describe('walks of a journey that requires a fact which another one gives', () => {
  it('go through that one first, and come back', async () => {
    const forms = writeForms({
      card: {
        fields: { colour: { title: 'Colour', enum: ['red', 'blue'] } },
        required: ['colour'],
        flow: `
title: A card
steps:
  colour: { requires: [known], fields: [colour] }
  check: { kind: check-answers, title: Check, buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, next: done }] }
  done: { kind: confirmation, title: Done, content: "Reference {reference}" }
`,
      },
      'log-in': {
        fields: { nick: { title: 'Nickname', type: 'string', maxLength: 20 } },
        required: ['nick'],
        more: { 'actions/let-in.ts': LET_IN },
        flow: `
title: Say who you are
gives: [known]
steps:
  who:
    title: Who are you?
    fields: [nick]
    buttons: [{ id: go, label: Let me in, run: let-in, with: { nick: $nick }, next: $return }]
`,
      },
    })
    vi.stubEnv('FORMS_DIR', forms.dir)
    try {
      const { said } = await ran((out) => main(['walk', 'card', '--json'], out))
      const { failures, notPossible, coverage } = JSON.parse(said)
      expect(failures).toEqual([])
      expect(notPossible).toEqual([])
      expect(coverage.steps.missing).toEqual([])
    } finally {
      vi.unstubAllEnvs()
      forms.remove()
    }
  }, 120_000)
})
