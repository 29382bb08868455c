import { describe, expect, it, vi } from 'vitest'
import { actions, contractsOf } from '../../src/actions/registry.ts'
import { main } from '../../src/cli/main.ts'
import { newJourneyFiles } from '../../src/cli/new-journey-files.ts'
import { rulesFor } from '../../src/cli/walk/possible.ts'
import { reportOf } from '../../src/cli/walk/report.ts'
import { reportInWords } from '../../src/cli/walk/report-in-words.ts'
import { explore } from '../../src/scenarios/explore.ts'
import type { Plan } from '../../src/scenarios/plan.ts'
import { checked } from '../check/sound-forms.ts'
import { writeForms } from '../format/forms-of.ts'
import { ran } from './ran.ts'

const files = newJourneyFiles('permit')
const forms = checked({
  shown: '',
  texts: new Map(Object.entries(files).map(([name, text]) => [`permit/${name}`, text])),
})
const [loaded] = forms.journeys
const contracts = contractsOf(actions)

async function plansOf(): Promise<readonly Plan[]> {
  if (!loaded?.journey) throw new Error('the journey is broken')
  const setting = {
    journeys: new Map([['permit', loaded.journey]]),
    contractsOf: () => contracts,
    now: Date.UTC(2026, 5, 1),
  }
  const rules = rulesFor(contracts, { hasLogin: false })
  return (await explore(setting, loaded.journey, rules)).plans
}

const went = (plan: Plan, ...seen: readonly string[]) => ({
  plan,
  seen: plan.moves.map((move, at) => seen[at] ?? `${move.to} 200`),
  ending: { is: 'as-planned' } as const,
})

describe('walks that are made from a definition', () => {
  it('go through every step and branch, and break every rule of every field', async () => {
    const plans = await plansOf()
    const names = plans.flatMap((plan) => plan.covers.map((one) => one.name))
    for (const step of ['start', 'name', 'contact', 'email', 'note', 'check-answers', 'done'])
      expect(names).toContain(step)
    expect(names).toContain('email: when does not hold')
    expect(names).toEqual(
      expect.arrayContaining([
        'rule: name: name required',
        'rule: name: name maxLength',
        'rule: contact: contactBy required',
        'rule: email: email format',
        'rule: note: note maxLength',
      ]),
    )
  })

  it('are the same every time', async () => {
    expect(await plansOf()).toEqual(await plansOf())
  })
})

describe('the report of walks', () => {
  it('tells where the two ways part, as a scenario', async () => {
    const [plan] = await plansOf()
    if (!plan || !loaded) throw new Error('there is no plan')
    const plain = { walked: [went(plan)], logins: [], stored: ['a'] }
    const htmx = { walked: [went(plan, 'elsewhere 200')], logins: [], stored: ['a'] }
    const { failures } = reportOf(loaded, contracts, { plain, htmx })
    expect(failures).toHaveLength(1)
    expect(failures[0]?.words).toContain('elsewhere 200 as htmx does')
    expect(failures[0]?.scenario).toContain('- name: Walk 1\n  sees:\n    - start:')
  })

  it('tells that other answers were stored', async () => {
    const [plan] = await plansOf()
    if (!plan || !loaded) throw new Error('there is no plan')
    const plain = { walked: [went(plan)], logins: [], stored: ['a', 'b'] }
    const htmx = { walked: [went(plan)], logins: [], stored: ['a', 'c'] }
    const { failures } = reportOf(loaded, contracts, { plain, htmx })
    expect(failures.map((one) => one.words)).toEqual([
      'other answers are stored: b without JavaScript, c as htmx does',
    ])
    expect(reportOf(loaded, contracts, { plain, htmx: plain }).failures).toEqual([])
  })
})

describe('the report in words', () => {
  it('says how many page states axe has looked at, and what it found', async () => {
    const [plan] = await plansOf()
    if (!plan || !loaded) throw new Error('there is no plan')
    const plain = { walked: [went(plan)], logins: [], stored: [] }
    const said = (found?: readonly string[]) =>
      reportInWords(
        reportOf(loaded, contracts, { plain, htmx: plain }, found && { states: 12, found }),
      )
    expect(said([])).toContain('12 page states, nothing found')
    expect(said(['/permit (200): label'])).toContain('12 page states, 1 found')
    expect(said()).not.toContain('axe')
  })
})

describe('footpath walk', () => {
  it('walks a journey over HTTP in both ways, and ends in the same places with the same answers', async () => {
    const { properties: fields, required } = JSON.parse(files['schema.json'] ?? '')
    const flow = files['flow.yaml'] ?? ''
    const { dir, remove } = writeForms({ permit: { flow, fields, required } })
    vi.stubEnv('FORMS_DIR', dir)
    try {
      const { status, said } = await ran((out) => main(['walk', 'permit', '--json'], out))
      const report = JSON.parse(said)
      expect(report.failures).toEqual([])
      expect(report.coverage.steps.missing).toEqual([])
      expect(report.coverage.branches.missing).toEqual([])
      expect(report.coverage.outcomes.missing).toEqual([
        'check-answers: send: submit-request refused',
      ])
      expect(report.stored).toBeGreaterThan(1)
      expect(status).toBe(0)
    } finally {
      vi.unstubAllEnvs()
      remove()
    }
  }, 120_000)

  it('ends with 2 over a journey that is not there', async () => {
    expect((await ran((out) => main(['walk', 'nowhere'], out))).status).toBe(2)
    expect((await ran((out) => main(['walk'], out))).status).toBe(2)
  })
})
