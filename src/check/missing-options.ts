import { operandsOf } from '../journey/condition-operands.ts'
import type { Entry, Step } from '../journey/journey.ts'
import { readsOwn } from './paths/build-graph.ts'
import { nodeOf, type Site } from './paths/graph.ts'
import { pathsOf } from './paths/paths.ts'
import { NONE } from './paths/sets.ts'
import { NOT_ASKED } from './paths/variables.ts'
import { listsChosenFrom } from './paths/wanted.ts'
import type { Check, Subject } from './subject.ts'

const NEVER = { code: 'FP0824', severity: 'error' } as const
const NOT_ALWAYS = { code: 'FP0825', severity: 'warning' } as const

/**
 * A question whose options are the items of a list that is asked on no path that leads there, or not on all; and a repeat
 * with one item for each of such a list.
 */
export const checkOptionsAsked: Check = (subject) => {
  for (const step of subject.journey.steps) {
    for (const entry of step.entries) if (entry.is === 'field') checkEntry(entry, step, subject)
    checkPaired(step, subject)
  }
}

function checkPaired(step: Step, subject: Subject): void {
  const { repeat, repeatFor, repeatFirst } = step
  if (repeatFor === undefined || repeatFirst !== step.id) return
  const { journey, marks, report } = subject
  const paths = pathsOf(subject)
  const { sets } = paths.formulas
  const earlier = paths.formulas.of({ from: 'answer', path: [repeatFor] }, step)
  const at = marks.get(step, 'repeat') ?? marks.nameOf(step)
  const states = paths.at({ node: nodeOf({ step, part: 'step' }, journey), ops: [] })
  if (!earlier || !at || states === NONE) return
  if (sets.minus(states, sets.where(earlier.index, [NOT_ASKED])) !== NONE) return
  const message = `"${repeat}" has no items: "${repeatFor}", of which it has one for each, is asked on no path that leads here.`
  report(NEVER, at, message, `Ask for "${repeatFor}" on a step before this one.`)
}

type FieldEntry = Extract<Entry, { is: 'field' }>

function checkEntry(entry: FieldEntry, step: Step, subject: Subject): void {
  const paths = pathsOf(subject)
  const { sets } = paths.formulas
  const [list] = listsChosenFrom({ entries: [entry], repeat: step.repeat })
  const variable = list && paths.formulas.of(list, step)
  const site = siteOf(entry, step, subject)
  const at = subject.marks.get(entry) ?? subject.marks.nameOf(step)
  if (!list || !variable || !site || !at) return
  const states = paths.at(site)
  const unasked = sets.and(states, sets.where(variable.index, [NOT_ASKED]))
  if (unasked === NONE) return
  const { name } = entry.field
  const [of = ''] = list.path
  if (sets.minus(states, unasked) === NONE) {
    const message = `"${name}" has no options: "${of}", which they come from, is asked on no path that leads here.`
    subject.report(NEVER, at, message, `Ask for "${of}" on a step before this one.`)
    return
  }
  const way = entry.field.required && !isCounted(entry, step) && paths.wayTo(site, unasked, step)
  if (!way) return
  const message = `"${name}" has no options where "${of}" was not asked, and is left out then: ${way.witness.words}.`
  const help = `Ask for "${of}" on every path that leads here, or add to "when" what says that it was asked.`
  subject.report(NOT_ALWAYS, at, message, help, way.witness)
}

/** Where the question is asked. */
function siteOf({ when }: FieldEntry, step: Step, subject: Subject): Site | undefined {
  const { graph, formulas } = pathsOf(subject)
  const page = when && readsOwn(when, step) ? graph.done.get(step) : graph.shown.get(step)
  const states = when && formulas.holding(when, step)
  if (!page || states === undefined) return page
  return { node: page.node, ops: [...page.ops, { is: 'keep', states }] }
}

/** A number that is made of answers decides whether it is asked: that may count the items. */
function isCounted(entry: FieldEntry, step: Step): boolean {
  const conditions = [step.when, entry.when].filter((one) => one !== undefined)
  return conditions.flatMap(operandsOf).some(({ from }) => from === 'value')
}
