import type { Field } from '../fields/field.ts'
import type { ActionCall, Journey } from '../journey/journey.ts'
import { inputSpot } from './action-inputs.ts'
import { type Check, callsOf, type Subject } from './subject.ts'

const MAY_BE_BLANK = { code: 'FP0709', severity: 'warning' } as const

/**
 * An action that needs an input, and is given an answer that people may leave out. Where any condition of the journey tests
 * that answer, nobody can tell: nothing is said.
 */
export const checkBlankInputs: Check = (subject) => {
  for (const { call } of callsOf(subject.journey))
    for (const input of needed(call, subject)) checkInput(call, input, subject)
}

function checkInput(call: ActionCall, input: string, subject: Subject): void {
  const { journey, report } = subject
  const value = call.with[input]
  const [name = '', ...rest] = value?.from === 'answer' ? value.path : []
  const field = rest.length === 0 ? journey.fields.get(name) : undefined
  const at = field && mayBeBlank(field) && inputSpot(call, input, subject)
  if (at && !tests(journey, name))
    report(
      MAY_BE_BLANK,
      at.value,
      `"${call.action}" needs "${input}", and people may leave "${name}" blank.`,
      `Add "${name}" to "required" in schema.json.`,
    )
}

function mayBeBlank({ required, readOnly, kind }: Field): boolean {
  return !required && !readOnly && kind !== 'yes-no'
}

function needed(call: ActionCall, { contracts }: Subject): readonly string[] {
  const input = contracts.get(call.action)?.input
  const choices = Array.isArray(input?.['oneOf']) ? input['oneOf'] : []
  return [input, ...choices].flatMap((one) => {
    const required: unknown = typeof one === 'object' && one !== null ? Object(one).required : []
    return Array.isArray(required) ? required.map(String) : []
  })
}

/** Whether a condition reads the answer, wherever it stands. */
function tests({ steps, checks }: Journey, name: string): boolean {
  const isThere = (part: unknown): boolean => {
    if (Array.isArray(part)) return part.some(isThere)
    if (typeof part !== 'object' || part === null) return false
    const { when, must } = part as { readonly when?: unknown; readonly must?: unknown }
    return reads([when, must], name) || Object.values(part).some(isThere)
  }
  return isThere([
    checks,
    steps.map(({ entries, ...step }) => ({
      ...step,
      entries: entries.map(({ when }) => ({ when })),
    })),
  ])
}

function reads(part: unknown, name: string): boolean {
  return JSON.stringify(part)?.includes(`"path":["${name}"`) ?? false
}
