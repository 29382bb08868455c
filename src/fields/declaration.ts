import { flawOf, parseText, wrong } from './control.ts'
import { engineWordsOf } from './engine-words.ts'
import type { Kind } from './field.ts'
import { errorOf, hintOf, labelTextOf, legendOf, optionsOf, textIn } from './shown.ts'

/** One box to tick: true, or no answer. Its title is the words beside the box. */
export const declarationKind: Kind = {
  name: 'declaration',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(
      field,
      input,
      prefix,
      (text) => text,
      (text) =>
        text === 'yes' ? { status: 'value', value: true } : wrong(flawOf(field, prefix, 'enum')),
    ),
  typedOf: (_field, value, prefix) => (value === true ? { [prefix]: ['yes'] } : {}),
  show: (field, prefix, context) => ({
    component: 'checkboxes',
    options: optionsOf({
      idPrefix: prefix,
      name: prefix,
      fieldset: context.isPageHeading ? { legend: legendOf(field, context) } : undefined,
      hint: hintOf(field, context),
      errorMessage: errorOf([prefix], context),
      items: [
        optionsOf({
          id: prefix,
          value: 'yes',
          text: labelTextOf(field, context),
          checked: textIn(context, prefix) === 'yes' || undefined,
        }),
      ],
    }),
  }),
  summarise: (_field, value, { language }) => {
    const words = engineWordsOf(language)
    return [value === true ? words.confirmed : words.no]
  },
}
