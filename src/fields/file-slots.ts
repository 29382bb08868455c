import type { Field } from './field.ts'

/** A place for files in a field: the field itself, or a part of it. */
export interface FileSlot {
  /** Of kind `file` or `files`. */
  readonly field: Field
  readonly control: string
  /** Where its answer lies: the name of the field, then of the part. */
  readonly path: readonly string[]
}

/** Where files can be put in these fields; in the items of a repeat nowhere: its steps ask for them. */
export function fileSlotsOf(fields: readonly Field[]): readonly FileSlot[] {
  return fields.flatMap((field) => slotsIn(field, field.name, [field.name]))
}

function slotsIn(field: Field, control: string, path: readonly string[]): readonly FileSlot[] {
  if (field.kind === 'file' || field.kind === 'files') return [{ field, control, path }]
  if (field.kind === 'repeat') return []
  return field.parts.flatMap((part) =>
    slotsIn(part, `${control}-${part.name}`, [...path, part.name]),
  )
}
