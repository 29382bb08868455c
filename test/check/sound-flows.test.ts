import { expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import { checkForms } from '../../src/check/check-forms.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import type { Problem } from '../../src/journey/problem.ts'
import { seededRandom } from './seeded-random.ts'
import { soundFlow } from './sound-flow.ts'

const SEED = 20261126
const COUNT = 200

function problemsOf(flow: string, schema: object): readonly Problem[] {
  const texts = new Map([
    ['made/flow.yaml', flow],
    ['made/schema.json', JSON.stringify(schema)],
  ])
  return checkForms(loadJourneys({ shown: '', texts }, actions), actions).problems
}

it('finds nothing wrong with journeys that are sound as they are made', () => {
  for (let at = 0; at < COUNT; at++) {
    const { flow, schema } = soundFlow(seededRandom(SEED + at))
    expect(problemsOf(flow, schema), `seed ${SEED + at}\n${flow}`).toEqual([])
  }
})

it('finds each single mistake in them on its line, but for a step that is led to no more', () => {
  const found = new Map<string, number>()
  for (let at = 0; at < COUNT / 2; at++) {
    const random = seededRandom(SEED + at)
    const { flow, schema, mistakes } = soundFlow(random)
    const mistake = mistakes[random.below(Math.max(1, mistakes.length))]
    if (!mistake) continue
    const { from, to, code } = mistake
    const start = flow.indexOf(from)
    expect(start, from).toBeGreaterThan(0)
    const line = flow.slice(0, start).split('\n').length
    const problems = problemsOf(
      flow.replace(from, () => to),
      schema,
    ).filter((one) => one.code === code && (code === 'FP0801' || one.line === line))
    expect(problems.length, `seed ${SEED + at}: ${from} → ${to}\n${flow}`).toBeGreaterThan(0)
    found.set(code, (found.get(code) ?? 0) + 1)
  }
  expect([...found.keys()].sort()).toEqual([
    'FP0201',
    'FP0301',
    'FP0302',
    'FP0501',
    'FP0502',
    'FP0801',
    'FP0805',
    'FP0808',
  ])
})
