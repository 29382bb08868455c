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
  const known = messageNamesOf(reading)
  const named = new Set<string>()
  for (const call of calls)
    for (const input of messageInputs(call, reading)) {
      const value = call.with[input]
      const at = value && reading.marks.get(value)
      if (!value || !at) continue
      const name = value.from === 'literal' ? String(value.value) : undefined
      if (name === undefined)
        reading.report(
          PROBLEMS.unknownMessage,
          at,
          `The input "${input}" is the name of a message, written out.`,
          helpWith('', known, 'messages'),
        )
      else if (known.includes(name)) named.add(name)
      else
        reading.report(
          PROBLEMS.unknownMessage,
          at,
          `There is no message "${name}".`,
          messageHelp(name, known, reading),
        )
    }
  return named
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
