import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Journey, Step } from './journey.ts'
import { helpWith } from './nearest.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { RETURN } from './read-next.ts'
import { readSaidAnswers } from './read-said-answers.ts'
import { readSaidActions } from './read-said-outcomes.ts'
import { readBoolean, readName, readText } from './read-scalar.ts'
import type { Reading } from './reading.ts'
import type { ExpectedError, Sight } from './scenario.ts'
import type { Node, Spot } from './tree.ts'

export interface SaidNames {
  readonly journey: Journey
  readonly reading: Reading
}

export const SIGHT_KEYS = [
  'answers',
  'actions',
  'press',
  'go',
  'errors',
  'notice',
  'another',
  'remove',
] as const

/** `sees`: places in order, each by its name or with what is done there: `whose-record: { press: continue }`. */
export function readSights(node: Node | undefined, names: SaidNames): readonly Sight[] {
  return readList(node, '"sees"', names.reading.report).flatMap((item) => {
    const sight = readSight(item, names)
    if (sight) names.reading.marks.set(sight, item, item.is === 'map' ? item.pairs[0]?.keyAt : item)
    return sight ? [sight] : []
  })
}

function readSight(item: Node, names: SaidNames): Sight | undefined {
  const { report } = names.reading
  if (item.is === 'scalar') {
    const place = readPlace(item, names)
    return place === undefined ? undefined : { place, acts: false, answers: {}, actions: {} }
  }
  const [only, ...more] = item.is === 'map' ? item.pairs : []
  if (!only || more.length > 0) {
    const help = 'Write "- step", or "- step: { answers: … }".'
    report(PROBLEMS.wrongType, more[0]?.keyAt ?? item, 'One step was expected here.', help)
    return undefined
  }
  const place = checkPlace(only.key, only.keyAt, names)
  const map = readMap(
    only.value,
    { what: 'what is done on a page', keys: SIGHT_KEYS },
    report,
    only.keyAt,
  )
  if (place === undefined || !map) return undefined
  return { place, acts: true, ...readDone(map, place, names) }
}

function readDone(map: MapReader, place: string, names: SaidNames): Omit<Sight, 'place' | 'acts'> {
  const { report } = names.reading
  const step = stepAt(place, names.journey)
  const press = step && readButton(map.get('press'), step, names.reading)
  const go = map.get('go')
  const target = go && readPlace(go, names)
  const notice = readText(map.get('notice'), '"notice"', report)
  const another = readBoolean(map.get('another'), '"another"', report)
  const remove = readNumber(map.get('remove'), names.reading)
  const fields = step ? fieldsAt(step) : new Map<string, Field>()
  return {
    answers: readSaidAnswers(map.get('answers'), { fields, reading: names.reading }),
    actions: readSaidActions(map.get('actions'), names),
    ...(press !== undefined && { press }),
    ...(target !== undefined && { go: target }),
    ...(map.has('errors') && { errors: readErrors(map.get('errors'), fields, names.reading) }),
    ...(notice !== undefined && { notice }),
    ...(another !== undefined && { another }),
    ...(remove !== undefined && { remove }),
  }
}

function fieldsAt(step: Step): ReadonlyMap<string, Field> {
  return new Map(
    step.entries.flatMap((entry): [string, Field][] =>
      entry.is === 'field' ? [[entry.field.name, entry.field]] : [],
    ),
  )
}

function readButton(node: Node | undefined, step: Step, { report }: Reading): string | undefined {
  const id = readName(node, 'a button', report)
  if (!node || id === undefined || step.buttons.some((button) => button.id === id)) return id
  const ids = step.buttons.map((button) => button.id)
  const words = `The step "${step.id}" has no button "${id}".`
  report(PROBLEMS.wrongValue, node, words, helpWith(id, ids, 'buttons'))
  return undefined
}

function readNumber(node: Node | undefined, { report }: Reading): number | undefined {
  if (!node) return undefined
  const value = node.is === 'scalar' ? node.value : undefined
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  const help = 'Write 1 for the first item.'
  report(PROBLEMS.wrongType, node, '"remove" is the number of an item.', help)
  return undefined
}

/** A message, a list of messages, `{ field: message }`, or `true`: whichever there are. */
function readErrors(
  node: Node | undefined,
  fields: ReadonlyMap<string, Field>,
  { report }: Reading,
): readonly ExpectedError[] {
  if (node?.is === 'map')
    return node.pairs.flatMap(({ key, keyAt, value }): ExpectedError[] => {
      if (!fields.has(key)) {
        const help = helpWith(key, fields.keys(), 'fields')
        report(PROBLEMS.unknownField, keyAt, `This page does not ask for "${key}".`, help)
      }
      const text = readText(value, 'an error', report)
      return text === undefined ? [] : [{ field: key, text }]
    })
  if (node?.is === 'scalar' && node.value === true) return []
  return readList(node, '"errors"', report, true).flatMap((item): ExpectedError[] => {
    const text = readText(item, 'an error', report)
    return text === undefined ? [] : [{ text }]
  })
}

/** A step, `step/1`, `step/list`, `$return`, or `/<journey>`; anything else is reported. */
export function readPlace(node: Node, names: SaidNames): string | undefined {
  const name = readName(node, 'a step', names.reading.report)
  return name === undefined ? undefined : checkPlace(name, node, names)
}

function checkPlace(name: string, at: Spot, { journey, reading }: SaidNames): string | undefined {
  if (name === RETURN) return name
  if (name.startsWith('/')) {
    const id = name.slice(1)
    if (reading.journeys.has(id)) return name
    const help = helpWith(id, reading.journeys.keys(), 'journeys')
    reading.report(PROBLEMS.unknownJourney, at, `There is no journey "${id}".`, help)
    return undefined
  }
  const [id = '', rest] = name.split('/')
  const step = stepAt(name, journey)
  if (!step) {
    const help = helpWith(id, journey.stepIndex.keys(), 'steps')
    reading.report(PROBLEMS.unknownStep, at, `There is no step "${id}".`, help)
    return undefined
  }
  const needed = step.repeat ? `"${id}/1" for the first item` : `"${id}" alone`
  const isRight = step.repeat ? isItem(rest, step) : rest === undefined
  if (!isRight)
    reading.report(PROBLEMS.unknownStep, at, `There is no page "${name}".`, `Write ${needed}.`)
  return isRight ? name : undefined
}

function isItem(rest: string | undefined, step: Step): boolean {
  if (rest === 'list') return step.repeatFirst === step.id
  return rest !== undefined && /^[1-9]\d{0,3}$/u.test(rest)
}

function stepAt(place: string, journey: Journey): Step | undefined {
  return journey.steps[journey.stepIndex.get(place.split('/')[0] ?? '') ?? -1]
}
