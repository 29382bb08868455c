import type { Condition, Words } from '../journey/condition.ts'
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
  for (const { must, message } of journey.checks) [must, ...choicesIn(message)].forEach(note)
  for (const { subject, body } of journey.messages.values())
    [subject, body].flatMap(choicesIn).forEach(note)
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
  return [
    ...parts.flatMap(({ when }) => when ?? []),
    ...step.checks.map(({ must }) => must),
    ...wordsOf(step).flatMap(choicesIn),
  ]
}

/** All words that people read on a step's page, and after its buttons. */
function wordsOf(step: Step): readonly (Words | undefined)[] {
  const { title, caption, content, after, entries, buttons, links, checks } = step
  const calls = [...buttons.flatMap(({ run }) => run), ...step.enter]
  return [
    title,
    caption,
    content,
    ...entries.flatMap((entry) =>
      entry.is === 'content' ? entry.content : [entry.title, entry.description, entry.group],
    ),
    after,
    ...[...buttons, ...links].map(({ label }) => label),
    ...checks.map(({ message }) => message),
    ...calls.flatMap(({ on }) => Object.values(on).map(({ message }) => message)),
  ]
}

/** Words may be a list, of which the first is taken whose condition holds. */
function choicesIn(words: Words | undefined): readonly Condition[] {
  return (words?.choices ?? []).flatMap(({ when, words: inner }) => [
    ...(when ? [when] : []),
    ...choicesIn(inner),
  ])
}
