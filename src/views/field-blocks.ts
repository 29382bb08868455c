import type { Field, Typed } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Block, StepPage } from './step-page.ts'

/** Fields that staff are asked, as a step would ask them. */
export function fieldBlocks(
  fields: readonly Field[],
  { typed, errors }: { readonly typed: Typed; readonly errors: StepPage['errors'] },
): readonly Block[] {
  return fields.map((field) => {
    const controls = kindOf(field.kind).controls(field, field.name)
    const own = errors.flatMap(({ control, text }): [string, string][] =>
      control !== undefined && controls.includes(control) ? [[control, text]] : [],
    )
    return {
      is: 'field',
      field,
      label: field.title,
      ...(field.hint !== undefined && { hint: field.hint }),
      typed: Object.fromEntries(Object.entries(typed).filter(([name]) => controls.includes(name))),
      errors: Object.fromEntries(own),
      readOnly: false,
      fixed: true,
      shown: [],
    }
  })
}
