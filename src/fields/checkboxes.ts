import { flawOf, LONGEST_ANSWER, wrong } from './control.ts'
import { engineWordsOf } from './engine-words.ts'
import type { Field, Json, Kind, Parsed, ShowContext } from './field.ts'
import { optionItem, optionTitle } from './options.ts'
import { errorOf, hintOf, legendOf, optionsOf } from './shown.ts'

/** Any number of options, stored in the order of the definition; none ticked is no answer. */
export const checkboxesKind: Kind = {
  name: 'checkboxes',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseTicks(
      field,
      prefix,
      (input.get(prefix) ?? []).filter((text) => text !== ''),
    ),
  typedOf: (_field, value, prefix) => ({ [prefix]: ticksOf(value).map(String) }),
  show: (field, prefix, context) => ({
    component: 'checkboxes',
    options: optionsOf({
      idPrefix: prefix,
      name: prefix,
      fieldset: { legend: legendOf(field, context) },
      hint: hintOf(field, context),
      errorMessage: errorOf([prefix], context),
      items: itemsOf(field, prefix, context),
    }),
  }),
  summarise: (field, value) => ticksOf(value).map((tick) => optionTitle(field.options, tick)),
}

function parseTicks(field: Field, prefix: string, texts: readonly string[]): Parsed {
  if (texts.length === 0) return { status: 'missing' }
  if (texts.some((text) => text.length > LONGEST_ANSWER))
    return wrong(flawOf(field, prefix, 'too-long', { limit: LONGEST_ANSWER }))
  const ticked = field.options.filter((option) => texts.includes(String(option.value)))
  if (ticked.length !== new Set(texts).size) return wrong(flawOf(field, prefix, 'enum'))
  // One box cannot be ticked twice: a page that posts it twice was tampered with (R-WEB-10).
  if (ticked.length !== texts.length) return wrong(flawOf(field, prefix, 'doubled'))
  const alone = ticked.find((option) => option.exclusive)
  if (alone && ticked.length > 1)
    return wrong(flawOf(field, prefix, 'exclusive', { other: alone.title }))
  return { status: 'value', value: ticked.map((option) => option.value) }
}

function itemsOf(field: Field, prefix: string, context: ShowContext) {
  const ticked = context.typed[prefix] ?? []
  return field.options.flatMap((option, index) => {
    const item = optionItem(option, index, prefix, ticked.includes(String(option.value)))
    const divided = option.exclusive && index > 0
    return divided ? [{ divider: engineWordsOf(context.language).or }, item] : [item]
  })
}

function ticksOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value]
}
