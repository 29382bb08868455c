import type { Field, KindName } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Report } from './problem.ts'
import type { Spot } from './tree.ts'

const TYPES: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  number: ['integer', 'number'],
  'yes-no': ['boolean'],
  declaration: ['boolean'],
  checkboxes: ['array'],
  several: ['array'],
  repeat: ['array'],
  files: ['array'],
  name: ['object'],
  address: ['object'],
  group: ['object'],
}

/** Reports a kind that the schema of the field cannot be asked with. */
export function checkKindFits(field: Field, at: Spot, report: Report): void {
  const { kind, name, schema, options, parts } = field
  const type = schema['type']
  const isChoice = kind === 'radios' || kind === 'select' || kind === 'search'
  const wanted = isChoice ? undefined : (TYPES[kind] ?? ['string'])
  if (wanted && typeof type === 'string' && !wanted.includes(type))
    report(
      PROBLEMS.noKind,
      at,
      `A field of kind "${kind}" cannot hold the type "${type}" of "${name}".`,
      `Its type is ${wanted.join(' or ')}.`,
    )
  if (
    (isChoice || kind === 'checkboxes') &&
    options.length === 0 &&
    !field.presentation.optionsFrom
  )
    report(
      PROBLEMS.noKind,
      at,
      `The field "${name}" has no options to choose from.`,
      'Add "enum" or "oneOf".',
    )
  if (
    ['object', 'array'].includes(wanted?.[0] ?? '') &&
    kind !== 'checkboxes' &&
    kind !== 'several' &&
    kind !== 'files' &&
    parts.length === 0
  )
    report(PROBLEMS.noKind, at, `The field "${name}" has no parts.`, 'Add "properties".')
}
