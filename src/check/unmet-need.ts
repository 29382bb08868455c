import { earnedFacts, giversOf } from './earned-facts.ts'
import { type Check, callsOf, spotOfCall } from './subject.ts'

const NEED_UNMET = { code: 'FP0722', severity: 'error' } as const

/** An action that the engine will always refuse: nothing gives a fact that it needs. */
export const checkNeeds: Check = (subject) => {
  const { journey, contracts, marks, report } = subject
  const earned = earnedFacts(subject)
  if (!earned) return
  for (const { call } of callsOf(journey)) {
    const at = spotOfCall(call, marks)
    const contract = contracts.get(call.action)
    const proofs = Object.entries(contract?.provedBy ?? {}).filter(
      ([input]) => call.with[input]?.from === 'answer',
    )
    const needs = [
      ...(contract?.needs ?? []).map(({ fact }) => fact),
      ...proofs.map(([, fact]) => fact),
    ]
    const unmet = needs.find((fact) => !earned.has(fact) && giversOf(fact, subject).length === 0)
    if (unmet === undefined || !at) continue
    const message = `"${call.action}" runs only where "${unmet}" holds, and nothing in this journey gives it.`
    report(NEED_UNMET, at, message, 'Run an action that gives it before.')
  }
}
