import type { Chart } from '../map/chart.ts'
import { chartOf } from '../map/chart-of.ts'
import type { CheckedForms } from './load-forms.ts'
import { coverageOf } from './test-journey.ts'

/** The chart of a journey, its problems and what its scenarios go through painted on it. Undefined: its flow cannot be read. */
export async function mapJourney(
  id: string,
  checked: CheckedForms,
  { now, isMeasured = true }: { readonly now: number; readonly isMeasured?: boolean },
): Promise<Chart | undefined> {
  const loaded = checked.forms.journeys.find((one) => one.id === id)
  if (!loaded) return undefined
  const coverage = isMeasured ? await coverageOf(loaded, checked, now) : undefined
  return chartOf(loaded, checked.contracts(id), coverage)
}
