import type { Condition, Operand } from '../journey/condition.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import type { Step } from '../journey/journey.ts'
import type { Way } from './paths/paths.ts'
import { pathsOf } from './paths/paths.ts'
import { NONE, type StateSet } from './paths/sets.ts'
import { type Tried, triedConditions } from './paths/tried.ts'
import { FIRST_ANSWER, NOT_ASKED, type Variable } from './paths/variables.ts'
import type { Check, Subject } from './subject.ts'

const NEVER_ASKED = { code: 'FP0814', severity: 'error' } as const
const NOT_ALWAYS_ASKED = { code: 'FP0815', severity: 'warning' } as const

/** A condition on an answer that is asked on no path that leads there, or not on all. */
export const checkAskedBefore: Check = (subject) => {
  const { checks } = subject.journey
  for (const tried of triedConditions(subject)) {
    // A check of the whole journey is not made where what it is about is not given.
    if (tried.check && checks.includes(tried.check)) continue
    for (const { operand, variable } of answersIn(tried, subject)) {
      if (isNeverAsked(variable, tried, subject)) reportNever(tried, operand, subject)
      else reportSometimes(tried, operand, variable, subject)
    }
  }
}

/** Whether a condition reads an answer that is asked on no path that leads there. */
export function readsNeverAsked(tried: Tried, subject: Subject): boolean {
  return answersIn(tried, subject).some(({ variable }) => isNeverAsked(variable, tried, subject))
}

interface Read {
  readonly operand: Extract<Operand, { from: 'answer' }>
  readonly variable: Variable
}

function answersIn({ condition, step }: Tried, subject: Subject): readonly Read[] {
  const { formulas } = pathsOf(subject)
  const found = operandsOf(condition).flatMap((operand): readonly Read[] => {
    const variable = formulas.of(operand, step)
    return operand.from === 'answer' && variable && !isSecret(operand, subject)
      ? [{ operand, variable }]
      : []
  })
  return [...new Map(found.map((one) => [one.variable.key, one])).values()]
}

function isSecret({ path }: Read['operand'], { journey }: Subject): boolean {
  return journey.fields.get(path[0] ?? '')?.secret === true
}

function isNeverAsked(variable: Variable, { sites }: Tried, subject: Subject): boolean {
  const { formulas, at } = pathsOf(subject)
  const { sets } = formulas
  const asked = sets.not(sets.where(variable.index, [NOT_ASKED]))
  return sites.every((site) => sets.and(at(site), asked) === NONE)
}

function reportNever(tried: Tried, { path }: Read['operand'], { report }: Subject): void {
  const name = path.join('.')
  const help = `Ask for "${name}" on a step before it, or take the condition away.`
  report(
    NEVER_ASKED,
    tried.at,
    `"${name}" is asked on no path that leads here, so that this test is always false.`,
    help,
  )
}

function reportSometimes(
  tried: Tried,
  { path }: Read['operand'],
  variable: Variable,
  subject: Subject,
): void {
  const name = path.join('.')
  if (tried.check || asksWhetherAnswered(tried.condition, name)) return
  const way = unaskedWay(tried, variable, subject)
  if (!way) return
  const help = `If that is right, say so: { all: [{ ${name}: { answered: true } }, … ] }. If not, ask for "${name}" of everybody who comes here.`
  subject.report(
    NOT_ALWAYS_ASKED,
    tried.at,
    `Some people who come here were never asked for "${name}": for them this test is false.`,
    help,
    way.witness,
  )
}

/** A way there on which the answer is not asked, and would make a difference. */
function unaskedWay(
  { sites, step }: Tried,
  { index, size, path }: Variable,
  subject: Subject,
): Way | undefined {
  const paths = pathsOf(subject)
  const { sets } = paths.formulas
  for (const site of sites) {
    // That who is not shown a page has not answered it goes without saying.
    if (site.skipped && asksFor(step, path[0])) continue
    const where = site.rest ?? site
    const open = sets.where(index, [NOT_ASKED])
    if (!sets.meet(paths.at(where), open)) continue
    const without = sets.given(site.holding, index, NOT_ASKED)
    let differs: StateSet = NONE
    for (let value = FIRST_ANSWER; value < size; value++) {
      const other = sets.given(site.holding, index, value)
      differs = sets.or(differs, sets.or(sets.minus(other, without), sets.minus(without, other)))
    }
    const unasked = sets.and(open, differs)
    const way = paths.wayTo(where, unasked, step)
    if (way) return way
  }
  return undefined
}

function asksFor({ entries }: Step, name: string | undefined): boolean {
  return entries.some((entry) => entry.is === 'field' && entry.field.name === name)
}

function asksWhetherAnswered(condition: Condition, name: string): boolean {
  switch (condition.is) {
    case 'all':
    case 'any':
      return condition.of.some((one) => asksWhetherAnswered(one, name))
    case 'not':
      return asksWhetherAnswered(condition.of, name)
    case 'answered':
      return condition.of.some((one) => isNamed(one, name))
    case 'test':
      return condition.test.test === 'answered' && isNamed(condition.of, name)
    default:
      return false
  }
}

function isNamed(operand: Operand, name: string): boolean {
  return operand.from === 'answer' && operand.path.join('.') === name
}
