import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Words } from './condition.ts'
import { type FlowContext, type StepContext, stepContext } from './flow-context.ts'
import type { Entry, Step, StepKind } from './journey.ts'
import { helpWith } from './nearest.ts'
import { readButtons } from './read-buttons.ts'
import { readCalls } from './read-calls.ts'
import { readChecks } from './read-checks.ts'
import { readCondition } from './read-condition.ts'
import { askedNames, readEntries } from './read-entries.ts'
import { readLinks } from './read-links.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readNext } from './read-next.ts'
import { readPrefill } from './read-prefill.ts'
import { type Repeat, readRepeat } from './read-repeat.ts'
import { readRequires } from './read-requires.ts'
import { readBoolean, readName, readWord } from './read-scalar.ts'
import { readMarkdownWords, readPlainWords } from './read-words.ts'
import type { Pair } from './tree.ts'

const SHAPE = {
  what: 'a step',
  keys: [
    'kind',
    'title',
    'caption',
    'content',
    'after',
    'section',
    'fields',
    'when',
    'requires',
    'prefill',
    'checks',
    'next',
    'buttons',
    'links',
    'enter',
    'repeat',
    'change',
  ],
  later: ['of', 'tasks'],
}

/** What stands around a step. */
export interface Neighbours {
  /** The id of the step that follows. */
  readonly following: string | undefined
  /** The section that the step before belongs to. */
  readonly section: string | undefined
  /** The step before is of the same repeat: its first step, and the array. */
  readonly before: { readonly array: string; readonly first: string } | undefined
}

/** One step; problems are reported, and the step stands as far as it could be read. */
export function readStep(pair: Pair, neighbours: Neighbours, flow: FlowContext): Step {
  const { report, marks } = flow.reading
  const map = readMap(pair.value, SHAPE, report, pair.keyAt) ?? emptyReader(pair)
  const repeat = readRepeat(map, flow)
  const context = contextOf(map, repeat, flow)
  const isFirst = repeat !== undefined && neighbours.before?.array !== repeat.array
  const first = repeat && (isFirst ? pair.key : (neighbours.before?.first ?? pair.key))
  const nodes = readList(map.get('fields'), '"fields"', report)
  const entries = repeat?.implied ? wholeItem(context) : readEntries(nodes, context)
  const kind = readKind(map, entries, flow)
  const when = map.get('when')
  const next = map.get('next')
  const section = readSection(map, flow) ?? neighbours.section
  // The first step of a repeat is skipped with all of it: its `when` knows of no item.
  const outer = isFirst ? stepContext(flow, flow.names, context.asked) : context
  const step: Step = {
    id: pair.key,
    kind,
    ...readHeading(pair, map, kind, entries, repeat, context),
    ...words(map, 'caption', context),
    ...content(map, 'content', context),
    ...content(map, 'after', context),
    ...(section !== undefined && { section }),
    entries,
    ...(when && { when: readCondition(when, outer.condition) }),
    requires: readRequires(map.get('requires'), context),
    prefill: readPrefill(map.get('prefill'), context),
    checks: readChecks(map.get('checks'), context),
    next: next ? readNext(next, context) : nextOf(kind, neighbours),
    buttons: readButtons(map.get('buttons'), kind, context),
    links: readLinks(map.get('links'), context),
    enter: readCalls(readList(map.get('enter'), '"enter"', report, true), context),
    ...(repeat && { repeat: repeat.array, repeatFirst: first ?? pair.key }),
    change: readBoolean(map.get('change'), '"change"', report) ?? true,
  }
  reportUnfilled(step, context)
  marks.set(step, pair.value, pair.keyAt)
  return step
}

function emptyReader(pair: Pair): MapReader {
  const node = { is: 'map', pairs: [], braces: false, ...pair.keyAt } as const
  return { node, get: () => undefined, has: () => false, keyAt: () => pair.keyAt }
}

function contextOf(map: MapReader, repeat: Repeat | undefined, flow: FlowContext): StepContext {
  const names = repeat
    ? { ...flow.names, item: repeat.parts, engine: new Set([...flow.names.engine, 'item.number']) }
    : flow.names
  const fields = map.get('fields')
  const listed = askedNames(fields?.is === 'list' ? fields.items : [])
  const own = repeat ? repeat.parts : flow.names.fields
  const wanted = repeat?.implied ? [...own.keys()] : listed
  const asked = new Map<string, Field>()
  for (const name of wanted) {
    const field = own.get(name)
    if (field) asked.set(name, field)
  }
  return stepContext(flow, names, asked)
}

/** A step that asks for a repeat by its name alone asks for all parts of an item. */
function wholeItem(context: StepContext): readonly Entry[] {
  return [...context.asked.values()].map((field) => ({
    is: 'field',
    field,
    readOnly: field.readOnly,
  }))
}

function nextOf(kind: StepKind, { following }: Neighbours): Step['next'] {
  if (kind === 'confirmation' || kind === 'exit' || following === undefined) return []
  return [{ to: following }]
}

const KINDS = ['question', 'content', 'check-answers', 'confirmation', 'exit'] as const

function readKind(map: MapReader, entries: readonly Entry[], { reading }: FlowContext): StepKind {
  const node = map.get('kind')
  const asks = entries.some((entry) => entry.is === 'field')
  const inferred = asks || map.has('fields') || map.has('repeat') ? 'question' : 'content'
  if (!node) return inferred
  if (node.is === 'scalar' && node.value === 'task-list') {
    reading.report(
      PROBLEMS.notSupported,
      node,
      'The kind of step "task-list" is not supported yet.',
    )
    return inferred
  }
  const kind = readWord(node, KINDS, '"kind"', reading.report) ?? inferred
  const hasFields = map.has('fields') || map.has('repeat')
  if (kind === 'question' && !hasFields)
    reading.report(
      PROBLEMS.keysExclude,
      node,
      'A step of kind "question" asks for something.',
      'Add "fields", or write "kind: content".',
    )
  if (kind !== 'question' && kind !== 'check-answers' && hasFields) {
    const help = 'Ask for them on a step of kind "question".'
    reading.report(
      PROBLEMS.keysExclude,
      map.keyAt(map.has('fields') ? 'fields' : 'repeat'),
      `A step of kind "${kind}" asks for nothing.`,
      help,
    )
  }
  return kind
}

function readSection(map: MapReader, { reading, sections }: FlowContext): string | undefined {
  const node = map.get('section')
  const name = readName(node, 'a section', reading.report)
  if (node && name !== undefined && !sections.has(name))
    reading.report(
      PROBLEMS.unknownSection,
      node,
      `There is no section "${name}".`,
      helpWith(name, sections, 'sections'),
    )
  return name
}

/** The title; none where the only field's own title is the heading (FORMAT.md, A step). */
function readHeading(
  pair: Pair,
  map: MapReader,
  kind: StepKind,
  entries: readonly Entry[],
  repeat: Repeat | undefined,
  context: StepContext,
): { readonly title?: Words } {
  const title = readPlainWords(map.get('title'), 'the title', context.words)
  const fields = entries.filter((entry) => entry.is === 'field')
  const [only] = fields
  const label = only && fields.length === 1 ? (only.title ?? plain(only.field.title)) : undefined
  if (label && (!title || sameWords(title, label)) && kind === 'question') return {}
  if (title) return { title }
  if (map.has('title')) return {}
  if (kind === 'check-answers') return { title: plain('Check your answers') }
  if (repeat?.implied) return { title: itemTitle(repeat) }
  if (fields.length > 0 || kind !== 'question')
    context.reading.report(
      PROBLEMS.missingKey,
      pair.keyAt,
      `The step "${pair.key}" has no title.`,
      'Add "title": it is the heading of the page.',
    )
  return {}
}

function itemTitle({ name }: Repeat): Words {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)} `
  return { format: 'text', parts: [title, { from: 'engine', key: 'item.number' }] }
}

function plain(text: string): Words {
  return { format: 'text', parts: [text] }
}

function sameWords(one: Words, other: Words): boolean {
  return JSON.stringify(one.parts) === JSON.stringify(other.parts)
}

function words(map: MapReader, key: 'caption', context: StepContext): { readonly caption?: Words } {
  const found = readPlainWords(map.get(key), `the ${key}`, context.words)
  return found ? { [key]: found } : {}
}

function content(
  map: MapReader,
  key: 'content' | 'after',
  context: StepContext,
): Pick<Step, 'content' | 'after'> {
  const found = readMarkdownWords(map.get(key), `the ${key}`, context.words)
  return found ? { [key]: found } : {}
}

/** What is only shown must come from somewhere. */
function reportUnfilled(step: Step, { reading }: StepContext): void {
  for (const entry of step.entries) {
    if (entry.is !== 'field' || !entry.readOnly || Object.hasOwn(step.prefill, entry.field.name))
      continue
    const at = reading.marks.get(entry) ?? reading.marks.get(entry.field)
    const message = `"${entry.field.name}" is only shown, and this step does not say what it is filled from.`
    if (at)
      reading.report(
        PROBLEMS.readOnlyUnfilled,
        at,
        message,
        `Add "prefill: { ${entry.field.name}: <source> }".`,
      )
  }
}
