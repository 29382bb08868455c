import type { Json } from '../fields/field.ts'
import { holds } from '../flow/conditions.ts'
import type { World } from '../flow/scope.ts'
import type { Condition, Operand, Test } from '../journey/condition.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import type { Step } from '../journey/journey.ts'
import { possibleAnswers } from './possible-answers.ts'
import type { Subject } from './subject.ts'

/** Answers with which none of some conditions holds. */
export interface Gap {
  /** The answers are asked on this very step: nothing before it can rule them out. */
  readonly certain: boolean
  /** "kind is visitor, hasBadge is not answered". */
  readonly words: string
}

const MOST_CASES = 4096
/** A day that dates are seen from; limits move with it. */
const TODAY = '2026-06-15'

/**
 * Looks for answers with which no condition holds. Undefined: there are none, or it cannot be told. It tries answers
 * that people can give, so that what it finds is a real gap but for what stands before the step.
 */
export function gapIn(
  conditions: readonly Condition[],
  step: Step,
  subject: Subject,
): Gap | undefined {
  const seen = conditions.map(asAnswers)
  const operands = new Map<string, readonly string[]>()
  for (const condition of seen)
    for (const operand of operandsOf(condition))
      if (operand.from === 'answer') operands.set(operand.path.join('.'), operand.path)
  const paths = [...operands.values()]
  if (paths.some((path) => path.length > 1)) return undefined
  const tests = seen.flatMap(testsOf)
  const choices = paths.map(([name = '']) => {
    const field = subject.journey.fields.get(name)
    const own = tests
      .filter(({ of }) => of.from === 'answer' && of.path[0] === name)
      .map(({ test }) => test)
    return { name, values: field ? possibleAnswers(field, own, TODAY) : sourceValues(own) }
  })
  const count = choices.reduce((product, { values }) => product * (values?.length ?? 0), 1)
  if (count === 0 || count > MOST_CASES) return undefined
  const world = worldOf(subject)
  for (const answers of cases(
    choices.map(({ name, values }) => ({ name, values: values ?? [] })),
  )) {
    if (seen.some((condition) => holds(condition, { world, answers }))) continue
    const names = paths.map(([name = '']) => name)
    return { certain: isCertain(names, step), words: wordsOf(answers, names) }
  }
  return undefined
}

function isCertain(names: readonly string[], step: Step): boolean {
  if (step.repeat !== undefined || step.checks.length > 0) return false
  return names.every((name) =>
    step.entries.some(
      (entry) =>
        entry.is === 'field' && entry.field.name === name && !entry.when && !entry.readOnly,
    ),
  )
}

function worldOf({ journey, contracts }: Subject): World {
  return {
    journey,
    contracts,
    journeyGives: new Map(),
    now: 0,
    today: TODAY,
    language: 'en',
    session: '',
    facts: [],
    invitation: {},
    given: {},
    query: {},
  }
}

type Answers = Readonly<Record<string, Json>>

function cases(
  choices: readonly { readonly name: string; readonly values: readonly (Json | undefined)[] }[],
): readonly Answers[] {
  return choices.reduce<readonly Answers[]>(
    (all, { name, values }) =>
      all.flatMap((answers) =>
        values.map((value) => (value === undefined ? answers : { ...answers, [name]: value })),
      ),
    [{}],
  )
}

/** Facts and sources stand in as answers of their own: what they are is not for the definition to say. */
function asAnswers(condition: Condition): Condition {
  switch (condition.is) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map(asAnswers) }
    case 'not':
      return { ...condition, of: asAnswers(condition.of) }
    case 'fact':
      return {
        is: 'test',
        of: { from: 'answer', path: [`fact:${condition.fact}`] },
        test: { test: 'answered', is: true },
      }
    case 'answered':
      return { ...condition, of: condition.of.map(asAnswer) }
    case 'test':
      return { ...condition, of: asAnswer(condition.of) }
  }
}

function asAnswer(operand: Operand): Operand {
  return operand.from === 'answer'
    ? operand
    : { from: 'answer', path: [`source:${JSON.stringify(operand)}`] }
}

function testsOf(condition: Condition): readonly { readonly of: Operand; readonly test: Test }[] {
  if (condition.is === 'all' || condition.is === 'any') return condition.of.flatMap(testsOf)
  if (condition.is === 'not') return testsOf(condition.of)
  return condition.is === 'test' ? [condition] : []
}

/** A fact or source: not given, what it is compared with, and something else. */
function sourceValues(tests: readonly Test[]): readonly (Json | undefined)[] | undefined {
  if (tests.some(({ test }) => test !== 'one-of' && test !== 'answered')) return undefined
  return [
    undefined,
    'something else',
    ...tests.flatMap((test) => (test.test === 'one-of' ? test.values : [])),
  ]
}

function wordsOf(answers: Answers, names: readonly string[]): string {
  return names
    .map((name) => {
      const shown = name.startsWith('source:') ? 'a source' : name.replace(/^fact:/u, 'the fact ')
      const value = answers[name]
      if (value === undefined)
        return name.startsWith('fact:') ? `${shown} does not hold` : `${shown} is not answered`
      return name.startsWith('fact:')
        ? `${shown} holds`
        : `${shown} is ${typeof value === 'string' ? value : JSON.stringify(value)}`
    })
    .join(', ')
}
