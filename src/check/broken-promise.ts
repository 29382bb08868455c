import { type Check, callsOf, type Subject } from './subject.ts'

const NOT_GIVEN = { code: 'FP0723', severity: 'error' } as const

/** `gives` promises callers a fact of the session or the account: an action of the journey must give it. */
export const checkPromises: Check = (subject) => {
  const { journey, marks, report } = subject
  const given = sessionFacts(subject)
  const node = marks.get(journey.gives)
  for (const [index, fact] of journey.gives.entries()) {
    const at = node?.is === 'list' ? node.items[index] : node
    // A name that there is not is empty here.
    if (!at || !given || fact === '' || given.has(fact)) continue
    const help = 'Run such an action, or take it out of "gives".'
    report(
      NOT_GIVEN,
      at,
      `No action of this journey gives "${fact}" to the session or the account.`,
      help,
    )
  }
}

function sessionFacts({ journey, contracts }: Subject): ReadonlySet<string> | undefined {
  const found = callsOf(journey).map(({ call }) => contracts.get(call.action))
  if (found.includes(undefined)) return undefined
  const gives = found.flatMap((contract) => contract?.gives ?? [])
  const lasting = gives.filter(({ scope }) => scope === 'session' || scope === 'account')
  return new Set(lasting.map((give) => give.fact))
}
