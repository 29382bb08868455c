import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Words } from './condition.ts'
import { type FlowContext, type StepContext, stepContext } from './flow-context.ts'
import type { Entry, Step, StepKind } from './journey.ts'
import { helpWith, meantIn, meantOf } from './nearest.ts'
import { readButtons } from './read-buttons.ts'
import { readCalls } from './read-calls.ts'
import { readChecks } from './read-checks.ts'
import { readCondition } from './read-condition.ts'
import { askedNames, readEntries } from './read-entries.ts'
import { readHeading } from './read-heading.ts'
import { readLinks } from './read-links.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readNext } from './read-next.ts'
import { readPrefill } from './read-prefill.ts'
import { type Repeat, readRepeat, unknownRepeat } from './read-repeat.ts'
import { readRequires } from './read-requires.ts'
import { readBoolean, readName } from './read-scalar.ts'
import { readStepKind } from './read-step-kind.ts'
import { readOf, readTasks } from './read-tasks.ts'
import { readMarkdownWords, readPlainWords } from './read-words.ts'
import { STEP_SHAPE } from './step-shape.ts'
import type { Pair } from './tree.ts'

/** What stands around a step. */
export interface Neighbours {
  /** The section that the step before belongs to. */
  readonly section: string | undefined
  /** The step before is of a repeat: its array, and the first step of it. */
  readonly before: { readonly array: string; readonly first: string } | undefined
}

/** One step; problems are reported, and the step stands as far as it could be read. */
export function readStep(pair: Pair, neighbours: Neighbours, flow: FlowContext): Step {
  const map = readMap(pair.value, STEP_SHAPE, flow.reading.report, pair.keyAt)
  const step = map ? readStepMap(pair, map, neighbours, flow) : emptyStep(pair.key, flow)
  flow.reading.marks.set(step, pair.value, pair.keyAt)
  return step
}

function readStepMap(pair: Pair, map: MapReader, neighbours: Neighbours, flow: FlowContext): Step {
  const { report } = flow.reading
  const repeat = readRepeat(map, flow)
  const context = contextOf(map, repeat, flow)
  const kind = readStepKind(map, flow)
  const entries = entriesOf(map, repeat, context)
  const section = readSection(map, flow) ?? neighbours.section
  const next = map.get('next')
  const task = flow.outline.placeOf(pair.key)
  const step: Step = {
    id: pair.key,
    kind,
    ...readHeading(map, { at: pair.keyAt, kind, entries, repeat }, context),
    ...words(map, context),
    ...content(map, 'content', context),
    ...content(map, 'after', context),
    ...(section !== undefined && { section }),
    entries,
    ...readWhen(map, repeat, neighbours, context, flow),
    requires: readRequires(map.get('requires'), context),
    prefill: readPrefill(map.get('prefill'), context),
    checks: readChecks(map.get('checks'), context),
    next: next ? readNext(next, context) : nextOf(pair.key, kind, map.has('when'), flow),
    buttons: buttonsOf(map, pair.key, kind, context),
    links: readLinks(map.get('links'), context),
    enter: readCalls(readList(map.get('enter'), '"enter"', report, true), context),
    ...(repeat && { repeat: repeat.array, repeatFirst: firstOf(pair, repeat, neighbours) }),
    ...(repeat?.earlier && { repeatFor: repeat.earlier.name }),
    change: readBoolean(map.get('change'), '"change"', report) ?? true,
    ...readOf(map, kind, context),
    ...readTasks(map, pair.key, kind, context),
    ...(task && { task }),
  }
  return step
}

/** A list that sends by one of its tasks needs no button of its own. */
function buttonsOf(
  map: MapReader,
  id: string,
  kind: StepKind,
  context: StepContext,
): Step['buttons'] {
  const node = map.get('buttons')
  const isSending = kind === 'task-list' && !node && context.outline.isSending(id)
  return isSending ? [] : readButtons(node, kind, context)
}

/** Stands where nothing of a step could be read. */
function emptyStep(id: string, flow: FlowContext): Step {
  return {
    id,
    kind: 'content',
    entries: [],
    requires: [],
    prefill: {},
    checks: [],
    next: nextOf(id, 'content', false, flow),
    buttons: [],
    links: [],
    enter: [],
    change: true,
  }
}

/** The first step of the run of neighbours that ask for the same array. */
function firstOf(pair: Pair, repeat: Repeat, { before }: Neighbours): string {
  return before?.array === repeat.array ? before.first : pair.key
}

function contextOf(map: MapReader, repeat: Repeat | undefined, flow: FlowContext): StepContext {
  const isUnknown = !repeat && map.has('repeat')
  const names = repeat
    ? {
        ...flow.names,
        item: repeat.parts,
        ...(repeat.earlier && { earlier: partsOf(repeat.earlier) }),
        engine: new Set([...flow.names.engine, 'item.number']),
      }
    : flow.names
  const asked = askedBy(map, repeat, flow)
  return stepContext(flow, isUnknown ? unknownRepeat(flow.names) : names, asked)
}

/** The fields of a step by name; of a name that is misspelt, the one that was meant. */
function askedBy(
  map: MapReader,
  repeat: Repeat | undefined,
  flow: FlowContext,
): ReadonlyMap<string, Field> {
  const own = repeat?.parts ?? flow.names.fields
  const fields = map.get('fields')
  const listed = askedNames(fields?.is === 'list' ? fields.items : fields ? [fields] : [])
  const asked = new Map<string, Field>()
  for (const name of repeat?.implied ? own.keys() : listed) {
    const field = own.get(name) ?? meantIn(name, own)
    if (field) asked.set(field.name, field)
  }
  return asked
}

function partsOf(field: Field): ReadonlyMap<string, Field> {
  return new Map(field.parts.map((part) => [part.name, part]))
}

function entriesOf(
  map: MapReader,
  repeat: Repeat | undefined,
  context: StepContext,
): readonly Entry[] {
  if (!repeat?.implied)
    return readEntries(readList(map.get('fields'), '"fields"', context.reading.report), context)
  // A step that asks for a repeat by its name alone asks for all parts of an item.
  return [...context.asked.values()].map((field) => ({
    is: 'field',
    field,
    readOnly: field.readOnly,
  }))
}

/** `when`; that of the first step of a repeat is about all of it, and knows of no item. */
function readWhen(
  map: MapReader,
  repeat: Repeat | undefined,
  { before }: Neighbours,
  context: StepContext,
  flow: FlowContext,
): Pick<Step, 'when'> {
  const node = map.get('when')
  if (!node) return {}
  const isFirst = repeat !== undefined && before?.array !== repeat.array
  const seen = isFirst ? stepContext(flow, flow.names, context.asked) : context
  return { when: readCondition(node, seen.condition) }
}

/** What follows; behind an ending, for those whom it is not shown to. */
function nextOf(
  id: string,
  kind: StepKind,
  isConditional: boolean,
  { outline }: FlowContext,
): Step['next'] {
  const next = kind === 'task-list' ? outline.beyond(id) : outline.following(id)
  const isEnding = kind === 'confirmation' || kind === 'exit'
  return next === undefined || (isEnding && !isConditional) ? [] : [{ to: next, follows: true }]
}

function readSection(map: MapReader, { reading, sections }: FlowContext): string | undefined {
  const node = map.get('section')
  const name = readName(node, 'a section', reading.report)
  if (node && name !== undefined && !sections.has(name)) {
    const help = helpWith(name, sections, 'sections')
    reading.report(PROBLEMS.unknownSection, node, `There is no section "${name}".`, help)
    return meantOf(name, sections) ?? name
  }
  return name
}

function words(map: MapReader, context: StepContext): { readonly caption?: Words } {
  const caption = readPlainWords(map.get('caption'), 'the caption', context.words)
  return caption ? { caption } : {}
}

function content(
  map: MapReader,
  key: 'content' | 'after',
  context: StepContext,
): Pick<Step, 'content' | 'after'> {
  const found = readMarkdownWords(map.get(key), `the ${key}`, context.words)
  return found ? { [key]: found } : {}
}
