import { expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import { checkForms } from '../../src/check/check-forms.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import { largeJourney } from './large-journey.ts'

it('checks 200 steps with 60 conditions in seconds: the number of paths does not matter', () => {
  const loaded = loadJourneys(largeJourney(), () => actions)
  const before = process.cpuUsage()
  const { problems } = checkForms(loaded, () => actions)
  const { user } = process.cpuUsage(before)
  expect(problems.length).toBeGreaterThan(0)
  expect(user / 1e6).toBeLessThan(8)
}, 60_000)
