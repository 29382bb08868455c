import { actions } from '../../src/actions/registry.ts'
import { checkForms } from '../../src/check/check-forms.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import { LARGE_JOURNEYS } from '../check/large-journeys.ts'
import { limitRow, median } from './table.ts'

const TIMES = 3

/** How long `check` takes for journeys of 200 steps with 60 conditions, of several shapes. */
export function checkRows(): readonly (readonly string[])[] {
  return Object.entries(LARGE_JOURNEYS).map(([name, make], at) => {
    const times = Array.from({ length: TIMES }, (_, time) => {
      const files = make(at * TIMES + time + 1)
      const start = performance.now()
      checkForms(
        loadJourneys(files, () => actions),
        () => actions,
      )
      return performance.now() - start
    })
    return limitRow(`check 200 steps: ${name}`, median(times), 'ms', 2000)
  })
}
