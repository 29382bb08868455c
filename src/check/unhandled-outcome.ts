import { allCallsOf, type Check, spotOfCall } from './subject.ts'

const UNHANDLED = { code: 'FP0710', severity: 'error' } as const

/** An outcome of which neither `on` nor the action itself says what follows. */
export const checkOutcomes: Check = ({ journey, marks, contracts, report }) => {
  for (const call of allCallsOf(journey)) {
    const contract = contracts.get(call.action)
    const at = spotOfCall(call, marks)
    if (!contract || !at) continue
    const open = contract.outcomes
      .slice(1)
      .filter(
        (outcome) =>
          !Object.hasOwn(call.on, outcome) && !Object.hasOwn(contract.words ?? {}, outcome),
      )
    if (open.length === 0) continue
    const help = `Add "on: { ${open.map((outcome) => `${outcome}: …`).join(', ')} }": a step, { error: "…" } or { notice: "…" }.`
    report(
      UNHANDLED,
      at,
      `Nothing is said of what follows when "${call.action}" ends in ${list(open)}.`,
      help,
    )
  }
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' or ')
}
