import { expect, it } from 'vitest'
import { scenarioInYaml } from '../../src/journey/write-scenario.ts'
import { checked, formsWith } from '../check/sound-forms.ts'

it('writes a scenario that is read as it was told', () => {
  const told = {
    name: 'A visitor: "quoted", #1',
    today: '2026-06-01',
    account: { firstName: 'Sam' },
    given: {},
    facts: { 'signed-in': { surname: 'Taylor' } },
    answers: { kind: 'visitor', age: 20, vehicles: [{ make: 'Volvo' }], note: null },
    actions: { 'submit-request': { outcome: 'submitted', carries: { reference: 'A1' } } },
    sees: [
      { place: 'start', acts: false, answers: {}, actions: {} },
      { place: 'log-in', acts: true, answers: {}, actions: {}, press: 'log-in' },
      { place: 'kind', acts: true, answers: { kind: null }, actions: {}, errors: [] },
    ],
    ends: 'done',
  }
  const files = formsWith({ 'permit/scenarios.yaml': scenarioInYaml(told) })
  const { journeys, problems } = checked(files)
  expect(problems).toEqual([])
  expect(journeys.find((one) => one.id === 'permit')?.scenarios).toEqual([told])
})
