import { compileSchema } from '../answers/compile-schema.ts'
import type { Json, JsonObject } from '../fields/field.ts'
import type { Value } from '../journey/condition.ts'
import type { ActionCall, Button, Link } from '../journey/journey.ts'
import { messageInputs } from '../journey/message-inputs.ts'
import { helpWith, meantOf } from '../journey/nearest.ts'
import { answerType } from '../journey/test-keywords.ts'
import type { Spot } from '../journey/tree.ts'
import { journeysCalled } from './journey-calls.ts'
import { allCallsOf, type Check, type Subject, spotOfCall } from './subject.ts'

const UNKNOWN = { code: 'FP0703', severity: 'error' } as const
const MISSING = { code: 'FP0704', severity: 'error' } as const
const WRONG_TYPE = { code: 'FP0705', severity: 'error' } as const
const NO_ACCOUNT = { code: 'FP0706', severity: 'error' } as const
const SECRET = { code: 'FP0707', severity: 'error' } as const
const ONE_OF = { code: 'FP0708', severity: 'error' } as const

/** Inputs of actions that are missing, unknown or of the wrong type, by the actions' own schemas. */
export const checkInputs: Check = (subject) => {
  for (const call of allCallsOf(subject.journey)) {
    const input = subject.contracts.get(call.action)?.input
    const at = spotOfCall(call, subject.marks)
    if (!input || !at) continue
    const properties = objectOf(input['properties'])
    checkMissing(call, input, at, subject)
    for (const [name, value] of Object.entries(call.with))
      checkInput(call, name, value, properties, subject)
  }
  for (const { part, called } of journeysCalled(subject.journey)) checkHanded(part, called, subject)
}

/** What is handed over to another journey, by the schemas of what that takes. */
function checkHanded(part: Button | Link, called: string, subject: Subject): void {
  const takes = subject.journeys.get(called)?.takes ?? {}
  for (const [name, value] of Object.entries('with' in part ? part.with : {})) {
    const schema = Object.hasOwn(takes, name) ? takes[name] : undefined
    const at = schema && inputSpot(part, name, subject)
    const wrong = at && wrongWith(value, schema, subject)
    if (wrong)
      subject.report(
        wrong.kind,
        at.value,
        `"${name}", which the journey "${called}" takes, ${wrong.words}.`,
        wrong.help,
      )
  }
}

function checkMissing(call: ActionCall, input: JsonObject, at: Spot, { report }: Subject): void {
  const known = Object.keys(objectOf(input['properties']))
  const given = Object.keys(call.with).map((name) =>
    known.includes(name) ? name : (meantOf(name, known) ?? name),
  )
  for (const name of namesOf(input['required']))
    if (!given.includes(name))
      report(
        MISSING,
        at,
        `"${call.action}" needs the input "${name}".`,
        `Add "${name}: …" to "with".`,
      )
  const choices = Array.isArray(input['oneOf'])
    ? input['oneOf'].map((one: Json) => namesOf(objectOf(one)['required']))
    : []
  if (choices.length === 0) return
  const fitting = choices.filter((names) => names.every((name) => given.includes(name)))
  if (fitting.length === 1) return
  const list = choices.map((names) => `"${names.join('" and "')}"`).join(', ')
  const message =
    fitting.length === 0
      ? `"${call.action}" needs one of ${list}.`
      : `"${call.action}" takes only one of ${list}.`
  report(ONE_OF, at, message, 'Give exactly one of them in "with".')
}

function checkInput(
  call: ActionCall,
  name: string,
  value: Value,
  properties: JsonObject,
  subject: Subject,
): void {
  const { contracts, marks, report } = subject
  const at = marks.keyOf(call, 'with') && inputSpot(call, name, subject)
  if (!at) return
  const schema = properties[name]
  if (schema === undefined) {
    const isOpen = contracts.get(call.action)?.input['additionalProperties'] !== false
    if (isOpen && messageInputs(call, subject).length > 0) return
    report(
      UNKNOWN,
      at.key,
      `"${call.action}" has no input "${name}".`,
      helpWith(name, Object.keys(properties), 'inputs'),
    )
    return
  }
  const wrong = wrongWith(value, objectOf(schema), subject)
  if (wrong)
    report(
      wrong.kind,
      at.value,
      `The input "${name}" of "${call.action}" ${wrong.words}.`,
      wrong.help,
    )
}

/** Where an input's name and value stand. */
export function inputSpot(
  call: object,
  name: string,
  { marks }: Subject,
): { readonly key: Spot; readonly value: Spot } | undefined {
  const node = marks.get(call, 'with')
  const pair = node?.is === 'map' ? node.pairs.find((one) => one.key === name) : undefined
  return pair && { key: pair.keyAt, value: pair.value }
}

interface Wrong {
  readonly kind: typeof WRONG_TYPE | typeof NO_ACCOUNT | typeof SECRET
  readonly words: string
  readonly help: string
}

function wrongWith(value: Value, schema: JsonObject, subject: Subject): Wrong | undefined {
  const format = schema['format']
  if (format === 'account') return wrongAccount(value, subject)
  if (value.from === 'literal') return wrongLiteral(value.value, schema)
  if (value.from === 'map' || value.from === 'list') return wrongShape(value, schema)
  if (value.from === 'answer') return wrongAnswer(value.path, schema, subject)
  if (
    (value.from === 'account' || value.from === 'fact') &&
    value.key === undefined &&
    format !== undefined
  )
    return {
      kind: WRONG_TYPE,
      words: 'is not an account',
      help: `Name what of it is meant: "$${value.from === 'fact' ? `fact.${value.fact}` : 'account'}.<key>".`,
    }
  return undefined
}

/** No answer, query or invitation can name an account (FORMAT.md, The press). */
function wrongAccount(value: Value, { contracts }: Subject): Wrong | undefined {
  const help = 'Write "$account", or "$fact.<name>" for a fact that carries one.'
  const refused = { kind: NO_ACCOUNT, words: 'is an account, and takes no other value', help }
  if (value.from === 'account') return value.key === undefined ? undefined : refused
  if (value.from === 'submission') return value.key === 'account' ? undefined : refused
  if (value.from !== 'fact' || value.key !== undefined) return refused
  const gives = [...contracts.values()]
    .flatMap((contract) => contract.gives ?? [])
    .filter((give) => give.fact === value.fact)
  const carries = gives.length === 0 || gives.some((give) => give.carries?.includes('account'))
  return carries
    ? undefined
    : { ...refused, words: `is an account, and the fact "${value.fact}" carries none` }
}

function wrongLiteral(value: Json, schema: JsonObject): Wrong | undefined {
  if (value === null || compileSchema(schema)(value)) return undefined
  const { enum: values, type } = schema
  const help = Array.isArray(values)
    ? `It is one of: ${values.join(', ')}.`
    : `It is of the type ${String(type ?? 'that the action declares')}.`
  return { kind: WRONG_TYPE, words: `cannot be ${JSON.stringify(value)}`, help }
}

function wrongShape(
  value: Extract<Value, { from: 'map' | 'list' }>,
  schema: JsonObject,
): Wrong | undefined {
  const type = value.from === 'map' ? 'object' : 'array'
  if (fits(type, schema)) return undefined
  return {
    kind: WRONG_TYPE,
    words: `cannot be a ${value.from}`,
    help: `It is of the type ${String(schema['type'])}.`,
  }
}

function wrongAnswer(
  path: readonly string[],
  schema: JsonObject,
  { journey }: Subject,
): Wrong | undefined {
  const [first = '', ...rest] = path
  const parts = [...journey.fields.values()].flatMap((field) =>
    field.kind === 'repeat' ? field.parts : [],
  )
  const start = journey.fields.get(first) ?? parts.find((part) => part.name === first)
  const field = rest.reduce((one, name) => one?.parts.find((part) => part.name === name), start)
  if (!field) return undefined
  if (field.secret && schema['format'] !== 'secret')
    return {
      kind: SECRET,
      words: `takes no secret, and "${path.join('.')}" is one`,
      help: 'Give it an answer that is none.',
    }
  const type = answerType(field)
  if (start?.kind === 'repeat' || !type) return undefined
  if (fits(type, schema)) return wrongFormat(field.kind, path, schema)
  return {
    kind: WRONG_TYPE,
    words: `cannot be the answer of "${path.join('.')}"`,
    help: `It is of the type ${String(schema['type'])}, and the answer is of the type ${type}.`,
  }
}

/** Kinds whose every answer is of one form: a phone number is never an email address. */
const FORMED: readonly string[] = [
  'email',
  'phone',
  'postcode',
  'url',
  'national-insurance-number',
  'date',
  'month-year',
  'time',
  'date-time',
]

function wrongFormat(kind: string, path: readonly string[], schema: JsonObject): Wrong | undefined {
  const wanted = String(schema['format'])
  if (!FORMED.includes(wanted) || !FORMED.includes(kind) || kind === wanted) return undefined
  return {
    kind: WRONG_TYPE,
    words: `cannot be the answer of "${path.join('.')}"`,
    help: `It is of the format ${wanted}, and the answer is of the kind ${kind}.`,
  }
}

function fits(type: string, schema: JsonObject): boolean {
  const wanted = schema['type']
  if (wanted === undefined) return true
  const types = Array.isArray(wanted) ? wanted : [wanted]
  return types.includes(type) || (type === 'number' && types.includes('integer'))
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}

function namesOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
