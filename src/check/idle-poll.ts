import type { Check } from './subject.ts'

const NOT_WAITING = { code: 'FP0714', severity: 'error' } as const

/** A button that presses itself though its first action has nothing to wait for. */
export const checkPolls: Check = ({ journey, marks, contracts, report }) => {
  for (const button of journey.steps.flatMap((step) => step.buttons)) {
    const at = marks.keyOf(button, 'poll')
    const first = button.run[0] && contracts.get(button.run[0].action)
    if (button.poll === undefined || !at || first?.waits !== undefined) continue
    const message = `The button "${button.id}" polls, and its first action has nothing to wait for.`
    report(NOT_WAITING, at, message, 'Take "poll" away.')
  }
}
