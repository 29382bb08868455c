import type { Field, Json } from '../../fields/field.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import type { Marks } from '../../journey/marks.ts'
import { jsonOf, type Node, pairOf } from '../../journey/tree.ts'

/** A change in what a journey means. */
export interface Change {
  readonly of:
    | 'journey'
    | 'step'
    | 'field'
    | 'option'
    | 'words'
    | 'translation'
    | 'condition'
    | 'button'
    | 'action'
  readonly words: string
  /** Drafts may be asked again, or led elsewhere. */
  readonly breaks: boolean
}

/** One version of a journey, and what its parts are made of. */
export interface Version {
  readonly journey: Journey
  readonly marks: Marks
}

/** All changes from one version to another, in the order of the steps and fields. */
export function changesBetween(old: Version, now: Version): readonly Change[] {
  const steps = (one: Version) => new Map(one.journey.steps.map((step) => [step.id, step]))
  const before = steps(old)
  const after = steps(now)
  const both = (id: string) => ({ was: before.get(id), is: after.get(id) })
  const ids = [...new Set([...after.keys(), ...before.keys()])]
  return [
    ...ids.flatMap((id) => {
      const { was, is } = both(id)
      if (was && is) return stepChanges(id, was, is, old, now)
      return [is ? added(is, now.journey) : removed(id)]
    }),
    ...orderChange(old.journey, now.journey),
    ...fieldChanges(old, now),
  ]
}

function added(step: Step, { title }: Journey): Change {
  const asks = step.entries.some((entry) => entry.is === 'field' && entry.field.required)
  const always = step.when ? 'where its condition holds' : 'to everybody who comes there'
  return {
    of: 'step',
    words: `The step "${step.id}" is new in "${title}", shown ${always}.`,
    breaks: asks || step.buttons.some((button) => button.run.length > 0),
  }
}

function removed(id: string): Change {
  return { of: 'step', words: `The step "${id}" is gone: its answers count no more.`, breaks: true }
}

function orderChange(old: Journey, now: Journey): readonly Change[] {
  const kept = (one: Journey, other: Journey) =>
    one.steps.flatMap(({ id }) => (other.stepIndex.has(id) ? [id] : []))
  const [was, is] = [kept(old, now), kept(now, old)]
  if (was.join() === is.join() && old.start === now.start) return []
  return [{ of: 'journey', words: `The steps have another order: ${is.join(', ')}.`, breaks: true }]
}

/** Keys of a step whose words people read. */
const WORDS = ['title', 'caption', 'content', 'after', 'links']
/** Keys that say where people are led. */
const WAYS = ['when', 'next', 'requires', 'repeat', 'checks', 'kind']

function stepChanges(
  id: string,
  was: Step,
  is: Step,
  old: Version,
  now: Version,
): readonly Change[] {
  const [a, b] = [old.marks.get(was), now.marks.get(is)]
  const differ = (key: string) => !isSame(pairOf(a, key)?.value, pairOf(b, key)?.value)
  const decided = (key: string) => !isSameJson(decisionsOf(was, key), decisionsOf(is, key))
  const ways = WAYS.filter((key) => differ(key) || decided(key)).map((key): Change => {
    return { of: 'condition', words: `The step "${id}" has another "${key}".`, breaks: true }
  })
  const words = WORDS.filter(differ).map((key): Change => {
    return { of: 'words', words: `The step "${id}" has another "${key}".`, breaks: false }
  })
  return [...ways, ...askedChanges(id, was, is), ...buttonChanges(id, was, is), ...words]
}

/** Conditions behind a key, whatever they are called. */
function decisionsOf(step: Step, key: string): Json | undefined {
  const conditions: Readonly<Record<string, unknown>> = {
    when: step.when ?? null,
    next: step.next.flatMap((entry) => entry.when ?? []),
    checks: step.checks.map((check) => check.must),
  }
  return key in conditions ? JSON.parse(JSON.stringify(conditions[key])) : undefined
}

function askedChanges(id: string, was: Step, is: Step): readonly Change[] {
  const [before, after] = [namesIn(was), namesIn(is)]
  return [
    ...after
      .filter(({ name }) => !before.some((one) => one.name === name))
      .map(({ name, required }): Change => {
        return { of: 'field', words: `The step "${id}" asks for "${name}" now.`, breaks: required }
      }),
    ...before
      .filter(({ name }) => !after.some((one) => one.name === name))
      .map(({ name }): Change => {
        return { of: 'field', words: `The step "${id}" asks for "${name}" no more.`, breaks: false }
      }),
  ]
}

function namesIn(step: Step): readonly Field[] {
  return step.entries.flatMap((entry) => (entry.is === 'field' ? [entry.field] : []))
}

function buttonChanges(id: string, was: Step, is: Step): readonly Change[] {
  const runs = (step: Step, button: string) =>
    step.buttons.find((one) => one.id === button)?.run.map((call) => call.action)
  const ids = [...new Set([...was.buttons, ...is.buttons].map((button) => button.id))]
  return ids.flatMap((button): Change[] => {
    const [before, after] = [runs(was, button), runs(is, button)]
    const name = `The button "${button}" of "${id}"`
    if (!after) return [{ of: 'button', words: `${name} is gone.`, breaks: true }]
    if (!before) return [{ of: 'button', words: `${name} is new.`, breaks: false }]
    if (before.join() === after.join()) return []
    const words = `${name} runs ${after.join(', ') || 'nothing'} now, and ran ${before.join(', ') || 'nothing'}.`
    return [{ of: 'action', words, breaks: true }]
  })
}

function fieldChanges(old: Version, now: Version): readonly Change[] {
  const names = new Set([...now.journey.fields.keys(), ...old.journey.fields.keys()])
  return [...names].flatMap((name) => {
    const was = old.journey.fields.get(name)
    const is = now.journey.fields.get(name)
    if (was && is) return answerChanges(name, was, is)
    const words = is ? `The field "${name}" is new.` : `The field "${name}" is gone.`
    return [{ of: 'field' as const, words, breaks: false }]
  })
}

function answerChanges(name: string, was: Field, is: Field): readonly Change[] {
  const field = (words: string, breaks: boolean): Change => ({ of: 'field', words, breaks })
  const gone = was.options.filter((one) => !is.options.some(({ value }) => value === one.value))
  const fresh = is.options.filter((one) => !was.options.some(({ value }) => value === one.value))
  const rules = [...new Set([...Object.keys(was.schema), ...Object.keys(is.schema)])].filter(
    (key) => !OPTIONS.includes(key) && !isSameJson(was.schema[key], is.schema[key]),
  )
  return [
    ...(was.kind === is.kind
      ? []
      : [field(`"${name}" is asked as ${is.kind}, and was as ${was.kind}.`, true)]),
    ...(is.required && !was.required ? [field(`"${name}" must be answered now.`, true)] : []),
    ...(was.required && !is.required ? [field(`"${name}" may be left empty now.`, false)] : []),
    ...gone.map((one): Change => {
      return {
        of: 'option',
        words: `"${name}" has no option "${one.value}" any more.`,
        breaks: true,
      }
    }),
    ...fresh.map((one): Change => {
      return { of: 'option', words: `"${name}" has the new option "${one.value}".`, breaks: false }
    }),
    ...rules.map((key) => field(`"${name}" has another "${key}".`, true)),
    ...(isSameJson(limitsOf(was), limitsOf(is))
      ? []
      : [field(`"${name}" has other limits.`, true)]),
    ...wordChanges(name, was, is),
  ]
}

/** Keywords whose changes are told option by option, or part by part. */
const OPTIONS = ['enum', 'oneOf', 'items']
const limitsOf = ({ presentation }: Field) =>
  JSON.parse(JSON.stringify([presentation.limits ?? [], presentation.maxWords ?? 0])) as Json

function wordChanges(name: string, was: Field, is: Field): readonly Change[] {
  const words = (text: string): Change => ({ of: 'words', words: text, breaks: false })
  const options = is.options.filter((one) => {
    const before = was.options.find(({ value }) => value === one.value)
    return before && before.title !== one.title
  })
  return [
    ...(was.title === is.title ? [] : [words(`"${name}" is called "${is.title}" now.`)]),
    ...(was.hint === is.hint ? [] : [words(`"${name}" has another hint.`)]),
    ...options.map((one) =>
      words(`The option "${one.value}" of "${name}" reads "${one.title}" now.`),
    ),
    ...(isSameJson(was.errorMessages, is.errorMessages)
      ? []
      : [words(`"${name}" has other error messages.`)]),
  ]
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return isSameJson(one && jsonOf(one), other && jsonOf(other))
}

function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
