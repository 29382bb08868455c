import type { ActionContract } from '../journey/contract.ts'
import { accountKeys, factsFor } from '../journey/journey-names.ts'
import type { LoadedForms, LoadedJourney } from '../journey/load-journeys.ts'
import { keysGiven } from '../journey/read-flow.ts'
import { createFileReader, type FormsFiles } from '../journey/source.ts'
import { type Node, pairOf } from '../journey/tree.ts'
import type { EditorNames, Named } from './names.ts'

type Contracts = (journey: string) => ReadonlyMap<string, ActionContract>

/**
 * The names of one journey, as its files have them now: a flow that is being written has errors, and its names count all the
 * same. Undefined where nothing of it can be read.
 */
export function readEditorNames(
  { id, compiled }: LoadedJourney,
  forms: LoadedForms,
  files: FormsFiles,
  contracts: Contracts,
): EditorNames | undefined {
  if (!compiled) return undefined
  const reader = createFileReader(files, () => undefined)
  const flow = reader.tree(`${id}/flow.yaml`)
  const tables = forms.journeys.map((one) => contracts(one.id))
  const keys = keysGiven(flow)
  const facts = new Map(factsFor(contracts(id), tables))
  if (pairOf(flow, 'invitation')) facts.set('invited', new Set(keys.invitation))
  const parts = [...compiled.fields.values()].flatMap((field) =>
    field.kind === 'repeat' ? field.parts : [],
  )
  const takes = forms.journeys.map((one) => {
    const tree = reader.tree(`${one.id}/flow.yaml`)
    return [one.id, tree ? keysGiven(tree).given : undefined] as const
  })
  return {
    journey: id,
    steps: titled(pairOf(flow, 'steps')?.value, 'A step'),
    conditions: titled(pairOf(flow, 'conditions')?.value, 'A condition'),
    sections: titled(pairOf(flow, 'sections')?.value, 'A section'),
    blocks: titled(pairOf(flow, 'words')?.value, 'Words'),
    values: titled(pairOf(flow, 'values')?.value, 'A number made of answers'),
    fields: compiled.fields,
    parts: new Map(parts.map((part) => [part.name, part])),
    facts,
    account: accountKeys(tables),
    invitation: new Set(keys.invitation),
    given: new Set(keys.given),
    config: new Set(Object.keys(compiled.site.config)),
    messages: messagesOf(id, files),
    journeys: new Map(takes),
    actions: contracts(id),
    statuses: new Map(
      Object.entries(compiled.admin.statuses).map(([key, one]) => [key, one.title]),
    ),
    moves: new Map(compiled.admin.moves.map((move) => [move.id, move.label])),
  }
}

/** Keys of a map, each with its title where it has one, else with its own words. */
function titled(node: Node | undefined, what: string): Named {
  const pairs = node?.is === 'map' ? node.pairs : []
  return new Map(pairs.map(({ key, value }) => [key, titleOf(value) ?? what]))
}

function titleOf(node: Node): string | undefined {
  const title = node.is === 'map' ? pairOf(node, 'title')?.value : node
  if (title?.is === 'scalar' && typeof title.value === 'string') return title.value
  return node.is === 'map' && !title
    ? node.source.text.slice(node.start, node.end).slice(0, 80)
    : undefined
}

/** Of the journey, and those that all share. */
function messagesOf(id: string, { texts }: FormsFiles): Named {
  const found = [...texts.keys()].flatMap((path) => {
    const [, folder, name] = /^([^/]+)\/messages\/([^/]+)\.md$/u.exec(path) ?? []
    if (name === undefined || (folder !== id && folder !== '_shared')) return []
    return [[name, folder === id ? 'A message' : 'A message that all share'] as const]
  })
  return new Map(found)
}
