import type { Field, Flaw, Input, Json, Kind, Parsed, ShowContext, Shown } from './field.ts'
import { type KindLookup, requiredFlaws } from './required.ts'
import { hintOf, legendOf, optionsOf } from './shown.ts'

/** What an object's kind knows of its parts. */
export interface ObjectRule {
  readonly name: 'name' | 'address' | 'group'
  readonly kindOf: KindLookup
  /** The part as it is shown: `autocomplete`, widths and the like where the author says nothing. */
  dress(part: Field, field: Field): Field
  /** The lines of the parts' own lines, in order; parts that are not given have none. */
  linesOf(lines: readonly (readonly string[])[]): readonly string[]
}

/**
 * An answer of several parts, each a field with its own kind, name `field-part`.
 *
 * Shown as component `fieldset` with one option of ours beside govuk-frontend's: `blocks`, the parts as `Shown`, which
 * stand inside the fieldset after the hint (`hint: { id, html }`, ours too, named by `describedBy`).
 */
export function createObjectKind(rule: ObjectRule): Kind {
  const partsOf = (field: Field, prefix: string) =>
    field.parts.map((part) => ({
      part,
      kind: rule.kindOf(part.kind),
      prefix: `${prefix}-${part.name}`,
    }))
  return {
    name: rule.name,
    controls: (field, prefix) =>
      partsOf(field, prefix).flatMap(({ part, kind, prefix: at }) => kind.controls(part, at)),
    parse: (field, input, prefix) => parseObject(field, input, prefix, rule.kindOf),
    typedOf: (field, value, prefix) =>
      Object.assign(
        {},
        ...partsOf(field, prefix).map(({ part, kind, prefix: at }) => {
          const answer = partAnswer(value, part)
          return answer === undefined || part.secret ? {} : kind.typedOf(part, answer, at)
        }),
      ),
    show: (field, prefix, context) => showObject(rule, field, prefix, context),
    summarise: (field, value, context) =>
      rule.linesOf(
        field.parts.map((part) => {
          const answer = partAnswer(value, part)
          const silent = answer === undefined || part.secret
          return silent ? [] : rule.kindOf(part.kind).summarise(part, answer, context)
        }),
      ),
  }
}

/** A part of an object's answer; undefined where it is not given. */
export function partAnswer(value: Json, part: Field): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, part.name) ? (value as Record<string, Json>)[part.name] : undefined
}

function parseObject(field: Field, input: Input, prefix: string, kindOf: KindLookup): Parsed {
  const read = field.parts.map((part) => {
    const at = `${prefix}-${part.name}`
    return { part, at, parsed: kindOf(part.kind).parse(part, input, at) }
  })
  if (read.every(({ parsed }) => parsed.status === 'missing')) return { status: 'missing' }
  const flaws: Flaw[] = []
  const answer: [string, Json][] = []
  for (const { part, at, parsed } of read) {
    if (parsed.status === 'value') answer.push([part.name, parsed.value])
    else if (parsed.status === 'wrong') flaws.push(...parsed.flaws)
    else if (part.required) flaws.push(...requiredFlaws(part, at, kindOf))
  }
  return flaws.length > 0
    ? { status: 'wrong', flaws }
    : { status: 'value', value: Object.fromEntries(answer) }
}

function showObject(rule: ObjectRule, field: Field, prefix: string, context: ShowContext): Shown {
  const hint = hintOf(field, context)
  // A part may be called "hint": no part's box has two hyphens.
  const hintId = hint ? `${prefix}--hint` : undefined
  const { hint: _own, ...rest } = context
  return {
    component: 'fieldset',
    options: optionsOf({
      role: 'group',
      legend: legendOf(field, context),
      describedBy: hintId,
      hint: hint && { id: hintId, ...hint },
      blocks: field.parts.map((plain) => {
        const part = rule.dress(ofSubject(plain, field), field)
        const inner = { ...rest, label: part.title, isPageHeading: false }
        return rule.kindOf(part.kind).show(part, `${prefix}-${part.name}`, inner)
      }),
    }),
  }
}

/** Whose data the whole is about, its parts are too (FORMAT.md, `subject`). */
function ofSubject(part: Field, field: Field): Field {
  const { subject } = field.presentation
  if (subject === undefined || part.presentation.subject !== undefined) return part
  return { ...part, presentation: { ...part.presentation, subject } }
}

/** A part with a presentation of ours where the author gave none. */
export function dressed(part: Field, presentation: Field['presentation']): Field {
  return { ...part, presentation: { ...presentation, ...part.presentation } }
}
