import type { Answers, Exit } from '../answers/draft.ts'
import type { Field, Json } from '../fields/field.ts'
import type { Step } from '../journey/journey.ts'
import { fieldsOf, isAlwaysWhole } from './entries.ts'
import { isLinkExit } from './exits.ts'

/** When an exit was last found to stand. */
interface Stood {
  readonly step: Step
  /** The stored answers of the step's fields then, in their order. */
  readonly values: readonly (Json | undefined)[]
  /** What the step gave to those that count. */
  readonly answers: Answers
}

const known = new WeakMap<Exit, Stood>()

/**
 * What a step gives, whose exit was found to stand before and whose answers are the very same since: for steps of which
 * nothing else counts. Most of a long path is such, and need not be looked at again at each press. Undefined: look.
 */
export function stoodBefore(step: Step, exit: Exit | undefined, own: Answers): Answers | undefined {
  const stood = exit && known.get(exit)
  if (stood?.step !== step) return undefined
  const fields = fieldsOf(step.entries)
  for (let at = 0; at < fields.length; at++)
    if (own[fields[at]?.field.name ?? ''] !== stood.values[at]) return undefined
  return stood.answers
}

/** Remembers that an exit stands; `answers`: what the step gives. */
export function rememberStood(step: Step, exit: Exit, own: Answers, answers: Answers): void {
  if (exit.facts.length > 0 || exit.inputs || isLinkExit(exit) || !isPlain(step)) return
  const values = fieldsOf(step.entries).map(({ field }) => own[field.name])
  known.set(exit, { step, values, answers })
}

const plain = new WeakMap<Step, boolean>()

/** Whether its own answers alone decide that what a step asks is right: no condition of a field, no day, no other answer. */
function isPlain(step: Step): boolean {
  const before = plain.get(step)
  if (before !== undefined) return before
  const { entries } = step
  const isOne = isAlwaysWhole(entries) && !fieldsOf(entries).some(({ field }) => isMeasured(field))
  plain.set(step, isOne)
  return isOne
}

function isMeasured({ presentation, parts, item }: Field): boolean {
  return (
    presentation.limits !== undefined ||
    parts.some(isMeasured) ||
    (item !== undefined && isMeasured(item))
  )
}
