import { withChange } from '../answers/asked-more.ts'
import type { Answers } from '../answers/draft.ts'
import type { Input, Typed } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { LESS, MORE, typedAfter } from '../fields/several.ts'
import { questionOf, scopeAt } from '../flow/along.ts'
import { type FieldEntry, fieldsOf, storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Scope } from '../flow/scope.ts'
import type { ShownError } from './decision.ts'
import { completedHere, failedChecks, readAnswers } from './read-answers.ts'
import { itemIn } from './turned.ts'

/** The questions that are asked again in one place: a step of which nothing else is there. */
export interface Part {
  readonly place: Place
  readonly entries: readonly FieldEntry[]
  /** Before the names of controls: those of an item are told from those of another. */
  readonly prefix: string
}

/** Keys of questions → the places where they stand, in the order of the journey. */
export function partsOf(keys: readonly string[], scope: Scope): readonly Part[] {
  const parts = new Map<string, { place: Place; entries: FieldEntry[] }>()
  for (const key of keys) {
    const question = questionOf(key, scope)
    if (!question) continue
    // Whether there is another stands after the item that it is about.
    const at = question.place.list ? key : placeKey(question.place)
    const part = parts.get(at) ?? { place: question.place, entries: [] }
    part.entries.push(question.entry)
    parts.set(at, part)
  }
  return [...parts.values()].map(partOf).sort((one, other) => compare(one, other, scope))
}

function partOf({ place, entries }: { place: Place; entries: readonly FieldEntry[] }): Part {
  const { step, item } = place
  if (place.list)
    return { place: { ...place, step: { ...step, entries, checks: [] } }, entries, prefix: '' }
  const inOrder = fieldsOf(step.entries)
    .filter((entry) => entries.includes(entry))
    .map(({ when: _decidedBefore, ...entry }) => entry)
  const prefix = item === undefined ? '' : `${step.repeat}-${item}-`
  return {
    place: { ...place, step: { ...step, entries: inOrder } },
    entries: inOrder,
    prefix,
  }
}

/** Items one after another, each with all of its steps. */
function compare(one: Part, other: Part, { world }: Scope): number {
  const { stepIndex, steps } = world.journey
  const ranks = ({ place: { step, item, list }, entries: [first] }: Part) => [
    stepIndex.get(step.repeatFirst ?? step.id) ?? 0,
    list ? Number(first?.field.name.split('-').at(-1)) : (item ?? 0),
    list ? steps.length : (stepIndex.get(step.id) ?? 0),
  ]
  const [left, right] = [ranks(one), ranks(other)]
  const at = left.findIndex((rank, index) => rank !== right[index])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

export function controlsOfParts(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap(({ entries, prefix }) =>
      entries.flatMap(({ field }) =>
        kindOf(field.kind)
          .controls(field, field.name)
          .map((name) => `${prefix}${name}`),
      ),
    ),
  )
}

/** What was posted for a part, by the names that its own step would have. */
export function inputOfPart({ prefix }: Pick<Part, 'prefix'>, input: Input): Input {
  const own = [...input].filter(([name]) => name.startsWith(prefix))
  return new Map(own.map(([name, texts]) => [name.slice(prefix.length), texts]))
}

/** What a post of these questions came to. */
export interface ReadParts {
  /** All answers, with those of the post in them. */
  readonly answers: Answers
  readonly errors: readonly ShownError[]
}

/** Reads and checks the questions, place by place, as their steps do; each sees what was answered before it. */
export function readParts(parts: readonly Part[], input: Input, scope: Scope): ReadParts {
  let { answers } = scope
  const errors: ShownError[] = []
  for (const part of parts) {
    const before = withoutAsked(part, answers)
    const own = inputOfPart(part, input)
    const at = scopeAt(part.place, { ...scope, answers: before })
    const stored = storedAt(part.place, answers)
    const read = readAnswers(part.place, own, at, new Set(), stored)
    answers = part.entries.reduce((all, { field: { name } }) => {
      // What is wrong leaves the answer as it was, for what depends on it.
      const after = read.emptied.includes(name) ? undefined : (read.given[name] ?? stored[name])
      return after === undefined
        ? all
        : withChange(all, { ...itemIn(part.place), field: name, after })
    }, before)
    errors.push(...read.errors.map((error) => prefixed(error, part)))
  }
  if (errors.length > 0) return { answers, errors }
  return { answers, errors: parts.flatMap((part) => checked(part, { ...scope, answers })) }
}

function withoutAsked(part: Part, answers: Answers): Answers {
  return part.entries.reduce(
    (all, { field }) => withChange(all, { ...itemIn(part.place), field: field.name }),
    answers,
  )
}

function checked(part: Part, scope: Scope): readonly ShownError[] {
  const { place } = part
  const own = scopeAt(part.place, scope)
  const wide = completedHere(scope.world.journey.checks, place, own)
  return [...failedChecks(place.step.checks, own, place), ...failedChecks(wide, own, place)].map(
    (error) => prefixed(error, part),
  )
}

function prefixed(error: ShownError, { prefix }: Part): ShownError {
  return error.control === undefined ? error : { ...error, control: `${prefix}${error.control}` }
}

export function typedOf(parts: readonly Part[], input: Input): Typed {
  const names = controlsOfParts(parts)
  return Object.fromEntries([...input].filter(([name]) => names.has(name)))
}

/** What stands in the boxes of questions that were not on the page: what was typed there before, else what was answered. */
export function typedBefore(parts: readonly Part[], before: Typed, { answers }: Scope): Typed {
  return Object.assign(
    {},
    ...parts.flatMap(({ place, entries, prefix }) =>
      entries.map((entry) => {
        const typed = typedOf(
          [{ place, entries: [entry], prefix }],
          new Map(Object.entries(before)),
        )
        const { field } = entry
        const value = storedAt(place, answers)[field.name]
        if (Object.keys(typed).length > 0 || value === undefined) return typed
        const answered = kindOf(field.kind).typedOf(field, value, field.name)
        return Object.fromEntries(
          Object.entries(answered).map(([name, texts]) => [`${prefix}${name}`, texts]),
        )
      }),
    ),
  )
}

/** What is typed with one box more, or one less, of an answer of several; undefined: none was asked for. */
export function boxesAfter(
  parts: readonly Part[],
  input: Input,
  body: URLSearchParams,
): Typed | undefined {
  const typed = typedOf(parts, input)
  const press = { more: body.get(MORE), less: body.get(LESS) }
  for (const { entries, prefix } of parts)
    for (const { field } of entries) {
      const { item } = field
      const named = { ...field, name: `${prefix}${field.name}` }
      const after =
        item && typedAfter(named, typed, press, (box) => kindOf(item.kind).controls(item, box))
      if (after) return after
    }
  return undefined
}
