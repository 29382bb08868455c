import type { Field } from '../fields/field.ts'
import type { Journey } from '../journey/journey.ts'
import type { Check } from './subject.ts'

const UNASKED = { code: 'FP0806', severity: 'error' } as const
const IDLE = { code: 'FP0807', severity: 'warning' } as const

/** A field that no step asks for: an error if an answer is required. */
export const checkAsked: Check = ({ journey, marks, report }) => {
  for (const { field, words } of unaskedIn(journey)) {
    const at = marks.nameOf(field)
    if (!at) continue
    if (field.required) {
      const help = 'Ask for it, or take it out of "required".'
      report(UNASKED, at, `The ${words} is required, and no step asks for it.`, help)
    } else report(IDLE, at, `No step asks for the ${words}.`, 'Ask for it, or take it away.')
  }
}

interface Unasked {
  readonly field: Field
  readonly words: string
}

function unaskedIn(journey: Journey): readonly Unasked[] {
  const asked = new Set<Field>()
  for (const step of journey.steps)
    for (const entry of step.entries) if (entry.is === 'field') asked.add(entry.field)
  const arrays = new Set(journey.steps.map((step) => step.repeat))
  return [...journey.fields.values()].flatMap((field): readonly Unasked[] => {
    const whole = { field, words: `field "${field.name}"` }
    if (field.kind !== 'repeat') return asked.has(field) ? [] : [whole]
    if (!arrays.has(field.name)) return [whole]
    return field.parts
      .filter((part) => !asked.has(part))
      .map((part) => ({ field: part, words: `part "${part.name}" of "${field.name}"` }))
  })
}
