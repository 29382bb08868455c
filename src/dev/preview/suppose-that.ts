import { madeOf } from '../../answers/compute.ts'
import { validateAnswer } from '../../answers/validate.ts'
import { candidatesFor } from '../../check/paths/candidates.ts'
import type { Json } from '../../fields/field.ts'
import { fieldAt } from '../../flow/fields.ts'
import type { Scope } from '../../flow/scope.ts'
import { isObject } from '../../flow/values.ts'
import type { Condition, Operand, Test } from '../../journey/condition.ts'
import { operandsOf } from '../../journey/condition-operands.ts'
import { measureIn, type Supposed } from './supposed.ts'

/** How many ways are tried, and how many answers to one question. */
const MOST_WAYS = 2000
const MOST_ANSWERS = 24

/** One thing that may be so or otherwise. */
interface Variable {
  readonly key: string
  /** Each of the ways, as a change of what is supposed. */
  readonly ways: readonly ((supposed: Supposed) => Supposed)[]
}

/**
 * Changes what is supposed until it is as wanted; only what the conditions read is touched. Undefined where no way was
 * found. `scope`: where they are tried, for the fields that they name.
 */
export function supposeThat(
  conditions: readonly Condition[],
  base: Supposed,
  scope: Scope,
  isWanted: (supposed: Supposed) => boolean,
): Supposed | undefined {
  let tries = 0
  for (const supposed of waysFrom(base, variablesOf(conditions, scope))) {
    if (isWanted(supposed)) return supposed
    if (++tries >= MOST_WAYS) return undefined
  }
  return undefined
}

/** All ways that things may be, as they are first. */
function* waysFrom(supposed: Supposed, variables: readonly Variable[]): Iterable<Supposed> {
  const [variable, ...rest] = variables
  if (!variable) return yield supposed
  yield* waysFrom(supposed, rest)
  for (const way of variable.ways) yield* waysFrom(way(supposed), rest)
}

function variablesOf(conditions: readonly Condition[], scope: Scope): readonly Variable[] {
  const facts = new Set(conditions.flatMap(factsIn))
  const tests = new Map<string, { operand: Operand; tests: Test[] }>()
  for (const [operand, test] of conditions.flatMap((one) => testedIn(one, scope))) {
    const key = JSON.stringify(operand)
    const known = tests.get(key) ?? { operand, tests: [] }
    tests.set(key, known)
    if (test) known.tests.push(test)
  }
  return [
    ...[...facts].map((fact): Variable => {
      return {
        key: fact,
        ways: [(one) => withFact(one, fact, {}), (one) => withoutFact(one, fact)],
      }
    }),
    ...[...tests.values()].flatMap((one) => variableOf(one.operand, one.tests, scope) ?? []),
  ]
}

function variableOf(operand: Operand, tests: readonly Test[], scope: Scope): Variable | undefined {
  const key = JSON.stringify(operand)
  if (operand.from === 'fact') {
    const { fact, key: part } = operand
    if (part === undefined) return undefined
    const values = tests.flatMap((test) => ('values' in test ? test.values : []))
    return { key, ways: values.map((value) => (one) => withFact(one, fact, { [part]: value })) }
  }
  const field = operand.from === 'answer' ? fieldAt(operand, scope) : undefined
  if (operand.from !== 'answer' || !field || field.secret) return undefined
  const measure = measureIn(scope)
  const values = candidatesFor(field, tests)
    .values.filter((value) => validateAnswer(field, value, measure).length === 0)
    .slice(0, MOST_ANSWERS)
  const array = scope.item && !scope.world.journey.fields.has(operand.path[0] ?? '')
  const path = array ? [scope.item?.array ?? '', '0', ...operand.path] : operand.path
  const ways = [...values, undefined].map((value) => (one: Supposed): Supposed => {
    return { ...one, answers: withAt(one.answers, path, value) as Supposed['answers'] }
  })
  return { key, ways }
}

function withFact(supposed: Supposed, fact: string, carries: Record<string, Json>): Supposed {
  const before = supposed.facts[fact]
  return { ...supposed, facts: { ...supposed.facts, [fact]: { ...before, ...carries } } }
}

function withoutFact(supposed: Supposed, fact: string): Supposed {
  const { [fact]: _gone, ...facts } = supposed.facts
  return { ...supposed, facts }
}

function withAt(json: Json | undefined, path: readonly string[], value: Json | undefined): Json {
  const [first = '', ...rest] = path
  if (Array.isArray(json) || /^\d+$/u.test(first)) {
    const items = Array.isArray(json) ? [...json] : []
    items[Number(first)] = withAt(items[Number(first)], rest, value)
    return items
  }
  const { [first]: before, ...others } = isObject(json) ? json : {}
  if (rest.length > 0) return { ...others, [first]: withAt(before, rest, value) }
  return value === undefined ? others : { ...others, [first]: value }
}

function factsIn(condition: Condition): readonly string[] {
  switch (condition.is) {
    case 'all':
    case 'any':
      return condition.of.flatMap(factsIn)
    case 'not':
      return factsIn(condition.of)
    case 'fact':
      return [condition.fact]
    case 'test':
      return condition.of.from === 'fact' ? [condition.of.fact] : []
    default:
      return []
  }
}

/** What is tested, and how; of a value all that it is made of. */
function testedIn(condition: Condition, scope: Scope): readonly (readonly [Operand, Test?])[] {
  switch (condition.is) {
    case 'all':
    case 'any':
      return condition.of.flatMap((one) => testedIn(one, scope))
    case 'not':
      return testedIn(condition.of, scope)
    case 'test':
      return [
        ...partsOf(condition.of, scope).map((one) => [one, condition.test] as const),
        ...operandsOf(condition).flatMap((one) =>
          partsOf(one, scope).map((part) => [part] as const),
        ),
      ]
    default:
      return operandsOf(condition).flatMap((one) =>
        partsOf(one, scope).map((part) => [part] as const),
      )
  }
}

function partsOf(operand: Operand, { world }: Scope): readonly Operand[] {
  return operand.from === 'value' ? madeOf(operand.key, world.journey) : [operand]
}
