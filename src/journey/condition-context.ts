import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Condition, Operand } from './condition.ts'
import { type Names, reportUnasked, resolveName } from './names.ts'
import type { Report } from './problem.ts'
import type { Spot } from './tree.ts'

/** What a condition is read with. */
export interface ConditionContext {
  readonly names: Names
  readonly report: Report
  /** A condition of `conditions:` by its id; reports where there is none. */
  named(id: string, at: Spot): Condition | undefined
  /** Secrets that may be tested here: those of the step, in its `checks`. */
  readonly secrets: ReadonlySet<string>
}

/** Holds never: stands where a condition could not be read. */
export const NEVER: Condition = { is: 'any', of: [] }

/** Joined with *and*. */
export function allOf(conditions: readonly Condition[]): Condition {
  const [only] = conditions
  return conditions.length === 1 && only ? only : { is: 'all', of: conditions }
}

/** A field or source that a condition names; unknown ones, and secrets that may not be tested, are reported. */
export function operandNamed(
  name: string,
  at: Spot,
  { names, report, secrets }: ConditionContext,
): { readonly operand: Operand; readonly field?: Field } | undefined {
  const found = resolveName(name, names, 'condition')
  if ('problem' in found) {
    report(found.problem, at, found.message, found.help)
    return undefined
  }
  reportUnasked(found.operand, at, names, report)
  if (found.field?.secret && !secrets.has(found.field.name)) {
    const help = 'Secrets are tested only in the "checks" of the step that asks for them.'
    report(PROBLEMS.secretTested, at, `"${name}" is a secret, and cannot be tested here.`, help)
  }
  return found
}
