import { type Check, callsOf, spotOfCall } from './subject.ts'

const NOT_READING = { code: 'FP0712', severity: 'error' } as const
const STAFF_ONLY = { code: 'FP0713', severity: 'error' } as const

/** Actions where they may not stand: in `enter` such that do not only read, in a flow those of staff. */
export const checkPlaces: Check = ({ journey, marks, contracts, report }) => {
  for (const { button, call } of callsOf(journey)) {
    const contract = contracts.get(call.action)
    const at = spotOfCall(call, marks)
    if (!contract || !at) continue
    const reads = `"${call.action}" does more than read, and cannot run when a page is shown.`
    const staff = `"${call.action}" is for staff only.`
    if (!button && !contract.reads) report(NOT_READING, at, reads, 'Let a button run it.')
    if (contract.staff) report(STAFF_ONLY, at, staff, 'Let a move of admin.yaml run it.')
  }
}
