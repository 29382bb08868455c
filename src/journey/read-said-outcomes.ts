import type { JsonObject } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { ActionContract } from './contract.ts'
import type { Journey } from './journey.ts'
import { helpWith } from './nearest.ts'
import { readMap } from './read-map.ts'
import { readName } from './read-scalar.ts'
import type { Reading } from './reading.ts'
import type { SaidOutcome } from './scenario.ts'
import { jsonOf, type Node, type Pair } from './tree.ts'

export type SaidOutcomes = Readonly<Record<string, SaidOutcome>>

/** `{ send-code: sent, check-password: { right: { phoneType: mobile } } }`: how actions end, and what their facts carry. */
export function readSaidActions(
  node: Node | undefined,
  { journey, reading }: { readonly journey: Journey; readonly reading: Reading },
): SaidOutcomes {
  if (!node) return {}
  if (node.is !== 'map') {
    const help = 'Write { send-code: sent }.'
    reading.report(PROBLEMS.wrongType, node, 'A map of actions was expected here.', help)
    return {}
  }
  const names = namesRun(journey)
  return Object.fromEntries(
    node.pairs.flatMap((pair) => {
      const contract = names.has(pair.key) ? reading.contracts.get(pair.key) : undefined
      if (!contract) {
        const words = `This journey runs no action "${pair.key}".`
        reading.report(
          PROBLEMS.unknownAction,
          pair.keyAt,
          words,
          helpWith(pair.key, names, 'actions'),
        )
        return []
      }
      const said = readOutcome(pair, contract, reading)
      return said ? [[pair.key, said]] : []
    }),
  )
}

function namesRun({ steps }: Journey): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) =>
      [...step.enter, ...step.buttons.flatMap((button) => button.run)].map((call) => call.action),
    ),
  )
}

function readOutcome(
  { value }: Pair,
  contract: ActionContract,
  { report }: Reading,
): SaidOutcome | undefined {
  const [only, ...more] = value.is === 'map' ? value.pairs : []
  const name = only ? only.key : readName(value, 'an outcome', report)
  if (name === undefined) return undefined
  if (more[0])
    report(PROBLEMS.wrongValue, more[0].keyAt, 'An action ends in one way.', 'Keep one outcome.')
  if (!contract.outcomes.includes(name)) {
    const words = `The action "${contract.name}" has no outcome "${name}".`
    const help = helpWith(name, contract.outcomes, 'outcomes')
    report(PROBLEMS.unknownOutcome, only?.keyAt ?? value, words, help)
    return undefined
  }
  return { outcome: name, carries: only ? carried(only, contract, report) : {} }
}

function carried(
  { key, value }: Pair,
  contract: ActionContract,
  report: Reading['report'],
): JsonObject {
  const gives = contract.gives?.filter((give) => give.on === key) ?? []
  const keys = [...new Set(gives.flatMap((give) => give.carries ?? []))]
  const map = readMap(value, { what: `what "${contract.name}" gives at "${key}"`, keys }, report)
  return Object.fromEntries(
    keys.flatMap((one) => {
      const node = map?.get(one)
      return node ? [[one, jsonOf(node)]] : []
    }),
  )
}
