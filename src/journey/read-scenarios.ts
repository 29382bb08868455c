import type { JsonObject } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Journey } from './journey.ts'
import { helpWith } from './nearest.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readSaidAnswers } from './read-said-answers.ts'
import { readSaidActions } from './read-said-outcomes.ts'
import { readText } from './read-scalar.ts'
import { readPlace, readSights, type SaidNames } from './read-sights.ts'
import type { Reading } from './reading.ts'
import type { Scenario } from './scenario.ts'
import type { FormsFiles } from './source.ts'
import { jsonOf, type Node, writtenOf } from './tree.ts'

export const SCENARIOS_FILE = 'scenarios.yaml'

export const SCENARIO_KEYS = [
  'name',
  'today',
  'account',
  'given',
  'invitation',
  'facts',
  'answers',
  'actions',
  'sees',
  'ends',
] as const

const SHAPE = { what: 'a scenario', keys: SCENARIO_KEYS, required: ['name'] }

/** What is served: a test that is out of date takes no journey from residents. */
export function withoutScenarios(files: FormsFiles): FormsFiles {
  const texts = [...files.texts].filter(([path]) => !path.endsWith(`/${SCENARIOS_FILE}`))
  return { ...files, texts: new Map(texts) }
}

/** The author's tests of a journey that could be read. Every name in them is one of the journey's, or reported. */
export function readScenarios(journey: Journey, reading: Reading): readonly Scenario[] {
  const tree = reading.files.tree(`${journey.id}/${SCENARIOS_FILE}`)
  if (!tree) return []
  const names: SaidNames = { journey, reading }
  const seen = new Set<string>()
  return readList(tree, 'the scenarios', reading.report).flatMap((node) => {
    const map = readMap(node, SHAPE, reading.report)
    const name = map && readText(map.get('name'), 'the name of a scenario', reading.report)
    if (!map || name === undefined) return []
    if (seen.has(name)) reportTwin(map, name, reading)
    seen.add(name)
    const scenario = readScenario(name, map, names)
    reading.marks.set(scenario, node, map.get('name') ?? node)
    return [scenario]
  })
}

function reportTwin(map: MapReader, name: string, { report }: Reading): void {
  const help = 'Give each a name of its own: it says which one failed.'
  report(
    PROBLEMS.doubledId,
    map.get('name') ?? map.node,
    `Two scenarios are called "${name}".`,
    help,
  )
}

function readScenario(name: string, map: MapReader, names: SaidNames): Scenario {
  const { journey, reading } = names
  const today = readDay(map.get('today'), reading)
  const ends = map.get('ends')
  const end = ends && readPlace(ends, names)
  const sees = readSights(map.get('sees'), names)
  if (!map.has('sees') && !map.has('ends'))
    reading.report(
      PROBLEMS.missingKey,
      map.node,
      'This scenario does not say what is to be seen.',
      'Add "ends:" with the step where the person ends, or "sees:" with the steps in order.',
    )
  const keys = (key: string, valid: Iterable<string>) => readKeys(map.get(key), key, valid, reading)
  const invitation = map.has('invitation') && keys('invitation', journey.invitation?.carries ?? [])
  return {
    name,
    ...(today !== undefined && { today }),
    account: keys('account', reading.account),
    given: keys('given', Object.keys(journey.takes)),
    ...(invitation && { invitation }),
    facts: readFacts(map.get('facts'), names),
    answers: readSaidAnswers(map.get('answers'), { fields: journey.fields, reading }),
    actions: readSaidActions(map.get('actions'), names),
    sees,
    ...(end !== undefined && { ends: end }),
  }
}

function readDay(node: Node | undefined, { report }: Reading): string | undefined {
  if (!node) return undefined
  const text = writtenOf(node).replace(/^["']|["']$/gu, '')
  const day = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(day.getTime())) return text
  report(PROBLEMS.wrongValue, node, 'A day was expected for "today".', 'Write it like 2026-01-31.')
  return undefined
}

/** A map of values under keys that are known. */
function readKeys(
  node: Node | undefined,
  what: string,
  valid: Iterable<string>,
  { report }: Reading,
): JsonObject {
  const map = node && readMap(node, { what: `"${what}"`, keys: [...valid] }, report)
  return Object.fromEntries(
    [...valid].flatMap((key) => {
      const value = map?.get(key)
      return value ? [[key, jsonOf(value)]] : []
    }),
  )
}

/** `[signed-in]`, or `{ signed-in: { firstName: Sam } }`; `about` is the value that the fact is about. */
function readFacts(node: Node | undefined, names: SaidNames): Scenario['facts'] {
  if (!node) return {}
  const { report, facts } = names.reading
  const known = new Map(facts)
  if (names.journey.invitation) known.set('invited', new Set(names.journey.invitation.carries))
  const pairs =
    node.is === 'map'
      ? node.pairs.map(({ key, keyAt, value }) => ({ key, at: keyAt, value }))
      : readList(node, '"facts"', report, true).map((item) => ({
          key: String(jsonOf(item)),
          at: item,
          value: undefined,
        }))
  return Object.fromEntries(
    pairs.flatMap(({ key, at, value }): [string, JsonObject][] => {
      const carries = known.get(key)
      if (!carries) {
        const help = helpWith(key, known.keys(), 'facts')
        report(PROBLEMS.unknownFact, at, `There is no fact "${key}".`, help)
        return []
      }
      return [[key, readKeys(value, key, [...carries, 'about'], names.reading)]]
    }),
  )
}
