import type { Field, Json, Option, WordsContext } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { partAnswer } from '../fields/object.ts'
import { itemTitle } from '../fields/repeat.ts'
import type { Journey } from '../journey/journey.ts'
import type { Answers } from './draft.ts'

/** A field with the options that the items of an earlier list give it (FORMAT.md, `optionsFrom`); another as it is. */
export function fieldWithOptions(
  field: Field,
  { fields }: Pick<Journey, 'fields'>,
  answers: Answers,
  context: WordsContext,
): Field {
  const { optionsFrom } = field.presentation
  const list = optionsFrom && fields.get(optionsFrom.of)
  if (!list) return field
  const items = answers[optionsFrom.of]
  const options = new Map<string, Option>()
  for (const item of Array.isArray(items) ? items : []) {
    const option = optionOf(list, item, optionsFrom, context)
    // Two items of one value cannot be told apart: the first stands for both.
    if (option && !options.has(String(option.value))) options.set(String(option.value), option)
  }
  return { ...field, options: [...options.values()] }
}

function optionOf(
  list: Field,
  item: Json,
  { value: name, title }: NonNullable<Field['presentation']['optionsFrom']>,
  context: WordsContext,
): Option | undefined {
  const part = list.parts.find((one) => one.name === name)
  const value = part && partAnswer(item, part)
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return undefined
  const template = title.includes('{') ? title : `{${title}}`
  const words = itemTitle(list, item, context, kindOf, template)
  return { value, title: words === '' ? String(value) : words }
}
