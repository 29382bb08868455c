import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import { checkForms } from '../../src/check/check-forms.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import { type Given, pathOf, type RandomFlow, randomFlow, writtenOf } from '../flow/random-flow.ts'
import { schemaOf } from '../format/forms-of.ts'

/** What happens on all ways through a flow, found out by trying every answer. */
interface Seen {
  /** Steps that come up, whether they are asked or skipped. */
  readonly met: ReadonlySet<number>
  /** `step` and whether its `when` held. */
  readonly whens: ReadonlySet<string>
}

function seenOf(flow: RandomFlow): Seen {
  const met = new Set<number>()
  const whens = new Set<string>()
  for (const answers of everyAnswer(flow)) {
    const { path, given } = pathOf(flow, answers)
    const asked = new Set(path.map((id) => Number(id.slice(1))))
    for (const at of metOn(flow, asked, given)) {
      met.add(at)
      if (flow.steps[at]?.when) whens.add(`${at} ${asked.has(at)}`)
    }
  }
  return { met, whens }
}

/** The steps that come up with some answers, up to an exit or to one that was there before. */
function metOn({ steps }: RandomFlow, asked: ReadonlySet<number>, given: Given): readonly number[] {
  const met: number[] = []
  let at = 0
  for (let step = steps[at]; step && !met.includes(at); step = steps[at]) {
    met.push(at)
    const isYes = asked.has(at) && given[`q${at}`] === 'yes'
    if (isYes && step.onYes === 'exit') break
    at = isYes && typeof step.onYes === 'number' ? step.onYes : at + 1
  }
  return met
}

function everyAnswer({ steps }: RandomFlow): readonly Given[] {
  return steps.reduce<readonly Given[]>(
    (all, step, at) =>
      all.flatMap((given) =>
        ['yes', 'no', ...(step.isRequired ? [] : [''])].map((answer) =>
          answer === '' ? given : { ...given, [`q${at}`]: answer },
        ),
      ),
    [{}],
  )
}

/** `s2 FP0812`: what check says of the `when` of a step; a test of what is never asked is always false. */
function saidOf(flow: RandomFlow): {
  readonly whens: readonly string[]
  /** Steps of which it says that nothing leads to them. */
  readonly idle: readonly number[]
  readonly others: readonly string[]
} {
  const written = writtenOf(flow)
  const texts = new Map([
    ['flow/flow.yaml', written.flow],
    ['flow/schema.json', JSON.stringify(schemaOf(written))],
  ])
  const { problems } = checkForms(
    loadJourneys({ shown: '', texts }, () => actions),
    () => actions,
  )
  const lines = written.flow.split('\n')
  const whens = problems.flatMap(({ code, line }) => {
    const isWhen = (lines[line - 1] ?? '').startsWith('    when:')
    const step = lines.slice(0, line).findLast((one) => /^ {2}s\d+:/u.test(one)) ?? ''
    return isWhen && SETTLED.includes(code) ? [`${step.trim().replace(':', '')} ${code}`] : []
  })
  const idle = problems.flatMap(({ code, line }) =>
    code === 'FP0801' ? [Number(/^ {2}s(\d+):/u.exec(lines[line - 1] ?? '')?.[1] ?? -1)] : [],
  )
  const others = problems.map(({ code }) => code).filter((code) => NEVER_HERE.includes(code))
  return { whens, idle, others }
}

const SETTLED = ['FP0812', 'FP0813', 'FP0814']
/** Every answer of a random flow leads on, to its end, and it sends once. */
const NEVER_HERE = [
  'FP0802',
  'FP0803',
  'FP0804',
  'FP0808',
  'FP0809',
  'FP0810',
  'FP0724',
  'FP0725',
  'FP0726',
  'FP0727',
  'FP0816',
  'FP0819',
]

it('says of the conditions of random flows what trying every answer shows, no more and no less', () => {
  fc.assert(
    fc.property(randomFlow(false), (flow) => {
      const seen = seenOf(flow)
      const { whens, idle, others } = saidOf(flow)
      const settled = flow.steps.flatMap((step, at) => {
        const is = (truth: boolean) => seen.whens.has(`${at} ${truth}`)
        if (!step.when || !seen.met.has(at) || (is(true) && is(false))) return []
        const code = whens.includes(`s${at} FP0814`) ? 'FP0814' : is(true) ? 'FP0813' : 'FP0812'
        return [`s${at} ${code}`]
      })
      expect(whens.toSorted()).toEqual(settled.toSorted())
      expect(others).toEqual([])
      expect(idle.filter((at) => seen.met.has(at))).toEqual([])
    }),
    { seed: 20261125, numRuns: 60 },
  )
}, 60_000)
