import type { Field } from '../fields/field.ts'
import type { Check } from './subject.ts'

const UNASKED = { code: 'FP0806', severity: 'error' } as const
const IDLE = { code: 'FP0807', severity: 'warning' } as const

/** A field that no step asks for: an error if an answer is required. */
export const checkAsked: Check = ({ journey, marks, report }) => {
  const asked = new Set<Field>()
  const arrays = new Set<string>()
  for (const step of journey.steps) {
    if (step.repeat !== undefined) arrays.add(step.repeat)
    for (const entry of step.entries) if (entry.is === 'field') asked.add(entry.field)
  }
  const note = (field: Field, whole: string) => {
    const at = marks.nameOf(field)
    if (!at) return
    if (field.required)
      report(
        UNASKED,
        at,
        `${whole} is required, and no step asks for it.`,
        'Ask for it, or take it out of "required".',
      )
    else
      report(
        IDLE,
        at,
        `No step asks for ${whole.charAt(0).toLowerCase()}${whole.slice(1)}.`,
        'Ask for it, or take it away.',
      )
  }
  for (const field of journey.fields.values()) {
    if (field.kind !== 'repeat') {
      if (!asked.has(field)) note(field, `The field "${field.name}"`)
    } else if (!arrays.has(field.name)) note(field, `The field "${field.name}"`)
    else
      for (const part of field.parts)
        if (!asked.has(part)) note(part, `The part "${part.name}" of "${field.name}"`)
  }
}
