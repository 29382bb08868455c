import type { Json } from '../fields/field.ts'
import type { ActionContract } from '../journey/contract.ts'
import type { Journey } from '../journey/journey.ts'
import type { Problem, Witness, WitnessPage } from '../journey/problem.ts'
import type { Scenario, Sight } from '../journey/scenario.ts'

/** The scenario that walks the way of a problem, named after it; undefined: it is met on every way. */
export function scenarioOf(
  { code, message, witness }: Problem,
  journey: Journey,
  contracts: ReadonlyMap<string, ActionContract>,
): Scenario | undefined {
  if (!witness) return undefined
  const held = Object.entries(witness.facts).flatMap(([fact, holds]) => (holds ? [[fact, {}]] : []))
  return {
    name: `${code} at ${witness.at}: ${message}`,
    account: {},
    given: {},
    facts: Object.fromEntries(held),
    answers: answersOf(witness, journey),
    actions: {},
    sees: [...witness.pages.map((page) => sightOf(page, contracts)), plainSight(witness.at)],
  }
}

/** The same without the page where the problem is met: it keeps people from coming there. */
export function upToProblem(scenario: Scenario): Scenario {
  return { ...scenario, sees: scenario.sees.slice(0, -1) }
}

function plainSight(place: string): Sight {
  return { place, acts: false, answers: {}, actions: {} }
}

/** What is not said is as usual: the first button, the first outcome. */
function sightOf(page: WitnessPage, contracts: ReadonlyMap<string, ActionContract>): Sight {
  const { place, press, go, action, outcome } = page
  const isUsual = action === undefined || contracts.get(action)?.outcomes[0] === outcome
  const actions = isUsual || outcome === undefined ? {} : { [action]: { outcome, carries: {} } }
  return {
    place,
    acts: press !== undefined || go !== undefined || !isUsual,
    answers: {},
    actions,
    ...(press !== undefined && { press }),
    ...(go !== undefined && { go }),
  }
}

/** Answers by field: parts and items where they belong. What could not be made up is left to the sample. */
function answersOf({ answers, empty }: Witness, journey: Journey): Scenario['answers'] {
  const said: Record<string, Json> = {}
  for (const [name, value] of Object.entries(answers)) {
    if (value === null && !empty.includes(name)) continue
    const array = [...journey.fields.values()].find(
      (field) => field.kind === 'repeat' && field.parts.some((part) => part.name === name),
    )
    const [head = '', ...rest] = name.split('.')
    if (journey.fields.has(name)) said[name] = value
    else if (array) said[array.name] = [{ ...firstItem(said[array.name]), [name]: value }]
    else if (journey.fields.has(head) && rest.length === 1)
      said[head] = { ...objectOf(said[head]), [rest[0] ?? '']: value }
  }
  return said
}

function firstItem(items: Json | undefined): Readonly<Record<string, Json>> {
  return objectOf(Array.isArray(items) ? items[0] : undefined)
}

function objectOf(json: Json | undefined): Readonly<Record<string, Json>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as Readonly<Record<string, Json>>)
    : {}
}
