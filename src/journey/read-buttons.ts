import { engineWordsOf } from '../fields/engine-words.ts'
import { PROBLEMS } from './codes.ts'
import type { StepContext } from './flow-context.ts'
import type { Button, Step } from './journey.ts'
import { helpWith } from './nearest.ts'
import { readRun } from './read-calls.ts'
import { readCondition } from './read-condition.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readNext } from './read-next.ts'
import { checkId, readBoolean, readName, readTime, readWord } from './read-scalar.ts'
import { readWith } from './read-with.ts'
import { readPlainWords } from './read-words.ts'
import type { Node } from './tree.ts'

export const BUTTON_SHAPE = {
  what: 'a button',
  keys: [
    'id',
    'label',
    'style',
    'when',
    'validate',
    'run',
    'with',
    'on',
    'next',
    'journey',
    'poll',
  ],
  required: ['id', 'label'],
} as const

/** `buttons`; left out: one "Continue", but on the steps that end a journey. */
export function readButtons(
  node: Node | undefined,
  kind: Step['kind'],
  context: StepContext,
): readonly Button[] {
  const { report } = context.reading
  if (!node) return kind === 'confirmation' || kind === 'exit' ? [] : [defaultButton(context)]
  const nodes = readList(node, '"buttons"', report)
  const ids = new Set<string>()
  return nodes.flatMap((item) => {
    const map = readMap(item, BUTTON_SHAPE, report)
    if (!map) return []
    const button = readButton(map, context)
    const id = map.get('id')
    if (id && ids.has(button.id))
      report(
        PROBLEMS.doubledId,
        id,
        `Two buttons of this step are called "${button.id}".`,
        'Give one another id.',
      )
    ids.add(button.id)
    context.reading.marks.set(button, item, id)
    return [button]
  })
}

function defaultButton({ reading }: StepContext): Button {
  const parts = [engineWordsOf(reading.language).goOn]
  const label = { format: 'text', parts } as const
  return { id: 'continue', label, style: 'primary', validate: true, run: [], with: {} }
}

function readButton(map: MapReader, context: StepContext): Button {
  const { report } = context.reading
  const id = readId(map.get('id'), context)
  const label = readPlainWords(map.get('label'), 'the label', context.words)
  const when = map.get('when')
  const next = map.get('next')
  const journey = readJourney(map.get('journey'), context)
  const poll = readTime(map.get('poll'), '"poll"', report)
  reportIdleWith(map, context)
  return {
    id,
    label: label ?? { format: 'text', parts: [id] },
    style: readWord(map.get('style'), BUTTON_STYLES, '"style"', report) ?? 'primary',
    ...(when && { when: readCondition(when, context.condition) }),
    validate: readBoolean(map.get('validate'), '"validate"', report) ?? true,
    run: readRun(map, context, map.has('journey')),
    ...(next && { next: readNext(next, context) }),
    ...(journey !== undefined && { journey }),
    with: map.has('journey') ? handOver(map, journey, context) : {},
    ...(poll !== undefined && { poll }),
  }
}

export const BUTTON_STYLES = ['primary', 'secondary', 'link'] as const

function readId(node: Node | undefined, { reading }: StepContext): string {
  const id = readName(node, 'the id of a button', reading.report)
  if (id !== undefined && node) checkId(id, 'a button', node, reading.report)
  return id ?? '?'
}

function reportIdleWith(map: MapReader, { reading }: StepContext): void {
  if (!map.has('with') || map.has('run') || map.has('journey')) return
  // "on" lacks the same action, and is told of.
  if (map.has('on')) return
  const message = '"with" stands here without an action or a journey.'
  reading.report(PROBLEMS.keysExclude, map.keyAt('with'), message, 'Add "run" or "journey".')
}

/** What a journey is handed: only what it `takes`. */
export function handOver(
  map: MapReader,
  journey: string | undefined,
  context: StepContext,
): Button['with'] {
  const { report, journeys } = context.reading
  const node = map.get('with')
  const takes = journey === undefined ? undefined : journeys.get(journey)?.takes
  for (const { key, keyAt } of node?.is === 'map' && takes ? node.pairs : [])
    if (!takes?.includes(key))
      report(
        PROBLEMS.unknownSource,
        keyAt,
        `The journey "${journey}" does not take "${key}".`,
        helpWith(key, takes ?? [], 'names that it takes'),
      )
  // A secret never leaves the step: none may be handed over.
  return readWith(node, { ...context, secrets: new Set() })
}

/** A journey's id; reported where there is none. */
export function readJourney(node: Node | undefined, context: StepContext): string | undefined {
  const { report, journeys, id } = context.reading
  const name = readName(node, 'a journey', report)
  if (!node || name === undefined) return undefined
  if (!journeys.has(name)) {
    const others = [...journeys.keys()].filter((one) => one !== id)
    report(
      PROBLEMS.unknownJourney,
      node,
      `There is no journey "${name}".`,
      helpWith(name, others, 'journeys'),
    )
  }
  return name
}
