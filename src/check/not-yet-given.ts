import type { Operand, Words } from '../journey/condition.ts'
import type { Entry, Step } from '../journey/journey.ts'
import type { Spot } from '../journey/tree.ts'
import { readsOwn } from './paths/build-graph.ts'
import { operandsIn, wordsShown } from './paths/condition-places.ts'
import type { Site } from './paths/graph.ts'
import type { Op } from './paths/moves.ts'
import { type Paths, pathsOf } from './paths/paths.ts'
import { EVERY, NONE } from './paths/sets.ts'
import { NOT_ASKED, type Variable } from './paths/variables.ts'
import { isReference, nameOf, SENT } from './paths/wanted.ts'
import type { Check, Subject } from './subject.ts'

const NEVER_GIVEN = { code: 'FP0817', severity: 'warning' } as const
const NOT_ALWAYS_GIVEN = { code: 'FP0818', severity: 'warning' } as const

/** Words or prefills with an answer or a fact that nobody can have given when they are shown, or not everybody. */
export const checkGiven: Check = (subject) => {
  const { graph } = pathsOf(subject)
  for (const step of subject.journey.steps) {
    const site = graph.shown.get(step)
    if (!site) continue
    const places = [
      ...placesOfWords(step, site, subject),
      ...step.entries.flatMap((entry) => placesOfEntry(entry, step, site, subject)),
      ...placesOfPrefill(step, site, subject),
    ]
    for (const place of places)
      for (const operand of place.operands) checkOperand(operand, place, subject)
  }
}

function placesOfWords(step: Step, site: Site, subject: Subject): readonly Place[] {
  const { marks } = subject
  return wordsShown(step).flatMap(({ part, key, words }) => {
    const at = marks.get(part, key) ?? marks.nameOf(part)
    return at ? placesOf(words, { step, site, at }, subject) : []
  })
}

function placesOfEntry(entry: Entry, step: Step, site: Site, subject: Subject): readonly Place[] {
  if (entry.when && readsOwn(entry.when, step)) return []
  const holding = entry.when && pathsOf(subject).formulas.holding(entry.when, step)
  const ops: readonly Op[] = holding === undefined ? [] : [{ is: 'keep', states: holding }]
  const words: Readonly<Record<string, Words | undefined>> =
    entry.is === 'content'
      ? { content: entry.content, group: entry.group }
      : { title: entry.title, description: entry.description, group: entry.group }
  return Object.entries(words).flatMap(([key, one]) => {
    const at = subject.marks.get(entry, key) ?? subject.marks.get(entry)
    const here = { ...site, ops: [...site.ops, ...ops] }
    return one && at ? placesOf(one, { step, site: here, at }, subject) : []
  })
}

/** Of words with choices: each choice where it is made. */
function placesOf(
  words: Words,
  place: Omit<Place, 'operands'>,
  subject: Subject,
): readonly Place[] {
  const { step, site } = place
  if (!words.choices) return [{ ...place, operands: operandsIn(words) }]
  let ops = site.ops
  return words.choices.flatMap(({ when, words: chosen }) => {
    const { holding, sets } = pathsOf(subject).formulas
    const states = when ? holding(when, step) : EVERY
    const here = { ...site, ops: [...ops, { is: 'keep', states } as const] }
    ops = [...ops, { is: 'keep', states: sets.not(states) }]
    return placesOf(chosen, { ...place, site: here }, subject)
  })
}

function placesOfPrefill(step: Step, site: Site, { marks }: Subject): readonly Place[] {
  const node = marks.get(step, 'prefill')
  return Object.entries(step.prefill).flatMap(([name, operand]) => {
    const pair = node?.is === 'map' ? node.pairs.find(({ key }) => key === name) : undefined
    return pair ? [{ step, site, at: pair.value, operands: [operand] }] : []
  })
}

interface Place {
  readonly step: Step
  readonly site: Site
  readonly at: Spot
  readonly operands: readonly Operand[]
}

function checkOperand(operand: Operand, { step, site, at }: Place, subject: Subject): void {
  const paths = pathsOf(subject)
  const { sets } = paths.formulas
  const variable = variableIn(operand, step, paths)
  const states = paths.at(site)
  const missing = variable ? sets.and(states, sets.where(variable.index, [NOT_ASKED])) : NONE
  if (missing === NONE) return
  const name = isReference(operand) ? 'reference' : nameOf(operand)
  if (sets.minus(states, missing) === NONE) {
    const help = isReference(operand)
      ? 'It is there once "submit-request" has run: take it out of the words.'
      : 'Ask for it on a step before it, or take it out of the words.'
    subject.report(NEVER_GIVEN, at, `"${name}" is never given yet when this is shown.`, help)
    return
  }
  const way = paths.wayTo(site, missing, step)
  const help = 'Put it where it is always given, or let the words do without it.'
  const message = `Some people who see this have not given "${name}": nothing stands in its place for them.`
  if (way) subject.report(NOT_ALWAYS_GIVEN, at, message, help, way.witness)
}

/** Of a source, the fact that carries it; of an answer that is no secret, its own. */
function variableIn(operand: Operand, step: Step, { formulas }: Paths): Variable | undefined {
  if (operand.from === 'fact') return formulas.variable(`fact:${operand.fact}`)
  // A confirmation before anything is sent is told of for itself.
  if (isReference(operand))
    return step.kind === 'confirmation' ? undefined : formulas.variable(SENT)
  const variable = formulas.of(operand, step)
  return variable?.is === 'answer' && !variable.field?.secret ? variable : undefined
}
