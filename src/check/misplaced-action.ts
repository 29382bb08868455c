import { type Check, callsOf, spotOfCall } from './subject.ts'

const NOT_READING = { code: 'FP0712', severity: 'error' } as const
const STAFF_ONLY = { code: 'FP0713', severity: 'error' } as const
const NOT_WAITING = { code: 'FP0714', severity: 'error' } as const

/** Actions where they may not stand: in `enter` such that do not only read, in a flow those of staff, `poll` without waiting. */
export const checkPlaces: Check = ({ journey, marks, contracts, report }) => {
  for (const { button, call } of callsOf(journey)) {
    const contract = contracts.get(call.action)
    const at = spotOfCall(call, marks)
    if (!contract || !at) continue
    if (!button && !contract.reads)
      report(
        NOT_READING,
        at,
        `"${call.action}" does more than read, and cannot run when a page is shown.`,
        'Let a button run it.',
      )
    if (contract.staff)
      report(
        STAFF_ONLY,
        at,
        `"${call.action}" is for staff only.`,
        'Let a move of admin.yaml run it.',
      )
  }
  for (const button of journey.steps.flatMap((step) => step.buttons)) {
    const at = marks.keyOf(button, 'poll')
    const first = button.run[0] && contracts.get(button.run[0].action)
    if (button.poll === undefined || !at || first?.waits !== undefined) continue
    report(
      NOT_WAITING,
      at,
      `The button "${button.id}" polls, and its first action has nothing to wait for.`,
      'Take "poll" away.',
    )
  }
}
