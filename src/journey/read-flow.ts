import { PROBLEMS } from './codes.ts'
import type { Computed } from './condition.ts'
import { type FlowContext, type StepContext, stepContext } from './flow-context.ts'
import { type Check, type DraftRule, type InvitationRule, OFFERED, type Step } from './journey.ts'
import { createNamedConditions, withAllParts } from './named-conditions.ts'
import type { Names } from './names.ts'
import { helpWith } from './nearest.ts'
import { readChecks } from './read-checks.ts'
import { readDraft, readInvitation } from './read-draft.ts'
import { type MapReader, pairMeant, readList, readMap } from './read-map.ts'
import { readFact } from './read-requires.ts'
import { plain, readSaidOfLists, type Said, valuesOf } from './read-said.ts'
import { checkId, readName, readText, readWord } from './read-scalar.ts'
import { readSteps } from './read-steps.ts'
import { readTakes, type Takes } from './read-takes.ts'
import { readValues } from './read-values.ts'
import { readStillWords } from './read-words.ts'
import type { Reading } from './reading.ts'
import { wrongPath } from './site-paths.ts'
import { outlineTasks } from './task-outline.ts'
import { type MapNode, type Node, pairOf } from './tree.ts'

export const FLOW_SHAPE = {
  what: 'a flow',
  keys: [
    'title',
    'start',
    'conditions',
    'steps',
    'sections',
    'words',
    'values',
    'checks',
    'gives',
    'takes',
    'home',
    'offered',
    'draft',
    'invitation',
    'site',
  ],
  required: ['title', 'steps'],
} as const

/** What flow.yaml says. */
export interface Flow {
  readonly title: string
  readonly start: string
  readonly steps: readonly Step[]
  readonly sections: Readonly<Record<string, string>>
  readonly said: Said
  readonly values: Readonly<Record<string, Computed>>
  readonly checks: readonly Check[]
  readonly gives: readonly string[]
  readonly takes: Takes
  readonly home: string
  readonly offered: (typeof OFFERED)[number]
  readonly draft: DraftRule
  readonly invitation?: InvitationRule
  readonly context: FlowContext
}

/** The tree of flow.yaml → what it says. `names` are those of the journey; problems are reported. */
export function readFlow(tree: Node, names: Names, reading: Reading): Flow | undefined {
  const map = readMap(tree, FLOW_SHAPE, reading.report)
  if (!map) return undefined
  const sections = readSections(map.get('sections'), reading)
  const steps = map.get('steps')
  const context: FlowContext = {
    reading,
    names,
    conditions: createNamedConditions(map.get('conditions'), withAllParts(names), reading),
    blocks: blocksOf(map.get('words'), reading),
    stepIds: new Set(steps?.is === 'map' ? steps.pairs.map((pair) => pair.key) : []),
    sections: new Set(Object.keys(sections)),
    outline: outlineTasks(steps),
  }
  const read = readSteps(steps, context)
  const top = stepContext(context, names, names.fields)
  context.conditions.readRest()
  const invitation = readInvitation(map.get('invitation'), top)
  const takes = readTakes(map.get('takes'), reading)
  return {
    title:
      readStillWords(map.get('title'), 'the title of the journey', reading.report) ?? reading.id,
    start: readStart(map, read, top),
    steps: read,
    sections,
    said: new Map([
      ...plain(valuesOf(map.get('sections')), top.words),
      ...readSaidOfLists(names.fields.values(), top.words, reading.marks),
    ]),
    values: readValues(map.get('values'), context),
    checks: readChecks(map.get('checks'), top),
    gives: readGives(map.get('gives'), top),
    takes,
    home: readHome(map.get('home'), reading),
    offered:
      readWord(map.get('offered'), OFFERED, '"offered"', reading.report) ??
      (Object.keys(takes).length > 0 ? 'nowhere' : 'home'),
    draft: readDraft(map.get('draft'), read, top),
    ...(invitation && { invitation }),
    context,
  }
}

function readStart(
  map: MapReader,
  steps: readonly Step[],
  { reading, stepIds }: StepContext,
): string {
  const node = map.get('start')
  const first = steps[0]?.id ?? ''
  const name = readName(node, '"start"', reading.report)
  if (!node || name === undefined || stepIds.has(name)) return name ?? first
  reading.report(
    PROBLEMS.unknownStep,
    node,
    `There is no step "${name}".`,
    helpWith(name, stepIds, 'steps'),
  )
  return first
}

function readSections(
  node: Node | undefined,
  { report }: Reading,
): Readonly<Record<string, string>> {
  const map = mapOf(node, '"sections"', report)
  const entries = (map?.pairs ?? []).map(({ key, keyAt, value }) => {
    checkId(key, 'a section', keyAt, report)
    return [key, readText(value, 'the title of a section', report) ?? key] as const
  })
  return Object.fromEntries(entries)
}

function blocksOf(node: Node | undefined, { report }: Reading): ReadonlyMap<string, Node> {
  const map = mapOf(node, '"words"', report)
  return new Map((map?.pairs ?? []).map((pair) => [pair.key, pair.value]))
}

function mapOf(
  node: Node | undefined,
  what: string,
  report: Reading['report'],
): MapNode | undefined {
  if (node?.is === 'map') return node
  if (node) report(PROBLEMS.wrongType, node, `A map was expected for ${what}.`)
  return undefined
}

function readGives(node: Node | undefined, context: StepContext): readonly string[] {
  const { report, marks } = context.reading
  const gives = readList(node, '"gives"', report).map((item) => readFact(item, context) ?? '')
  if (node) marks.set(gives, node)
  return gives
}

function readHome(node: Node | undefined, { report, paths }: Reading): string {
  const home = readText(node, '"home"', report)
  const wrong = home === undefined ? undefined : wrongPath(home, paths)
  if (node && wrong) report(wrong.kind, node, wrong.message, wrong.help)
  if (!node || home === undefined || /^\/(?![/\\])[\w\-./~%?=&#]*$/u.test(home)) return home ?? '/'
  report(
    PROBLEMS.wrongValue,
    node,
    `"${home}" is not a path of this service.`,
    'It begins with "/", like "/login".',
  )
  return '/'
}

/** The fields that a message or the admin may name, before the flow is read: `invitation` and `takes`. */
export function keysGiven(tree: Node | undefined): {
  readonly invitation: readonly string[]
  readonly given: readonly string[]
} {
  const carries = pairOf(pairMeant(tree, 'invitation', FLOW_SHAPE.keys)?.value, 'carries')?.value
  const takes = pairMeant(tree, 'takes', FLOW_SHAPE.keys)?.value
  return {
    invitation:
      carries?.is === 'list'
        ? carries.items.flatMap((item) => (item.is === 'scalar' ? [String(item.value)] : []))
        : [],
    given: takes?.is === 'map' ? takes.pairs.map((pair) => pair.key) : [],
  }
}
