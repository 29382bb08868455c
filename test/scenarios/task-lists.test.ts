import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { LET_IN } from '../format/own-actions.ts'
import { writeForms } from '../format/write-forms.ts'
import { ran } from './ran.ts'

const TEXT = { type: 'string', maxLength: 20 }
const SCENARIOS = `
- name: What is not said is done in the order of the list
  answers: { nick: Sam }
  ends: done
- name: The tasks that are named are done first
  answers: { nick: Sam }
  sees:
    - tasks: { go: street }
    - street
    - tasks: { go: /log-in }
    - /log-in
    - tasks
    - nick
    - tasks
    - check
    - done
- name: Nobody goes on with tasks left
  sees: [tasks: { press: continue, errors: Complete all the sections before you go on }, tasks]
`

let forms: ReturnType<typeof writeForms>
beforeAll(() => {
  forms = writeForms({
    move: {
      fields: { nick: { title: 'Nickname', ...TEXT }, street: { title: 'Street', ...TEXT } },
      required: ['nick', 'street'],
      more: { 'scenarios.yaml': SCENARIOS },
      flow: `
title: Move
sections: { you: You, home: Your home, rest: The rest }
steps:
  tasks: { title: All, tasks: [{ section: you, after: [home] }, { section: home }, { journey: log-in }], next: check }
  nick: { section: you, fields: [nick] }
  street: { section: home, fields: [street] }
  check: { section: rest, kind: check-answers, title: Check, buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, next: done }] }
  done: { kind: confirmation, title: Done, content: "Reference {reference}" }
`,
    },
    'log-in': {
      fields: { nick: { title: 'Nickname', ...TEXT } },
      required: ['nick'],
      more: { 'actions/let-in.ts': LET_IN },
      flow: `
title: Say who you are
site: { service: Logins }
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
})
afterAll(() => {
  vi.unstubAllEnvs()
  forms.remove()
})

describe('a task list', () => {
  it('is gone through by scenarios', async () => {
    const { said, status } = await ran((out) => main(['test', 'move'], out))
    expect(said).toContain('3 scenarios, all as they should be')
    expect(status).toBe(0)
  })

  it('is gone through by walks, with its sections and the journeys that it names', async () => {
    const { said, status } = await ran((out) => main(['walk', 'move', '--json'], out))
    const report = JSON.parse(said)
    expect(report.failures).toEqual([])
    expect(report.coverage.steps.missing).toEqual([])
    expect(report.coverage.buttons.missing).toEqual([])
    expect(status).toBe(0)
  }, 120_000)
})
