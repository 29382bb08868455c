import type { Condition } from '../journey/condition.ts'
import type { Journey, Step } from '../journey/journey.ts'
import type { Marks } from '../journey/marks.ts'
import { conditionName, meaningInWords } from './condition-in-words.ts'

/** The named conditions of a flow, in the order in which its steps use them, and what they mean. */
export function usedConditions(
  journey: Journey,
  marks: Marks,
): readonly { readonly name: string; readonly words: string }[] {
  const found = new Map<string, string>()
  const note = (condition: Condition): void => {
    const name = conditionName(condition, marks)
    if (name !== undefined) found.set(name, meaningInWords(condition, marks))
    if (condition.is === 'all' || condition.is === 'any') condition.of.forEach(note)
    if (condition.is === 'not') note(condition.of)
  }
  journey.steps.flatMap(conditionsIn).forEach(note)
  return [...found].map(([name, words]) => ({ name, words }))
}

function conditionsIn(step: Step): readonly Condition[] {
  const outcomes = step.buttons.flatMap(({ run }) =>
    run.flatMap(({ on }) =>
      Object.values(on).flatMap((one) => (one.then === 'go' ? one.next : [])),
    ),
  )
  const parts = [
    step,
    ...step.entries,
    ...step.buttons,
    ...step.links,
    ...(step.tasks ?? []),
    ...step.next,
    ...step.buttons.flatMap(({ next = [] }) => next),
    ...outcomes,
  ]
  return [...parts.flatMap(({ when }) => when ?? []), ...step.checks.map(({ must }) => must)]
}
