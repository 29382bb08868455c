import { flawOf, parseText, wrong } from './control.ts'
import { engineWordsOf } from './engine-words.ts'
import type { Kind } from './field.ts'
import { showRadios } from './radios.ts'

/** Yes or No; posted `yes` and `no`, stored true and false. */
export const yesNoKind: Kind = {
  name: 'yes-no',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(
      field,
      input,
      prefix,
      (text) => text,
      (text) =>
        text === 'yes' || text === 'no'
          ? { status: 'value', value: text === 'yes' }
          : wrong(flawOf(field, prefix, 'enum')),
    ),
  typedOf: (_field, value, prefix) => ({ [prefix]: [value === true ? 'yes' : 'no'] }),
  show(field, prefix, context) {
    const words = engineWordsOf(context.language)
    const options = [
      { value: 'yes', title: words.yes },
      { value: 'no', title: words.no },
    ]
    return showRadios(field, prefix, context, options, field.presentation.inline ?? true)
  },
  summarise(_field, value, { language }) {
    const words = engineWordsOf(language)
    return [value === true ? words.yes : words.no]
  },
}
