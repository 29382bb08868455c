import type { Measure } from '../answers/limit-flaws.ts'
import type { ShownStep } from '../engine/decision.ts'
import type { Field, Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { isObject } from '../flow/values.ts'
import { sampleOf } from './sample-answer.ts'

/** Answers by field that a person gives wherever a page asks for them; boxes by their own name. */
export type Said = Readonly<Record<string, Json>>

/**
 * What a person posts: what was said, else what stands in the boxes already, else an answer that the schema takes where
 * one is needed. What is optional stays empty.
 */
export function fillPage(page: ShownStep, said: Said, measure: Measure): URLSearchParams {
  const body = new URLSearchParams({ page: page.token })
  const given = new Map<string, Json>()
  const now = measureWith(given, measure)
  for (const entry of page.step.entries) {
    if (entry.is !== 'field' || entry.readOnly) continue
    const field = fieldOn(page, entry.field)
    const filled = filledFor(field, page, said, now)
    if (filled.value !== undefined) given.set(field.name, filled.value)
    for (const control of kindOf(field.kind).controls(field, field.name))
      for (const text of textsIn(control, field, filled, said)) body.append(control, text)
  }
  return body
}

/** A field as the page has it: its options may be those that an earlier list gives it. */
export function fieldOn(page: ShownStep, field: Field): Field {
  const block = page.blocks.find((one) => one.is === 'field' && one.field.name === field.name)
  return block?.is === 'field' ? block.field : field
}

/** Limits see what was just filled in before what is stored. */
function measureWith(given: ReadonlyMap<string, Json>, { today, answerOf }: Measure): Measure {
  return {
    today,
    answerOf: (path) => (path.length === 1 && given.get(path[0] ?? '')) || answerOf(path),
  }
}

/** What stands in one box: what was said of the very box, else what the answer puts into it. */
function textsIn(control: string, { name }: Field, filled: Filled, said: Said): readonly string[] {
  const own = control === name ? undefined : said[control]
  if (own !== undefined) return [String(own ?? '')]
  const texts = filled.texts[control] ?? []
  return texts.length > 0 ? texts : ['']
}

interface Filled {
  readonly texts: Readonly<Record<string, readonly string[]>>
  readonly value?: Json
}

function filledFor(field: Field, page: ShownStep, said: Said, measure: Measure): Filled {
  const value = said[field.name]
  if (value === null) return { texts: {} }
  if (value !== undefined) return { texts: textsOf(field, value, field.name), value }
  const block = page.blocks.find((one) => one.is === 'field' && one.field.name === field.name)
  const typed = block?.is === 'field' ? block.typed : {}
  if (Object.values(typed).some((texts) => texts.some((text) => text !== '')))
    return { texts: typed }
  const sample = field.required ? sampleOf(field, measure) : undefined
  return sample === undefined
    ? { texts: {} }
    : { texts: textsOf(field, sample, field.name), value: sample }
}

/** An answer as it is typed. Words that are no answer of the kind are typed as they are. */
export function textsOf(field: Field, value: Json, prefix: string): Filled['texts'] {
  if (field.parts.length > 0 && field.kind !== 'repeat')
    return Object.assign(
      {},
      ...field.parts.map((part) => {
        const own = isObject(value) ? value[part.name] : undefined
        return own === undefined || own === null ? {} : textsOf(part, own, `${prefix}-${part.name}`)
      }),
    )
  const { item } = field
  if (item && Array.isArray(value))
    return Object.assign(
      {},
      ...value.map((one, index) => textsOf(item, one, `${prefix}-${index + 1}`)),
    )
  if (field.kind === 'files' && Array.isArray(value)) return { [prefix]: value.map(String) }
  const [control = prefix, ...more] = kindOf(field.kind).controls(field, prefix)
  const isPlain = more.length === 0 && ['string', 'number'].includes(typeof value)
  return isPlain ? { [control]: [String(value)] } : kindOf(field.kind).typedOf(field, value, prefix)
}
