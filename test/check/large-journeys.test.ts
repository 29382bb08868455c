import { expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import { checkForms } from '../../src/check/check-forms.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import type { FormsFiles } from '../../src/journey/source.ts'
import { choice, empty, written } from './large/sketch.ts'
import { LARGE_JOURNEYS } from './large-journeys.ts'
import { seededRandom } from './seeded-random.ts'

/** Seconds of one processor, on a machine that has much else to do; `npm run bench` asks for 2. */
const MOST_SECONDS = 8

function checkedIn(files: FormsFiles) {
  const before = process.cpuUsage()
  const { problems } = checkForms(
    loadJourneys(files, () => actions),
    () => actions,
  )
  return { problems, seconds: process.cpuUsage(before).user / 1e6 }
}

it.each(Object.entries(LARGE_JOURNEYS))(
  'checks 200 steps with 60 conditions in seconds, however many paths there are: %s',
  (name, make) => {
    const files = make(20261126)
    const flow = files.texts.get('large/flow.yaml') ?? ''
    expect(flow.match(/^ {2}c\d+:/gmu)).toHaveLength(60)
    expect(flow.match(/^ {2}[a-z0-9-]+:$/gmu)?.length).toBeGreaterThanOrEqual(200)
    const { problems, seconds } = checkedIn(files)
    expect(seconds).toBeLessThan(MOST_SECONDS)
    const errors = problems.filter(({ severity }) => severity === 'error')
    if (name !== 'conditions about what was asked long ago') expect(errors).toEqual([])
  },
  120_000,
)

it('says that it cannot tell where a condition is too large to be worked out', () => {
  const random = seededRandom(20261126)
  const sketch = empty()
  for (let at = 0; at < 60; at++) {
    sketch.fields[`f${at}`] = choice(`f${at}`)
    sketch.steps.push([`s${at}`, `fields: [f${at}]`])
  }
  const three = () => Array.from({ length: 3 }, () => `{ f${random.below(60)}: one }`).join(', ')
  sketch.conditions.push(
    `{ any: [${Array.from({ length: 200 }, () => `{ all: [${three()}] }`).join(', ')}] }`,
  )
  sketch.steps.push(['large', 'title: Large', 'content: Well.', 'when: c0'])
  sketch.steps.push(['last', 'title: Last', 'content: Well.'])
  sketch.steps.at(-1)?.push('next: [{ when: c0, to: check }, { when: { not: c0 }, to: check }]')
  const { problems, seconds } = checkedIn(written(sketch))
  expect(seconds).toBeLessThan(MOST_SECONDS)
  expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['FP0809 warning'])
  expect(problems[0]?.message).toContain('cannot be told')
}, 60_000)
