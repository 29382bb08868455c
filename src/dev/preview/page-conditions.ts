import type { Condition, Words } from '../../journey/condition.ts'
import type { Step } from '../../journey/journey.ts'
import type { Marks } from '../../journey/marks.ts'
import { writtenOf } from '../../journey/tree.ts'

/** A condition that decides what stands on a page, as its author wrote it. */
export interface PageCondition {
  readonly when: Condition
  readonly written: string
}

const LONGEST = 70

/** All conditions that decide what the page of a step shows, each once. */
export function pageConditions(step: Step, marks: Marks): readonly PageCondition[] {
  const parts = [...step.entries, ...step.buttons, ...step.links, ...(step.tasks ?? [])]
  const words = [
    step.title,
    step.caption,
    step.content,
    step.after,
    ...step.buttons.map(({ label }) => label),
    ...step.links.map(({ label }) => label),
    ...step.entries.flatMap((entry) =>
      entry.is === 'content'
        ? [entry.content, entry.group]
        : [entry.title, entry.description, entry.group],
    ),
  ]
  const found = new Map<Condition, PageCondition>()
  const note = (when: Condition | undefined, written: string) => {
    if (when && !found.has(when)) found.set(when, { when, written })
  }
  for (const part of parts) note(part.when, writtenAt(part, marks))
  for (const one of words.flatMap(choicesIn)) note(one, 'the condition of a choice of words')
  return [...found.values()]
}

function writtenAt(part: object, marks: Marks): string {
  const node = marks.get(part, 'when')
  const text = node ? writtenOf(node).replace(/\s+/gu, ' ') : 'a condition'
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function choicesIn(words: Words | undefined): readonly (Condition | undefined)[] {
  return (words?.choices ?? []).flatMap(({ when, words: inner }) => [when, ...choicesIn(inner)])
}
