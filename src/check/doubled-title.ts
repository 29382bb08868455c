import type { Step } from '../journey/journey.ts'
import type { Check } from './subject.ts'

const DOUBLED = { code: 'FP0610', severity: 'warning' } as const

/**
 * Two steps with one title: people cannot tell the pages apart (WCAG 2.4.2). Whoever sees one confirmation sees no other:
 * two ways of being done may have one title.
 */
export const checkTitles: Check = ({ journey, marks, report }) => {
  const seen = new Map<string, Step>()
  for (const step of journey.steps) {
    const title = step.title && JSON.stringify([step.title.parts, step.title.choices])
    if (title === undefined) continue
    const before = seen.get(title)
    const at = marks.get(step, 'title') ?? marks.nameOf(step)
    if (before === undefined) seen.set(title, step)
    else if (at && !(isConfirmation(before) && isConfirmation(step)))
      report(
        DOUBLED,
        at,
        `The steps "${before.id}" and "${step.id}" have the same title.`,
        'Say in one of them what is different.',
      )
  }
}

function isConfirmation({ kind }: Step): boolean {
  return kind === 'confirmation'
}
