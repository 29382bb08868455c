import { type Check, callsOf } from './subject.ts'

const DOUBLED = { code: 'FP0711', severity: 'error' } as const

/** A target in `on` for the way on, and another in `next`. */
export const checkTargets: Check = ({ journey, marks, contracts, report }) => {
  for (const { button, call, isLast } of callsOf(journey)) {
    const first = contracts.get(call.action)?.outcomes[0]
    const on = first === undefined ? undefined : call.on[first]
    if (!isLast || !button?.next || on?.then !== 'go') continue
    const at = marks.keyOf(button, 'next') ?? marks.nameOf(button)
    const help = 'Take one of the two away.'
    if (at)
      report(
        DOUBLED,
        at,
        `The button "${button.id}" has a target in "next", and one in "on" for "${first}".`,
        help,
      )
  }
}
