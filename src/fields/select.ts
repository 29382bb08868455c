import { engineWordsOf } from './engine-words.ts'
import type { Kind } from './field.ts'
import { isChosen, optionTitle, parseOption } from './options.ts'
import { errorOf, hintOf, labelOf, optionsOf, widthClassOf } from './shown.ts'

/** One of many options. Nothing is chosen until there is an answer: the first entry is empty. */
export const selectKind: Kind = {
  name: 'select',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) => parseOption(field, field.options, input, prefix),
  typedOf: (_field, value, prefix) => ({ [prefix]: [String(value)] }),
  show: (field, prefix, context) => ({
    component: 'select',
    options: optionsOf({
      id: prefix,
      name: prefix,
      label: labelOf(field, context),
      hint: hintOf(field, context),
      errorMessage: errorOf([prefix], context),
      classes: widthClassOf(field.presentation.width),
      items: [
        { value: '', text: engineWordsOf(context.language).choose },
        ...field.options.map((option) =>
          optionsOf({
            value: String(option.value),
            text: option.title,
            selected: isChosen(context, prefix, option) || undefined,
          }),
        ),
      ],
    }),
  }),
  summarise: (field, value) => [optionTitle(field.options, value)],
}
