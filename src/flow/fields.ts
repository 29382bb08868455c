import type { Field } from '../fields/field.ts'
import type { Operand } from '../journey/condition.ts'
import type { Scope, World } from './scope.ts'

/** The field that an operand names, where it names one. */
export function fieldAt(operand: Operand, scope: Scope): Field | undefined {
  if (operand.from !== 'answer') return undefined
  const [first = '', ...rest] = operand.path
  const { fields } = scope.world.journey
  const array = scope.item?.array
  const own =
    scope.item &&
    [...fields.values()]
      .filter((field) => field.kind === 'repeat')
      // Two lists may have parts of one name: the item's own come first.
      .sort((one, other) => Number(other.name === array) - Number(one.name === array))
      .flatMap((field) => field.parts)
  const start = own?.find((part) => part.name === first) ?? fields.get(first)
  return rest.reduce<Field | undefined>(
    (field, name) => field?.parts.find((part) => part.name === name),
    start,
  )
}

/** Whether an operand names what each item of a list has of its own, and so as many answers as there are items. */
export function isOfItems(operand: Operand, { journey }: World): boolean {
  const [list = '', ...part] = operand.from === 'answer' ? operand.path : []
  return part.length > 0 && journey.fields.get(list)?.kind === 'repeat'
}
