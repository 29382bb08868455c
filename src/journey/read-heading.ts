import { engineWordsOf } from '../fields/engine-words.ts'
import { PROBLEMS } from './codes.ts'
import type { Words } from './condition.ts'
import type { StepContext } from './flow-context.ts'
import type { Entry, StepKind } from './journey.ts'
import type { MapReader } from './read-map.ts'
import type { Repeat } from './read-repeat.ts'
import { readPlainWords } from './read-words.ts'
import type { Spot } from './tree.ts'

export interface Headed {
  readonly at: Spot
  readonly kind: StepKind
  readonly entries: readonly Entry[]
  readonly repeat: Repeat | undefined
}

/**
 * The title of a step; none where its only field's own title is the heading (FORMAT.md, A step). A page that has neither
 * is reported (WCAG 2.4.2).
 */
export function readHeading(
  map: MapReader,
  step: Headed,
  context: StepContext,
): { readonly title?: Words } {
  const title = readPlainWords(map.get('title'), 'the title', context.words)
  const label = step.kind === 'question' ? onlyLabel(step.entries) : undefined
  if (label && (!title || sameWords(title, label))) return {}
  if (title) return { title }
  // Words that could not be read are reported already.
  if (map.has('title')) return {}
  return defaultTitle(map, step, context)
}

function onlyLabel(entries: readonly Entry[]): Words | undefined {
  const [only, ...more] = entries.filter((entry) => entry.is === 'field')
  return only && more.length === 0 ? (only.title ?? plain(only.field.title)) : undefined
}

function defaultTitle(
  map: MapReader,
  { at, kind, entries, repeat }: Headed,
  context: StepContext,
): { readonly title?: Words } {
  if (kind === 'check-answers')
    return { title: plain(engineWordsOf(context.reading.language).checkAnswers) }
  if (repeat?.implied) return { title: itemTitle(repeat) }
  // Fields that could not be read may be the heading.
  const isUnknown = entries.length === 0 && map.has('fields')
  if (!isUnknown)
    context.reading.report(
      PROBLEMS.missingKey,
      at,
      'This step has no title.',
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
  return JSON.stringify([one.parts, one.choices]) === JSON.stringify([other.parts, other.choices])
}
