import type { Field, Json, JsonObject } from '../fields/field.ts'
import { checkPattern } from './check-keywords.ts'
import { PROBLEMS } from './codes.ts'
import type { ConditionContext } from './condition-context.ts'
import { FORMATS, TYPES } from './field-keywords.ts'
import { checkLiteral } from './literal.ts'
import { helpWith } from './nearest.ts'
import { quoted } from './quoted.ts'
import { readList } from './read-map.ts'
import { answerType, TEST_KEYWORDS, type TestKeyword } from './test-keywords.ts'
import { jsonOf, type MapNode, type Node, type Pair, writtenOf } from './tree.ts'

type Context = Pick<ConditionContext, 'report'>

/** JSON Schema keywords in a condition → that schema; each keyword and its value checked against the field. */
export function readTestSchema(
  map: MapNode,
  field: Field | undefined,
  context: Context,
): JsonObject {
  const schema: Record<string, Json> = {}
  for (const pair of map.pairs) {
    const keyword = Object.hasOwn(TEST_KEYWORDS, pair.key) ? TEST_KEYWORDS[pair.key] : undefined
    if (!keyword) {
      const help = helpWith(pair.key, Object.keys(TEST_KEYWORDS), 'keywords')
      context.report(
        PROBLEMS.wrongTest,
        pair.keyAt,
        `"${pair.key}" is not a keyword of JSON Schema.`,
        help,
      )
      continue
    }
    checkFits(pair, keyword, field, context)
    schema[pair.key] = readValue(pair, keyword, field, context)
  }
  return schema
}

function checkFits(
  { key, keyAt }: Pair,
  { of }: TestKeyword,
  field: Field | undefined,
  { report }: Context,
): void {
  const type = field && answerType(field)
  if (!of || !field || !type || type === of) return
  const help = `It is a test of ${NAMES[of]}.`
  report(
    PROBLEMS.wrongTest,
    keyAt,
    `"${key}" says nothing of "${field.name}", whose answers are ${NAMES[type]}.`,
    help,
  )
}

const NAMES: Readonly<Record<string, string>> = {
  number: 'numbers',
  string: 'texts',
  array: 'lists',
  object: 'groups of parts',
  boolean: 'true or false',
}

function readValue(
  pair: Pair,
  keyword: TestKeyword,
  field: Field | undefined,
  context: Context,
): Json {
  const { key, value } = pair
  const { report } = context
  const plain = jsonOf(value)
  const part = field?.kind === 'repeat' ? undefined : field
  switch (keyword.value) {
    case 'answer':
      return checkLiteral(value, part, report)
    case 'answers':
      return readList(value, `"${key}"`, report).map((item) => checkLiteral(item, part, report))
    case 'schema':
      return readNested(value, field, context)
    case 'item':
      return readNested(value, field?.kind === 'checkboxes' ? field : field?.item, context, true)
    case 'schemas':
      return readList(value, `"${key}"`, report).map((item) => readNested(item, field, context))
    case 'parts':
      return readParts(value, field, context)
    case 'pattern':
      checkPattern(value, report)
      return wanted(plain, typeof plain === 'string', 'a text', pair, context)
    case 'type':
      return wanted(
        plain,
        TYPES.some((one) => one === plain) || plain === 'null',
        `one of ${TYPES.join(', ')}`,
        pair,
        context,
      )
    default:
      return wanted(
        plain,
        PLAIN[keyword.value]?.(plain, key) ?? true,
        WANTED[keyword.value] ?? '',
        pair,
        context,
      )
  }
}

const PLAIN: Readonly<Record<string, (value: Json, key: string) => boolean>> = {
  number: (value) => typeof value === 'number',
  count: (value) => Number.isInteger(value) && Number(value) >= 0,
  boolean: (value) => typeof value === 'boolean',
  text: (value, key) => typeof value === 'string' && (key !== 'format' || FORMATS.includes(value)),
  names: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
}
const WANTED: Readonly<Record<string, string>> = {
  number: 'a number',
  count: 'a whole number, 0 or more',
  boolean: 'true or false',
  text: 'the name of a format',
  names: 'a list of names',
}

function wanted(
  value: Json,
  isRight: boolean,
  what: string,
  { key, value: node }: Pair,
  { report }: Context,
): Json {
  if (!isRight)
    report(
      PROBLEMS.impossibleLiteral,
      node,
      `The value of "${key}" must be ${what}.`,
      `Write ${what} in place of ${quoted(writtenOf(node))}.`,
    )
  return value
}

/** A schema in a schema. What is said of an item of check boxes is about its options, not about a list. */
function readNested(node: Node, field: Field | undefined, context: Context, isItem = false): Json {
  if (node.is === 'map')
    return readTestSchema(node, isItem && field ? { ...field, kind: 'radios' } : field, context)
  context.report(
    PROBLEMS.wrongType,
    node,
    'A map of tests was expected here.',
    'Write { const: … } for "is".',
  )
  return true
}

function readParts(node: Node, field: Field | undefined, context: Context): Json {
  if (node.is !== 'map') return readNested(node, undefined, context)
  return Object.fromEntries(
    node.pairs.map(({ key, keyAt, value }) => {
      const part = field?.parts.find((one) => one.name === key)
      if (field && !part)
        context.report(
          PROBLEMS.unknownField,
          keyAt,
          `"${field.name}" has no part "${key}".`,
          helpWith(
            key,
            field.parts.map((one) => one.name),
            'parts',
          ),
        )
      return [key, readNested(value, part, context)]
    }),
  )
}
