import type { Json, JsonObject } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { ActionCall, Admin, Step } from './journey.ts'
import { helpWith } from './nearest.ts'
import { messageNamesOf } from './read-messages.ts'
import type { Reading } from './reading.ts'

/** All actions that a journey runs: of its buttons, of its pages, of staff. */
export function callsOf(steps: readonly Step[], admin: Admin): readonly ActionCall[] {
  return [
    ...steps.flatMap((step) => [...step.buttons.flatMap((button) => button.run), ...step.enter]),
    ...admin.moves.flatMap((move) => move.run),
  ]
}

/** The messages that actions name; unknown ones, and such that are not written out, are reported. */
export function messagesNamed(calls: readonly ActionCall[], reading: Reading): ReadonlySet<string> {
  const named = calls.flatMap((call) =>
    messageInputs(call, reading).flatMap((input) => messageAt(call, input, reading) ?? []),
  )
  return new Set(named)
}

function messageAt(call: ActionCall, input: string, reading: Reading): string | undefined {
  const { report } = reading
  const known = messageNamesOf(reading)
  const value = call.with[input]
  const at = value && reading.marks.get(value)
  if (!value || !at) return undefined
  if (value.from !== 'literal') {
    const message = `The input "${input}" is the name of a message, written out.`
    report(PROBLEMS.unknownMessage, at, message, helpWith('', known, 'messages'))
    return undefined
  }
  const name = String(value.value)
  if (known.includes(name)) return name
  report(
    PROBLEMS.unknownMessage,
    at,
    `There is no message "${name}".`,
    messageHelp(name, known, reading),
  )
  return undefined
}

function messageHelp(name: string, known: readonly string[], { id }: Reading): string {
  return `${helpWith(name, known, 'messages')} Or write ${id}/messages/${name}.md.`
}

/** The inputs of an action that name messages. */
export function messageInputs(
  call: ActionCall,
  { contracts }: Pick<Reading, 'contracts'>,
): readonly string[] {
  const properties = contracts.get(call.action)?.input['properties']
  if (!isObject(properties)) return []
  return Object.keys(properties).filter((key) => {
    const schema = properties[key]
    return isObject(schema) && schema['format'] === 'message'
  })
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
