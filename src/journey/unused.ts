import { PROBLEMS } from './codes.ts'
import type { FlowContext } from './flow-context.ts'
import { stepContext } from './flow-context.ts'
import type { Step } from './journey.ts'
import { readMarkdownWords } from './read-words.ts'
import type { Reading } from './reading.ts'
import { type Node, type Pair, pairOf, type Spot, topOf } from './tree.ts'

/** What a journey has, to see what nothing uses. */
export interface Parts {
  readonly flow: Node
  readonly steps: readonly Step[]
  readonly context: FlowContext
  /** The messages that something sends. */
  readonly sent: ReadonlySet<string>
}

interface Idle {
  readonly at: Spot
  readonly what: string
  readonly help: string
}

/** Warns of conditions, words, sections, values and messages that nothing uses: left over, or its use was forgotten. */
export function reportUnused(parts: Parts, reading: Reading): void {
  const texts = textsOf(reading)
  const words = pairsOf(parts.flow, 'words').filter(
    ({ key }) => !texts.some(({ text }) => names(text, `$words.${key}`)),
  )
  const idle = [
    ...parts.context.conditions.unused().map(({ key, keyAt }): Idle => {
      const help = 'Name it in a "when", or take it away.'
      return { at: keyAt, what: `the condition "${key}"`, help }
    }),
    ...words.map(({ key, keyAt }): Idle => {
      const help = `Write "$words.${key}" where they belong, or take them away.`
      return { at: keyAt, what: `the words "${key}"`, help }
    }),
    ...idleSections(parts),
    ...idleValues(parts, texts),
    ...idleMessages(parts, texts, reading),
  ]
  for (const { at, what, help } of idle)
    reading.report(PROBLEMS.unused, at, `Nothing uses ${what}.`, help)
  for (const pair of words) if (pair.value.is !== 'map') readUnused(pair, parts.context)
}

function idleSections({ flow, steps }: Parts): readonly Idle[] {
  const kept = new Set(steps.map(({ section }) => section))
  return pairsOf(flow, 'sections')
    .filter(({ key }) => !kept.has(key))
    .map(({ key, keyAt }) => {
      const help = `Write "section: ${key}" on its first step, or take it away.`
      return { at: keyAt, what: `the section "${key}"`, help }
    })
}

function idleValues({ flow }: Parts, texts: readonly Text[]): readonly Idle[] {
  const help = 'Name it in a condition or in words, or take it away.'
  return pairsOf(flow, 'values')
    .filter(({ key, keyAt }) => !isNamedBesides(key, keyAt, texts))
    .map(({ key, keyAt }) => ({ at: keyAt, what: `the value "${key}"`, help }))
}

/** An action of the council's own may send one by its name, which it has itself or is given. */
function idleMessages({ sent }: Parts, texts: readonly Text[], reading: Reading): readonly Idle[] {
  const help = 'Name it in an action, a move or the draft, or take the file away.'
  const shared = reading.files.list('_shared/actions').map((path) => ({
    text: reading.files.source(`_shared/actions/${path}`)?.text ?? '',
  }))
  const hasOwn = shared.length > 0 || texts.some(({ path }) => path.startsWith('actions/'))
  const actions = hasOwn
    ? [...texts.filter(({ path }) => !path.startsWith('messages/')), ...shared]
    : []
  return ownMessages(reading)
    .filter(({ id }) => !sent.has(id) && !actions.some(({ text }) => names(text, id)))
    .map(({ id, source }) => ({ at: topOf(source), what: `the message "${id}"`, help }))
}

/** What stands in words that nothing uses is looked at too. */
function readUnused({ value }: Pair, context: FlowContext): void {
  const { words } = stepContext(context, context.names, context.names.fields)
  readMarkdownWords(value, 'these words', words)
}

function pairsOf(flow: Node, key: string): readonly Pair[] {
  const node = pairOf(flow, key)?.value
  return node?.is === 'map' ? node.pairs : []
}

interface Text {
  readonly path: string
  readonly text: string
}

/** All that is written of a journey, but its translations and tests. */
function textsOf({ id, files }: Reading): readonly Text[] {
  return files
    .list(id)
    .filter((path) => !/^(?:locales\/|scenarios\.yaml$)/u.test(path))
    .map((path) => ({ path, text: files.source(`${id}/${path}`)?.text ?? '' }))
}

/** Whether a name stands anywhere but where it is given. */
function isNamedBesides(name: string, { source, start }: Spot, texts: readonly Text[]): boolean {
  return texts.some(({ path, text }) => {
    const isHere = source.path.endsWith(`/${path}`)
    const rest = isHere ? text.slice(0, start) + text.slice(start + name.length) : text
    return names(rest, name)
  })
}

function names(text: string, name: string): boolean {
  const safe = name.replace(/[$.*+?()[\]{}|\\^/]/gu, '\\$&')
  return new RegExp(`(?<![\\w-])${safe}(?![\\w-])`, 'u').test(text)
}

function ownMessages({ id, files }: Reading) {
  return files.list(`${id}/messages`).flatMap((path) => {
    const source = files.source(`${id}/messages/${path}`)
    const isOne = path.endsWith('.md') && !path.includes('/')
    return source && isOne ? [{ id: path.slice(0, -'.md'.length), source }] : []
  })
}
