import type { DateLimit, DateRelation, Json, JsonObject } from '../fields/field.ts'
import type { Condition, Operand, Test } from '../journey/condition.ts'
import type { Marks } from '../journey/marks.ts'
import { writtenOf } from '../journey/tree.ts'

/** The name that authors gave a condition in `conditions:`; undefined: none. */
export function conditionName(condition: Condition, marks: Marks): string | undefined {
  const spot = marks.nameOf(condition)
  return spot && writtenOf(spot).replace(/^(["'])(.*)\1$/su, '$2')
}

/** A condition as a sentence without its subject's capital: "recordHolder is someone-else". Named ones are called by their name. */
export function conditionInWords(condition: Condition, marks: Marks): string {
  return conditionName(condition, marks) ?? meaningInWords(condition, marks)
}

/** What a condition tests, whether it has a name or not; the names inside of it stand. */
export function meaningInWords(condition: Condition, marks: Marks): string {
  switch (condition.is) {
    case 'all':
    case 'any': {
      const of = condition.of.map((one) => inBrackets(one, marks))
      if (of.length === 0) return condition.is === 'all' ? 'always' : 'never'
      return of.join(condition.is === 'all' ? ' and ' : ' or ')
    }
    case 'not':
      return `not ${inBrackets(condition.of, marks)}`
    case 'fact':
      return `the fact ${condition.fact} holds`
    case 'answered':
      return `at least ${condition.atLeast} of ${condition.of.map(operandInWords).join(', ')} answered`
    case 'test':
      return `${operandInWords(condition.of)} ${testInWords(condition.test)}`
  }
}

/** Where a condition of several parts stands inside of another, brackets say what belongs together. */
function inBrackets(condition: Condition, marks: Marks): string {
  const words = conditionInWords(condition, marks)
  const isOne = conditionName(condition, marks) !== undefined || !('of' in condition)
  const isList = (condition.is === 'all' || condition.is === 'any') && condition.of.length > 1
  return isList && !isOne ? `(${words})` : words
}

/** As it is written in a definition. */
export function operandInWords(operand: Operand): string {
  switch (operand.from) {
    case 'literal':
      return valueInWords(operand.value)
    case 'answer':
      return operand.path.join('.')
    case 'fact':
      return ['fact', operand.fact, ...(operand.key === undefined ? [] : [operand.key])].join('.')
    case 'account':
      return operand.key === undefined ? 'the account' : `account.${operand.key}`
    case 'value':
    case 'engine':
      return operand.key
    default:
      return `${operand.from}.${operand.key}`
  }
}

function testInWords(test: Test): string {
  switch (test.test) {
    case 'one-of':
      return `is ${test.values.map(valueInWords).join(' or ')}`
    case 'all-of':
      return `has all of ${test.values.map(valueInWords).join(', ')}`
    case 'none-of':
      return `has none of ${test.values.map(valueInWords).join(', ')}`
    case 'answered':
      return test.is ? 'is answered' : 'is not answered'
    case 'same-as':
      return `is the same as ${operandInWords(test.other)}`
    case 'date':
      return `is ${RELATIONS[test.relation]} ${limitInWords(test.to)}`
    case 'schema':
      return schemaInWords(test.schema)
    case 'compare':
      return `${KEYWORDS[test.keyword] ?? test.keyword} ${operandInWords(test.to)}`
    case 'kind':
      return `has ${test.name} ${test.values.join(' or ')}`
  }
}

const RELATIONS: Readonly<Record<DateRelation, string>> = {
  before: 'before',
  onOrBefore: 'on or before',
  after: 'after',
  onOrAfter: 'on or after',
}

function limitInWords(limit: DateLimit): string {
  switch (limit.is) {
    case 'date':
      return limit.date
    case 'today':
      return 'today'
    case 'answer':
      return limit.path.join('.')
    case 'shifted': {
      const count = Math.abs(limit.amount)
      const unit = count === 1 ? limit.unit.slice(0, -1) : limit.unit
      return limit.amount < 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`
    }
  }
}

const KEYWORDS: Readonly<Record<string, string>> = {
  minimum: 'is at least',
  maximum: 'is at most',
  exclusiveMinimum: 'is more than',
  exclusiveMaximum: 'is less than',
  const: 'is',
  minLength: 'has a length of at least',
  maxLength: 'has a length of at most',
  minItems: 'has at least this many items:',
  maxItems: 'has at most this many items:',
  pattern: 'fits the pattern',
  multipleOf: 'is a multiple of',
}

function schemaInWords(schema: JsonObject): string {
  const parts = Object.entries(schema).map(([keyword, value]) => {
    if (keyword === 'enum' && Array.isArray(value))
      return `is ${value.map(valueInWords).join(' or ')}`
    const words = KEYWORDS[keyword]
    return words
      ? `${words} ${valueInWords(value)}`
      : `fits ${JSON.stringify({ [keyword]: value })}`
  })
  return parts.join(' and ')
}

function valueInWords(value: Json): string {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (value === null) return 'nothing'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
