import type { Step } from '../journey/journey.ts'
import type { Spot } from '../journey/tree.ts'
import { type Check, nextsOf, type Subject } from './subject.ts'

const INTO_REPEAT = { code: 'FP0411', severity: 'error' } as const

/** A target in the middle of what is asked for each item: nobody who comes from elsewhere is at an item. */
export const checkIntoRepeats: Check = (subject) => {
  const { journey, marks } = subject
  const start = stepOf(journey.start, subject)
  if (start && isWithin(start)) tell(start, marks.nameOf(start), subject)
  for (const step of journey.steps) {
    // An item's turn may end in an exit step, and go on, or back, from it.
    if (step.kind === 'exit') continue
    for (const { to, at } of targetsOf(step, subject)) checkTarget(to, step, at, subject)
  }
}

interface Target {
  readonly to: string
  readonly at: Spot | undefined
}

function targetsOf(step: Step, { marks }: Subject): readonly Target[] {
  const written = nextsOf(step)
    .flat()
    .filter(({ follows }) => !follows)
  return [
    ...written.map((entry) => ({ to: entry.to, at: marks.get(entry, 'to') ?? marks.get(entry) })),
    ...step.links.flatMap((link) =>
      'to' in link ? [{ to: link.to, at: marks.get(link, 'to') }] : [],
    ),
  ]
}

function stepOf(id: string, { journey }: Subject): Step | undefined {
  return journey.steps[journey.stepIndex.get(id) ?? -1]
}

function checkTarget(to: string, from: Step, at: Spot | undefined, subject: Subject): void {
  const target = stepOf(to, subject)
  if (!target || !isWithin(target) || target.repeatFirst === from.repeatFirst) return
  tell(target, at ?? subject.marks.nameOf(from), subject)
}

function isWithin({ id, repeat, repeatFirst }: Step): boolean {
  return repeat !== undefined && repeatFirst !== id
}

function tell({ id, repeat, repeatFirst }: Step, at: Spot | undefined, { report }: Subject): void {
  if (!at) return
  report(
    INTO_REPEAT,
    at,
    `"${id}" is asked for each item of "${repeat}", after "${repeatFirst}": nobody can come to it from elsewhere.`,
    `Write "${repeatFirst}".`,
  )
}
