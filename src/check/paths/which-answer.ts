import type { Field } from '../../fields/field.ts'
import type { Journey, Step } from '../../journey/journey.ts'

/** Which answer an operand means on a step: in a repeat, the item's before the journey's. */
export function answerOf(
  path: readonly string[],
  step: Step | undefined,
  journey: Journey,
): {
  readonly key: string
  readonly field?: Field
  readonly array?: string
  readonly path: readonly string[]
} {
  const [first = '', ...rest] = path
  const array = step?.repeat
  const part =
    array === undefined
      ? undefined
      : journey.fields.get(array)?.parts.find((one) => one.name === first)
  // Of the earlier item that this one belongs to: which of them it is cannot be told.
  const earlier = part ? undefined : earlierWith(first, step, journey)
  const start = part ?? earlier ?? journey.fields.get(first)
  // Answers of a repeat's items from outside of it: a list, of which little can be told.
  const isList = !part && start?.kind === 'repeat'
  const field = isList
    ? start
    : rest.reduce<Field | undefined>((one, name) => one?.parts.find((p) => p.name === name), start)
  const told = earlier ? [earlier.name] : isList ? [first] : path
  return {
    key: `answer:${part ? `${array}[].` : ''}${told.join('.')}`,
    path: told,
    ...(field && { field }),
    ...(part && array !== undefined && { array }),
  }
}

/** The earlier list that a step has an item for each item of, where that has a part of this name. */
function earlierWith(name: string, step: Step | undefined, { fields }: Journey): Field | undefined {
  const list = fields.get(step?.repeatFor ?? '')
  return list?.parts.some((part) => part.name === name) ? list : undefined
}
