import type { Field, Kind, Option, ShowContext, Shown } from './field.ts'
import { isChosen, optionItem, optionTitle, parseOption } from './options.ts'
import { errorOf, hintOf, legendOf, optionsOf } from './shown.ts'

/** One of a few options. */
export const radiosKind: Kind = {
  name: 'radios',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) => parseOption(field, field.options, input, prefix),
  typedOf: (_field, value, prefix) => ({ [prefix]: [String(value)] }),
  show: (field, prefix, context) =>
    showRadios(field, prefix, context, field.options, field.presentation.inline ?? false),
  summarise: (field, value) => [optionTitle(field.options, value)],
}

/** govuk-frontend's `radios` in a fieldset with a legend (ACCESSIBILITY.md F27); none chosen until there is an answer. */
export function showRadios(
  field: Field,
  prefix: string,
  context: ShowContext,
  options: readonly Option[],
  inline: boolean,
): Shown {
  return {
    component: 'radios',
    options: optionsOf({
      idPrefix: prefix,
      name: prefix,
      fieldset: { legend: legendOf(field, context) },
      hint: hintOf(field, context),
      errorMessage: errorOf([prefix], context),
      classes: inline ? 'govuk-radios--inline' : undefined,
      items: options.map((option, index) =>
        optionItem(option, index, prefix, isChosen(context, prefix, option)),
      ),
    }),
  }
}
