import type { Field } from '../fields/field.ts'
import type { Gives } from './contract.ts'
import type { Site } from './journey.ts'
import type { Names } from './names.ts'
import { nearestOf } from './nearest.ts'
import { askedNames } from './read-entries.ts'
import { FLOW_SHAPE, keysGiven } from './read-flow.ts'
import { pairMeant } from './read-map.ts'
import type { Schema } from './read-schema.ts'
import { valueFields } from './read-values.ts'
import type { ContractTable, JourneyHead, Reading } from './reading.ts'
import { STEP_SHAPE } from './step-shape.ts'
import { jsonOf, type Node, pairOf } from './tree.ts'

/** The names that are good in the whole of a journey. */
export function namesOf(
  { fields, unreadable }: Schema,
  site: Site,
  flow: Node | undefined,
  reading: Reading,
): Names {
  const keys = keysGiven(flow)
  const facts = new Map(reading.facts)
  if (pairMeant(flow, 'invitation', FLOW_SHAPE.keys)) facts.set('invited', new Set(keys.invitation))
  return {
    fields,
    facts,
    account: reading.account,
    invitation: new Set(keys.invitation),
    given: new Set(keys.given),
    values: valueFields(pairMeant(flow, 'values', FLOW_SHAPE.keys)?.value),
    config: new Set([...Object.keys(site.config), ...Object.keys(reading.environment)]),
    unasked: unaskedIn(fields, flow),
    unreadable,
    engine: new Set(['reference', 'today']),
  }
}

/** Facts that a journey can know of: its own actions', and those that last beyond the journey that earns them. */
export function factsFor(
  own: ContractTable,
  all: readonly ContractTable[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const lasting = all.flatMap(givesIn).filter((give) => LASTING.includes(give.scope))
  const facts = new Map<string, Set<string>>()
  for (const { fact, carries } of [...givesIn(own), ...lasting])
    facts.set(fact, new Set([...(facts.get(fact) ?? []), ...(carries ?? [])]))
  return facts
}

const LASTING: readonly Gives['scope'][] = ['session', 'account']

function givesIn(table: ContractTable): readonly Gives[] {
  return [...table.values()].flatMap((contract) => contract.gives ?? [])
}

/** Keys of `account.<key>`: what the fact of signing in carries of the account. */
export function accountKeys(all: readonly ContractTable[]): ReadonlySet<string> {
  const gives = all.flatMap(givesIn).filter((give) => give.scope === 'session')
  const carried = gives.flatMap((give) => give.carries ?? [])
  return new Set(carried.filter((key) => key !== 'account'))
}

/** What other journeys may know of a journey, from its flow as far as it can be read. */
export function readHead(id: string, flow: Node | undefined): JourneyHead {
  if (!flow) return { id, gives: [] }
  const gives = pairMeant(flow, 'gives', FLOW_SHAPE.keys)?.value
  const names =
    gives?.is === 'list'
      ? gives.items.flatMap((item) => (item.is === 'scalar' ? [String(item.value)] : []))
      : []
  return { id, gives: names, takes: keysGiven(flow).given }
}

/** Fields that no step of a flow names; none where its steps cannot be told. What is misspelt counts as what was meant. */
function unaskedIn(
  fields: ReadonlyMap<string, Field>,
  flow: Node | undefined,
): ReadonlySet<string> {
  const steps = pairMeant(flow, 'steps', FLOW_SHAPE.keys)?.value
  if (steps?.is !== 'map') return new Set()
  const meant = steps.pairs.flatMap(({ value }) => {
    const { whole, items } = namesIn(value)
    // In a repeat they are parts of an item first.
    const known = whole.length > 0 ? items.filter((name) => fields.has(name)) : items
    return [...whole, ...known].map((name) =>
      fields.has(name) ? name : nearestOf(name, fields.keys()),
    )
  })
  if (meant.includes(undefined)) return new Set()
  return new Set([...fields.keys()].filter((name) => !meant.includes(name)))
}

/** What a step asks for, and the list that it repeats, also under a key that is misspelt. */
function namesIn(step: Node): {
  readonly whole: readonly string[]
  readonly items: readonly string[]
} {
  if (step.is !== 'map') return { whole: [], items: [] }
  const meant = (key: string) =>
    step.pairs.filter(
      (pair) =>
        pair.key === key || (!isStepKey(pair.key) && nearestOf(pair.key, STEP_SHAPE.keys) === key),
    )
  return {
    items: meant('fields').flatMap(({ value }) =>
      askedNames(value.is === 'list' ? value.items : [value]),
    ),
    whole: meant('repeat').map(({ value }) =>
      String(jsonOf(pairOf(value, 'array')?.value ?? value)),
    ),
  }
}

function isStepKey(key: string): boolean {
  return (STEP_SHAPE.keys as readonly string[]).includes(key)
}
