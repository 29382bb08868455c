import { DATE_RELATIONS, type DateRelation, type Field } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { PROBLEMS } from './codes.ts'
import type { Condition, Operand, Test } from './condition.ts'
import { allOf, type ConditionContext, NEVER, operandNamed } from './condition-context.ts'
import { checkLiteral } from './literal.ts'
import { helpWith } from './nearest.ts'
import { readList } from './read-map.ts'
import { readLimit } from './read-presentation.ts'
import { readBoolean, readName } from './read-scalar.ts'
import { readTestSchema } from './read-test-schema.ts'
import { COMPARED, type Compared, TEST_KEYWORDS } from './test-keywords.ts'
import type { MapNode, Node, Pair } from './tree.ts'

/** What is tested. */
export interface Tested {
  readonly name: string
  readonly operand: Operand
  readonly field?: Field
}

/** The value behind a field's name in a condition → a test of its answer. */
export function readTest(tested: Tested, node: Node, context: ConditionContext): Condition {
  if (node.is === 'map') return readTests(tested, node, context)
  if (node.is === 'list') {
    if (node.items.length === 0)
      context.report(PROBLEMS.wrongValue, node, 'This list is empty, and nothing is in it.')
    return testOf(tested, {
      test: 'one-of',
      values: node.items.map((item) => literal(item, tested, context)),
    })
  }
  if (node.value === null) {
    const help = 'Write what it must be, or { answered: false }.'
    context.report(
      PROBLEMS.wrongValue,
      node,
      `Nothing is written for "${tested.name}" to be compared with.`,
      help,
    )
    return NEVER
  }
  const other = otherName(node)
  if (other !== undefined) return compare(tested, 'const', other, node, context)
  return testOf(tested, { test: 'one-of', values: [literal(node, tested, context)] })
}

function testOf({ operand }: Tested, test: Test): Condition {
  return { is: 'test', of: operand, test }
}

function literal(node: Node, { field }: Tested, { report }: ConditionContext) {
  if (node.is === 'map') {
    report(PROBLEMS.wrongType, node, 'A value was expected here, and there is a map.')
    return null
  }
  return checkLiteral(node, field, report)
}

function otherName(node: Node): string | undefined {
  return node.is === 'scalar' && typeof node.value === 'string' && /^\$[a-z]/iu.test(node.value)
    ? node.value.slice(1)
    : undefined
}

function readTests(tested: Tested, map: MapNode, context: ConditionContext): Condition {
  const own = map.pairs.filter((pair) => !isStandard(pair))
  const standard = map.pairs.filter(isStandard)
  if (map.pairs.length === 0)
    context.report(
      PROBLEMS.wrongValue,
      map,
      `Nothing is said of "${tested.name}" here.`,
      'Say what it must be.',
    )
  const conditions = own.map((pair) => readOwnTest(tested, pair, context))
  if (standard.length > 0) {
    const schema = readTestSchema({ ...map, pairs: standard }, tested.field, context)
    conditions.push(testOf(tested, { test: 'schema', schema }))
  }
  return allOf(conditions)
}

/** JSON Schema through and through: nothing in it names another answer or is a test of ours. */
function isStandard({ key, value }: Pair): boolean {
  const keyword = Object.hasOwn(TEST_KEYWORDS, key) ? TEST_KEYWORDS[key] : undefined
  if (!keyword || otherName(value) !== undefined) return false
  return key !== 'not' || value.is !== 'map' || value.pairs.every(isStandard)
}

type TestReader = (tested: Tested, pair: Pair, context: ConditionContext) => Condition

/** The tests that are no keywords of JSON Schema and compare no dates. */
export const OWN_TEST_NAMES = ['all', 'none', 'answered', 'sameAs'] as const

const PLAIN_TESTS: Readonly<Record<(typeof OWN_TEST_NAMES)[number], TestReader>> = {
  all: (tested, pair, context) => readChosen(tested, 'all', pair, context),
  none: (tested, pair, context) => readChosen(tested, 'none', pair, context),
  answered: (tested, { value }, { report }) =>
    testOf(tested, {
      test: 'answered',
      is: readBoolean(value, '"answered"', report) ?? true,
    }),
  sameAs: (tested, { value }, context) => readSameAs(tested, value, context),
}

const OWN_TESTS: Readonly<Record<string, TestReader>> = {
  ...PLAIN_TESTS,
  ...Object.fromEntries(
    DATE_RELATIONS.map((relation): [string, TestReader] => [
      relation,
      (tested, pair, context) => readRelation(tested, relation, pair, context),
    ]),
  ),
}

function readOwnTest(tested: Tested, pair: Pair, context: ConditionContext): Condition {
  const { key, value } = pair
  const own = Object.hasOwn(OWN_TESTS, key) ? OWN_TESTS[key] : undefined
  if (own) return own(tested, pair, context)
  if (key === 'not' && value.is === 'map') return readNot(tested, value, context)
  const tests = (tested.field && kindOf(tested.field.kind).tests) ?? {}
  const test = Object.hasOwn(tests, key) ? tests[key] : undefined
  if (test) return readKindTest(tested, pair, test.values, context)
  const compared = COMPARED.find((one) => one === key)
  const other = otherName(value)
  if (compared && other !== undefined) return compare(tested, compared, other, value, context)
  reportUnknown(tested, pair, Object.keys(tests), context)
  return NEVER
}

function reportUnknown(
  tested: Tested,
  { key, keyAt, value }: Pair,
  tests: readonly string[],
  { report }: ConditionContext,
): void {
  if (Object.hasOwn(TEST_KEYWORDS, key)) {
    const help = `Another answer may stand behind ${COMPARED.join(', ')}.`
    report(PROBLEMS.wrongTest, value, `"${key}" cannot be compared with another answer.`, help)
    return
  }
  const valid = [...Object.keys(TEST_KEYWORDS), ...DATE_RELATIONS, ...OWN_TEST_NAMES, ...tests]
  report(
    PROBLEMS.wrongTest,
    keyAt,
    `"${key}" is not a test of "${tested.name}".`,
    helpWith(key, valid, 'tests'),
  )
}

const DATED = ['date', 'month-year', 'date-time']

function readRelation(
  tested: Tested,
  relation: DateRelation,
  { keyAt, value }: Pair,
  context: ConditionContext,
): Condition {
  const { field } = tested
  if (field && !DATED.includes(field.kind))
    context.report(
      PROBLEMS.wrongTest,
      keyAt,
      `"${relation}" is a test of dates, and "${field.name}" is none.`,
    )
  const to = readLimit(value, context.report)
  if (!to) return NEVER
  if (to.is === 'answer') {
    const other = operandNamed(to.path.join('.'), value, context)
    if (!other) return NEVER
    if (other.operand.from !== 'answer' || (other.field && !DATED.includes(other.field.kind)))
      context.report(PROBLEMS.wrongTest, value, `"${to.path.join('.')}" is not a date.`)
  }
  return testOf(tested, { test: 'date', relation, to })
}

function readChosen(
  tested: Tested,
  key: 'all' | 'none',
  { keyAt, value }: Pair,
  context: ConditionContext,
): Condition {
  const values = readList(value, `"${key}"`, context.report).map((item) =>
    literal(item, tested, context),
  )
  if (tested.field && !isOfMany(tested.field) && key === 'all')
    context.report(
      PROBLEMS.wrongTest,
      keyAt,
      `"all" is a test of check boxes, and "${tested.name}" is none.`,
      'Write a list: one of these.',
    )
  return testOf(tested, { test: key === 'all' ? 'all-of' : 'none-of', values })
}

/** Any number of answers, of which a condition may name some. */
function isOfMany({ kind }: Field): boolean {
  return kind === 'checkboxes' || kind === 'several'
}

function readSameAs(tested: Tested, node: Node, context: ConditionContext): Condition {
  const name = readName(node, 'a field', context.report)?.replace(/^\$/u, '')
  const other = name === undefined ? undefined : operandNamed(name, node, context)
  return other ? testOf(tested, { test: 'same-as', other: other.operand }) : NEVER
}

function readKindTest(
  tested: Tested,
  { key, value }: Pair,
  valid: readonly string[],
  context: ConditionContext,
): Condition {
  const nodes = readList(value, `"${key}"`, context.report, true)
  const values = nodes.flatMap((node) => {
    const word = readName(node, `"${key}"`, context.report)
    if (word === undefined || valid.includes(word)) return word ?? []
    context.report(
      PROBLEMS.impossibleLiteral,
      node,
      `"${word}" is never the ${key} of "${tested.name}".`,
      helpWith(word, valid, 'values'),
    )
    return []
  })
  return testOf(tested, { test: 'kind', name: key, values })
}

/** Not, but answered: a test of what is not given is false, also this one. */
function readNot(tested: Tested, map: MapNode, context: ConditionContext): Condition {
  const inner = readTests(tested, map, context)
  const others = map.pairs.flatMap(({ value }) => {
    const name = otherName(value)
    const found = name === undefined ? undefined : operandNamed(name, value, context)
    return found ? [found.operand] : []
  })
  const given = [tested.operand, ...others].map(
    (of): Condition => ({ is: 'test', of, test: { test: 'answered', is: true } }),
  )
  return { is: 'all', of: [...given, { is: 'not', of: inner }] }
}

function compare(
  tested: Tested,
  keyword: Compared,
  other: string,
  node: Node,
  context: ConditionContext,
): Condition {
  const found = operandNamed(other, node, context)
  if (!found) return NEVER
  const { field } = tested
  const isNumeric =
    keyword === 'const' || [field, found.field].every((one) => !one || one.kind === 'number')
  if (!isNumeric) {
    const wrong = field && field.kind !== 'number' ? tested.name : other
    context.report(
      PROBLEMS.wrongTest,
      node,
      `"${keyword}" compares numbers, and "${wrong}" is none.`,
    )
  }
  return testOf(tested, { test: 'compare', keyword, to: found.operand })
}
