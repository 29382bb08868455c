import type { Json, JsonObject } from '../fields/field.ts'
import type { ActionContract } from '../journey/contract.ts'
import { CALL_SHAPE } from '../journey/read-calls.ts'
import { NEXT_SHAPE, RETURN } from '../journey/read-next.ts'
import { OUTCOME_SHAPE } from '../journey/read-outcome.ts'
import { answersOf, type EditorNames, type Named, sourcesOf } from './names.ts'
import {
  listOf,
  mapOf,
  oneOf,
  oneOrMore,
  ref,
  type Schema,
  shaped,
  told,
  toldRef,
} from './schema.ts'

/** Actions, what they are given, their outcomes, and where a press leads. */
export function runDefinitions(names: EditorNames): Readonly<Record<string, Schema>> {
  const targets = targetsOf(names)
  return {
    target: oneOf(targets),
    next: { anyOf: [ref('target'), { ...listOf(ref('nextEntry')), minItems: 1 }] },
    nextEntry: shaped(NEXT_SHAPE, 'A target, and the condition under which it is the next.', {
      when: toldRef('The condition. Left out: otherwise; that entry stands last.', 'condition'),
      to: toldRef('A step, or $return: back to the journey that led here.', 'target'),
    }),
    error: { anyOf: [ref('words'), errorOfField(names)] },
    outcome: { anyOf: [ref('next'), ref('outcomeMap')] },
    outcomeMap: shaped(OUTCOME_SHAPE, 'What is said at an outcome.', {
      error: toldRef(
        'The page comes again with this error: of the page, or { field: "…" }.',
        'error',
      ),
      notice: toldRef('Said once, on the same page; with "next" where that leads.', 'words'),
      next: toldRef('Beside a notice: where it leads.', 'next'),
    }),
    action: oneOf(new Map([...names.actions].map(([name, one]) => [name, actionWords(one)]))),
    call: {
      ...shaped(CALL_SHAPE, 'An action with what it is given and what its outcomes lead to.', {
        action: toldRef('The name of the action.', 'action'),
        with: told('Its inputs: words, $field or $source.', mapOf(ref('value'))),
        on: told('What its outcomes lead to.', mapOf(ref('outcome'))),
      }),
      allOf: callRules('action', names),
    },
    value: valueSchema(names),
  }
}

function targetsOf({ steps }: EditorNames): Named {
  if (steps.size === 0) return steps
  return new Map([...steps, [RETURN, 'Back to the journey that led here, else to "home"']])
}

function actionWords({ outcomes, gives = [], needs = [] }: ActionContract): string {
  const facts = [...new Set(gives.map(({ fact }) => fact))]
  const needed = [...new Set(needs.map(({ fact }) => fact))]
  return [
    `Outcomes: ${outcomes.join(', ')}.`,
    ...(needed.length > 0 ? [`Needs: ${needed.join(', ')}.`] : []),
    ...(facts.length > 0 ? [`Gives: ${facts.join(', ')}.`] : []),
  ].join(' ')
}

/** For each action: only its inputs and its outcomes. `key` names the action. */
export function callRules(key: 'action' | 'run', names: EditorNames): readonly Schema[] {
  return [...names.actions].map(([name, contract]) => ({
    if: { properties: { [key]: { const: name } }, required: [key] },
    then: {
      properties: {
        with: inputsOf(contract, names),
        on: {
          type: 'object',
          properties: Object.fromEntries(contract.outcomes.map((one) => [one, ref('outcome')])),
          additionalProperties: false,
        },
      },
    },
  }))
}

function inputsOf({ input }: ActionContract, names: EditorNames): Schema {
  const properties = Object.entries(objectOf(input['properties'])).map(
    ([name, schema]) => [name, inputOf(objectOf(schema), names)] as const,
  )
  const isOpen =
    input['additionalProperties'] !== undefined && input['additionalProperties'] !== false
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: isOpen ? ref('value') : false,
  }
}

function inputOf(schema: JsonObject, { messages }: EditorNames): Schema {
  const description = schema['description'] ?? schema['title']
  const value = schema['format'] === 'message' ? oneOf(messages) : ref('value')
  return typeof description === 'string' ? told(description, { allOf: [value] }) : value
}

function objectOf(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as JsonObject)
    : {}
}

/** A literal, or a name with `$` that there is; maps and lists of them. */
function valueSchema(names: EditorNames): Schema {
  const sources = new Map(
    [...answersOf(names), ...sourcesOf(names)].map(([name, words]) => [`$${name}`, words]),
  )
  const whole = new Map([
    ['$account', 'The account that is signed in'],
    ...[...names.facts.keys()].map((fact) => [`$fact.${fact}`, `The account of ${fact}`] as const),
  ])
  const isKnown = names.fields.size > 0
  return {
    anyOf: [
      ...(isKnown ? [oneOf(new Map([...sources, ...whole]))] : []),
      { type: 'string', ...(isKnown && { pattern: '^(?!\\$\\S)' }) },
      { type: ['number', 'boolean'] },
      listOf(ref('value')),
      mapOf(ref('value')),
    ],
  }
}

/** An error of the whole page's words, or of one field. */
function errorOfField(names: EditorNames): Schema {
  const fields = [...answersOf(names).keys()]
  return {
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    ...(fields.length > 0
      ? {
          properties: Object.fromEntries(fields.map((name) => [name, ref('words')])),
          additionalProperties: false,
        }
      : { additionalProperties: ref('words') }),
  }
}

/** One action, or a list of them: by its name alone, or with its inputs. */
export const RUN: Schema = oneOrMore({ anyOf: [ref('action'), ref('call')] })
