import { UNCHOSEN } from '../../engine/press-list.ts'
import { holds } from '../../flow/conditions.ts'
import { fieldsOf, shownEntries, storedAt } from '../../flow/entries.ts'
import type { Scope } from '../../flow/scope.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import type { Marks } from '../../journey/marks.ts'
import type { Setting } from '../../scenarios/stage.ts'
import { errorStates } from './error-states.ts'
import { scopeIn, withoutOwn } from './laid-out.ts'
import { outcomeStates } from './outcome-states.ts'
import { pageConditions } from './page-conditions.ts'
import { placeOfState } from './show-state.ts'
import type { State, Variant } from './state.ts'
import { supposeThat } from './suppose-that.ts'
import { type Supposed, supposeFor } from './supposed.ts'

/**
 * Every state that the page of a step can be in: empty and filled in, with each condition of the page holding and not,
 * each error that its boxes, its checks and its actions can bring, and each notice that is shown there.
 */
export function statesOf(
  setting: Setting,
  journey: Journey,
  step: Step,
  marks: Marks,
): readonly State[] {
  const variants = variantsOf(setting, journey, step, marks)
  const [first] = variants
  if (!first) return []
  const found = [
    ...plainStates(step, variants),
    ...listStates(step, first),
    ...errorStates(setting, journey, step, variants),
    ...outcomeStates(setting, journey, step, first),
  ]
  return [...new Map(found.map((state) => [state.id, state])).values()]
}

/** The page as it is when nobody has pressed anything. */
function plainStates(step: Step, variants: readonly Variant[]): readonly State[] {
  const named = (id: string, what: string, all: readonly Variant[]) =>
    all.map(({ supposed, because }, index): State => {
      const number = index === 0 ? '' : `-${index + 1}`
      return { id: `${id}${number}`, what: because ? `${what}, ${because}` : what, supposed }
    })
  if (step.kind === 'task-list')
    return (['not-started', 'in-progress', 'completed'] as const).map((tasks) => ({
      id: tasks,
      what: `tasks ${tasks.replace('-', ' ')}`,
      supposed: variants[0]?.supposed ?? { answers: {}, facts: {} },
      tasks,
    }))
  if (!asks(step)) return named('shown', 'shown', variants)
  const empties = variants.map((one) => ({ ...one, supposed: withoutOwn({ step }, one.supposed) }))
  const differs = empties.filter(
    ({ supposed }, index) => index === empties.findIndex((one) => isSame(one.supposed, supposed)),
  )
  return [...named('empty', 'empty', differs), ...named('filled', 'filled in', variants)]
}

function asks({ entries }: Step): boolean {
  return fieldsOf(entries).some(({ readOnly }) => !readOnly)
}

function isSame(one: Supposed, other: Supposed): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function listStates(step: Step, { supposed }: Variant): readonly State[] {
  if (step.repeat === undefined || step.repeatFirst !== step.id || step.repeatFor) return []
  const none = withoutOwn({ step, list: true }, supposed)
  return [
    { id: 'list-empty', what: 'the list, with nothing in it', supposed: none, list: true },
    { id: 'list', what: 'the list', supposed, list: true },
    {
      id: 'list-unchosen',
      what: `the list: “${UNCHOSEN.text}”`,
      supposed,
      list: true,
      over: { is: 'unchosen' },
    },
  ]
}

/** What is supposed so that the step is asked; then, for each condition of its page, so that it holds, and so that it does not. */
function variantsOf(
  setting: Setting,
  journey: Journey,
  step: Step,
  marks: Marks,
): readonly Variant[] {
  const place = placeOfState(step, {})
  const must = step.when ? [step.when] : []
  const before = (supposed: Supposed) => scopeIn(setting, journey, place, supposed)
  const page = (supposed: Supposed) => pageScope(place, supposed, before(supposed))
  const isAsked = (supposed: Supposed) => must.every((when) => holds(when, before(supposed)))
  const start = supposeFor(setting, journey, step)
  const base = supposeThat(must, start, before(start), isAsked) ?? start
  const variants: Variant[] = [{ supposed: base }]
  const wanted = pageConditions(step, marks).flatMap((one) => [
    { ...one, isHeld: true },
    { ...one, isHeld: false },
  ])
  for (const { when, written, isHeld } of wanted) {
    const isSo = (supposed: Supposed) => holds(when, page(supposed)) === isHeld
    if (variants.some(({ supposed }) => isSo(supposed))) continue
    const isBoth = (supposed: Supposed) => isAsked(supposed) && isSo(supposed)
    const supposed = supposeThat([when, ...must], base, page(base), isBoth)
    const because = `${written} ${isHeld ? 'holds' : 'does not hold'}`
    if (supposed) variants.push({ supposed, because })
  }
  return variants
}

function pageScope(
  place: ReturnType<typeof placeOfState>,
  { answers }: Supposed,
  before: Scope,
): Scope {
  return shownEntries(place, storedAt(place, answers), before).scope
}
