import { flawOf } from './control.ts'
import type { Field, Flaw, Kind, KindName } from './field.ts'

/** How a kind of an object finds the kinds of its parts. */
export type KindLookup = (name: KindName) => Kind

/**
 * What is wrong when a required answer was left empty. Of an object: a flaw for each part that is required, unless
 * the author has words for the whole.
 */
export function requiredFlaws(field: Field, prefix: string, kindOf: KindLookup): readonly Flaw[] {
  const parts = field.kind === 'repeat' ? [] : field.parts.filter((part) => part.required)
  if (parts.length === 0 || field.errorMessages['required'] !== undefined)
    return [flawOf(field, firstControl(field, prefix, kindOf), 'required')]
  return parts.flatMap((part) => requiredFlaws(part, `${prefix}-${part.name}`, kindOf))
}

/** The control that the error summary links to when all of the field is wrong. */
export function firstControl(field: Field, prefix: string, kindOf: KindLookup): string {
  return kindOf(field.kind).controls(field, prefix)[0] ?? prefix
}
