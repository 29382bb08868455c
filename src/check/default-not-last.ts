import { type Check, nextsOf } from './subject.ts'

const NOT_LAST = { code: 'FP0805', severity: 'error' } as const

/** An entry without `when` that is not the last: those behind it are never looked at. */
export const checkDefaults: Check = ({ journey, marks, report }) => {
  for (const step of journey.steps)
    for (const next of nextsOf(step)) {
      const index = next.findIndex((entry) => !entry.when)
      const entry = next[index]
      const at = entry && marks.get(entry)
      if (!at || index === next.length - 1) continue
      report(
        NOT_LAST,
        at,
        'This entry has no "when", so that those behind it are never looked at.',
        'Put it last, or give it a "when".',
      )
    }
}
