import { flawOf, parseText, wrong } from './control.ts'
import type { Field, Input, Json, Option, Parsed, ShowContext } from './field.ts'
import { optionsOf, textIn } from './shown.ts'

/** The option that a control posts, as its own value: a number stays a number. Anything else is `enum`. */
export function parseOption(
  field: Field,
  options: readonly Option[],
  input: Input,
  control: string,
): Parsed {
  return parseText(
    field,
    input,
    control,
    (text) => text,
    (text) => {
      const chosen = options.find((option) => String(option.value) === text)
      return chosen
        ? { status: 'value', value: chosen.value }
        : wrong(flawOf(field, control, 'enum'))
    },
  )
}

/** The words of an answer; the bare value where the option is gone from the definition. */
export function optionTitle(options: readonly Option[], value: Json): string {
  return options.find((option) => option.value === value)?.title ?? String(value)
}

/** The id of a group's nth control as govuk-frontend makes it: `name`, `name-2`, `name-3` … */
export function itemId(prefix: string, index: number): string {
  return index === 0 ? prefix : `${prefix}-${index + 1}`
}

/** Items of radios and check boxes. Ids are given: a divider between them must not shift them. */
export function optionItem(option: Option, index: number, prefix: string, checked: boolean) {
  return optionsOf({
    id: itemId(prefix, index),
    value: String(option.value),
    text: option.title,
    hint: option.description === undefined ? undefined : { text: option.description },
    behaviour: option.exclusive ? 'exclusive' : undefined,
    checked: checked || undefined,
  })
}

export function isChosen(context: ShowContext, prefix: string, option: Option): boolean {
  return textIn(context, prefix) === String(option.value)
}
