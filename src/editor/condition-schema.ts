import { DATE_RELATIONS, type Field } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { ANSWERED_SHAPE } from '../journey/read-condition.ts'
import { OWN_TEST_NAMES } from '../journey/read-test.ts'
import { TEST_KEYWORDS } from '../journey/test-keywords.ts'
import { answersOf, type EditorNames, pathsOf, sourcesOf } from './names.ts'
import { listOf, oneOf, oneOrMore, ref, type Schema, shaped, type Told, told } from './schema.ts'

/** Conditions over the answers and facts of a journey. */
export function conditionDefinitions(names: EditorNames): Readonly<Record<string, Schema>> {
  return {
    condition: { anyOf: [oneOf(names.conditions), ref('conditionMap')] },
    conditionMap: {
      type: 'object',
      minProperties: 1,
      properties: { ...joining(names), ...ofAnswers(names), ...ofSources(names) },
      additionalProperties: names.fields.size === 0 ? ref('test') : false,
    },
    answered: shaped(ANSWERED_SHAPE, 'How many of some answers must be given.', {
      atLeast: told('At least so many of them.', { type: 'integer', minimum: 1 }),
      of: told('The names of the answers.', listOf(oneOf(answersOf(names)))),
    }),
    test: testSchema({}),
    literal: { type: ['string', 'number', 'boolean'] },
  }
}

function joining({ facts }: EditorNames): Readonly<Record<string, Told>> {
  const named = new Map([...facts.keys()].map((fact) => [fact, 'A fact']))
  return {
    all: told('All of these conditions hold.', listOf(ref('condition'))),
    any: told('At least one of these conditions holds.', listOf(ref('condition'))),
    not: told(
      'This condition does not hold. Of an answer that is not given, that is true.',
      ref('condition'),
    ),
    fact: told('This fact holds now: an action has established it.', oneOf(named)),
    answered: told('At least so many of these answers are given.', ref('answered')),
  }
}

function ofAnswers({ fields, parts, values }: EditorNames): Readonly<Record<string, Schema>> {
  const all = [...fields.values(), ...parts.values()]
  const ownTests = all.flatMap((field) => [[field.name, ofField(field)] as const])
  const partTests = all.flatMap((field) =>
    pathsOf(field)
      .slice(1)
      .map(([path, title]) => [path, told(title, anyTest())] as const),
  )
  const valueTests = [...values].map(([name, words]) => [name, told(words, anyTest())] as const)
  return Object.fromEntries([...ownTests, ...partTests, ...valueTests])
}

function ofSources(names: EditorNames): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    [...sourcesOf(names)].map(([source, words]) => [source, told(words, anyTest())]),
  )
}

function anyTest(): Schema {
  return { anyOf: [oneOrMore(ref('literal')), ref('test')] }
}

/** Options are listed with their titles; so are the tests that a kind brings. */
function ofField(field: Field): Told {
  const tests = kindOf(field.kind).tests ?? {}
  const own = Object.keys(tests).length > 0 ? testSchema(tests) : ref('test')
  return told(field.title, { anyOf: [oneOrMore(literalOf(field)), own] })
}

function literalOf(field: Field): Schema {
  const other: Schema = { type: 'string', pattern: '^\\$[A-Za-z]' }
  if (field.options.length > 0) {
    const values = field.options.map(({ value }) => value)
    const titles = field.options.map(({ title }) => title)
    return { anyOf: [{ enum: values, enumDescriptions: titles }, other] }
  }
  if (field.kind === 'yes-no' || field.kind === 'declaration')
    return { anyOf: [{ type: 'boolean' }, other] }
  return ref('literal')
}

type Tests = Readonly<Record<string, { readonly values: readonly string[] }>>

function testSchema(tests: Tests): Schema {
  const keywords = Object.keys(TEST_KEYWORDS).map((key) => [key, told(KEYWORD, {})] as const)
  const relations = DATE_RELATIONS.map((key) => [key, RELATION] as const)
  const own = OWN_TEST_NAMES.map((key) => [key, OWN[key]] as const)
  const ofKind = Object.entries(tests).map(([name, { values }]) => {
    const known = oneOf(new Map(values.map((value) => [value, name])))
    return [name, told(`The ${name} is this, or one of these.`, oneOrMore(known))] as const
  })
  return {
    type: 'object',
    minProperties: 1,
    properties: Object.fromEntries([...keywords, ...relations, ...own, ...ofKind]),
    additionalProperties: false,
  }
}

const KEYWORD =
  'As in JSON Schema. Behind minimum, maximum, exclusiveMinimum, exclusiveMaximum and const another answer may stand: $name.'

const RELATION = told(
  'A day, today, "18 years ago", "in 3 months", or another answer: $name. Days, months and years.',
  { type: 'string' },
)

const OWN: Readonly<Record<(typeof OWN_TEST_NAMES)[number], Told>> = {
  all: told('Check boxes: all of these are chosen.', listOf(ref('literal'))),
  none: told('None of these is the answer.', listOf(ref('literal'))),
  answered: told('true: it is answered. false: it is not.', { type: 'boolean' }),
  sameAs: told('The same as another answer. Secrets may be compared in checks only.', {
    type: 'string',
  }),
}
