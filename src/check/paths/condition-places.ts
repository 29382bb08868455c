import type { Condition, Operand, Test, Words } from '../../journey/condition.ts'
import type { Step } from '../../journey/journey.ts'
import { nextsOf } from '../subject.ts'

/** All conditions of a step, wherever they stand. */
export function conditionsOf(step: Step): readonly Condition[] {
  const parts = [step, ...step.entries, ...step.buttons, ...step.links, ...nextsOf(step).flat()]
  return [...parts.flatMap(({ when }) => when ?? []), ...step.checks.map((check) => check.must)]
}

/** All conditions that are tried on a step's page: those of its words and tasks too. */
export function conditionsTried(step: Step): readonly Condition[] {
  const chosen = allWords(step).flatMap(choicesIn)
  const tasks = (step.tasks ?? []).flatMap(({ when }) => when ?? [])
  return [...conditionsOf(step), ...chosen, ...tasks]
}

/** The conditions by which words are chosen. */
export function choicesIn({ choices = [] }: Words): readonly Condition[] {
  return choices.flatMap(({ when, words }) => [...(when ? [when] : []), ...choicesIn(words)])
}

/** Words of a step that a page shows before its own questions are answered; and the part that they belong to. */
export function wordsShown(
  step: Step,
): readonly { readonly part: object; readonly key: string; readonly words: Words }[] {
  const own = (['title', 'caption', 'content', 'after'] as const).flatMap((key) => {
    const words = step[key]
    return words ? [{ part: step, key, words }] : []
  })
  const labels = [...step.buttons, ...step.links].map((part) => ({
    part,
    key: 'label',
    words: part.label,
  }))
  return [...own, ...labels]
}

/** All words of a step's page, those of its entries too. */
export function allWords(step: Step): readonly Words[] {
  const own = step.entries.flatMap((entry) =>
    entry.is === 'content'
      ? [entry.content, entry.group]
      : [entry.title, entry.description, entry.group],
  )
  return [...wordsShown(step).map(({ words }) => words), ...own.filter((one) => one !== undefined)]
}

/** What words put in, of all their choices. */
export function operandsIn({ parts, choices = [] }: Words): readonly Operand[] {
  return [
    ...parts.filter((part) => typeof part !== 'string'),
    ...choices.flatMap(({ words }) => operandsIn(words)),
  ]
}

/** The tests that a condition makes, but whether something is answered. */
export function testsIn(
  condition: Condition,
): readonly { readonly of: Operand; readonly test: Test }[] {
  if (condition.is === 'all' || condition.is === 'any') return condition.of.flatMap(testsIn)
  if (condition.is === 'not') return testsIn(condition.of)
  return condition.is === 'test' && condition.test.test !== 'answered' ? [condition] : []
}

export function factsIn(condition: Condition): readonly string[] {
  if (condition.is === 'all' || condition.is === 'any') return condition.of.flatMap(factsIn)
  if (condition.is === 'not') return factsIn(condition.of)
  return condition.is === 'fact' ? [condition.fact] : []
}
