import { triedConditions } from './paths/tried.ts'
import { type Check, nextsOf } from './subject.ts'

const DEAD = { code: 'FP0816', severity: 'error' } as const

/** An entry of a list that is never taken, because those before it take all. */
export const checkBranches: Check = (subject) => {
  const { journey, marks, report } = subject
  const tried = triedConditions(subject)
  const isAlways = new Set(tried.filter((one) => !one.fails).map(({ at }) => at.start))
  for (const next of journey.steps.flatMap(nextsOf))
    for (const [index, entry] of next.entries()) {
      const at = marks.get(entry, 'when') ?? marks.get(entry)
      const one = tried.find((found) => found.at === at)
      if (!at || !one?.holds || !one.isLeftOver) continue
      // Behind an entry that always holds: that one is the mistake.
      if (
        next
          .slice(0, index)
          .some((before) =>
            isAlways.has((marks.get(before, 'when') ?? marks.get(before))?.start ?? -1),
          )
      )
        continue
      const help = 'Take it away, or let an entry before it take less.'
      report(DEAD, at, 'This entry is never taken: those before it take all who come here.', help)
    }
}
