import type { Condition } from '../../journey/condition.ts'
import { operandsOf } from '../../journey/condition-operands.ts'
import type { ActionCall, Button, Step } from '../../journey/journey.ts'
import { checksAtSending, isEnding, type Subject } from '../subject.ts'
import { askOps } from './ask-ops.ts'
import { allWords, operandsIn } from './condition-places.ts'
import type { Formulas } from './formulas.ts'
import { type Act, type Graph, nodeOf, type Site } from './graph.ts'
import { layOutRepeat } from './lay-out-repeat.ts'
import { enterTask } from './lay-out-tasks.ts'
import { type Layout, outcomeOps, setOps } from './layout.ts'
import type { Op } from './moves.ts'
import { keyBefore, ranKey } from './ran.ts'
import { addNext, addTarget } from './targets.ts'
import { isReference, listsChosenFrom, SENT } from './wanted.ts'

/** All pages, all ways between them, and all places where something is asked of what is known. */
export function buildGraph(subject: Subject, formulas: Formulas): Graph {
  const layout: Layout = {
    subject,
    formulas,
    reads: [],
    edges: [],
    conditions: [],
    gaps: [],
    calls: [],
    shown: new Map(),
    done: new Map(),
    entered: new Map(),
  }
  for (const step of subject.journey.steps) {
    if (step.repeatFirst === step.id) layOutRepeat(step, layout)
    layOutStep(step, layout)
  }
  return layout
}

function layOutStep(step: Step, layout: Layout): void {
  const part = step.repeat === undefined ? 'step' : 'item'
  const act: Act = { step, part }
  const node = nodeOf({ step, part }, layout.subject.journey)
  const isFirst = step.repeatFirst === step.id
  const enter = isFirst ? [] : enterOps(step, node, layout, act)
  layout.entered.set(step, { node, ops: enter })
  layout.reads.push({ node, variables: readsOf(step, layout) })
  const shown = [...enter, ...requireOps(step, layout)]
  layout.shown.set(step, { node, ops: shown })
  const answered = askOps(step, node, shown, true, layout)
  layout.done.set(step, { node, ops: answered })
  const left = askOps(step, node, shown, false, layout)
  if (step.tasks) {
    enterTask(step, 0, shown, act, node, layout)
    const done = nodeOf({ step, part: 'list' }, layout.subject.journey)
    for (const button of step.buttons)
      layOutButton(button, { step, node: done, shown: [], answered: [] }, layout)
  } else
    for (const button of step.buttons)
      layOutButton(
        button,
        { step, node, shown, answered: button.validate ? answered : left },
        layout,
      )
  layOutRest(act, { step, node, shown, answered }, layout)
}

/** What leads on beside the buttons: links, and what is looked up when the page is shown. */
function layOutRest(act: Act, { step, node, shown, answered }: Page, layout: Layout): void {
  for (const link of step.links) {
    const seen = [...shown, ...ranOps(step.buttons, layout)]
    const ops = [...seen, ...whenOps(link, step, { node, ops: answered }, layout, seen)]
    if ('to' in link) addTarget(link.to, ops, { ...act, link }, node, layout)
  }
  for (const on of step.enter.flatMap((call) => Object.values(call.on)))
    if (on.then === 'go') addNext(on.next, shown, act, node, layout)
}

function readsOf(step: Step, { formulas, subject }: Layout): number[] {
  const words = allWords(step)
  const operands = [...words.flatMap(operandsIn), ...Object.values(step.prefill)]
  const facts = operands.flatMap((one) => (one.from === 'fact' ? [`fact:${one.fact}`] : []))
  const chosen = words.flatMap(({ choices = [] }) => choices.flatMap(({ when }) => when ?? []))
  const calls = step.buttons.flatMap((button) => button.run)
  const contracts = calls.flatMap((call) => subject.contracts.get(call.action) ?? [])
  const keys = [
    ...facts,
    ...step.requires.flatMap(({ fact }) => [`fact:${fact}`, `mark:gives ${fact}`]),
    ...contracts.flatMap((contract) => (contract.needs ?? []).map(({ fact }) => `fact:${fact}`)),
    ...calls.flatMap((call) => keyBefore(call, subject) ?? []),
    ...(step.kind === 'confirmation' ||
    contracts.some(({ submits }) => submits) ||
    operands.some(isReference)
      ? [SENT]
      : []),
  ]
  const found = [
    ...[...operands, ...listsChosenFrom(step)].map((operand) => formulas.of(operand, step)),
    ...keys.map((key) => formulas.variable(key)),
  ]
  const tried = chosen.flatMap((when) => [
    ...formulas.sets.variablesOf(formulas.holding(when, step)),
  ])
  return [...tried, ...found.flatMap((one) => (one ? [one.index] : []))]
}

/** Who is not asked goes on; the others are. */
function enterOps(step: Step, node: number, layout: Layout, act: Act): readonly Op[] {
  const { when } = step
  if (!when) return []
  const { formulas } = layout
  const holding = formulas.holding(when, step)
  layout.conditions.push({ node, ops: [], step, part: step, key: 'when', holding })
  const skip: Op = { is: 'keep', states: formulas.sets.not(holding) }
  // A step that asks and that nothing follows is told of for itself.
  if (step.next.length > 0 || step.task || isEnding(step))
    addNext(step.next, [skip], { ...act, skipped: true }, node, layout)
  return [{ is: 'keep', states: holding }]
}

/** Who lacks a fact gets it first, and comes back. */
function requireOps(step: Step, layout: Layout): readonly Op[] {
  return step.requires.flatMap(({ fact }) => setOps(`fact:${fact}`, 1, layout))
}

/**
 * Buttons that can send have been seen: who leaves their page otherwise may have come back to it, and who checks a code on
 * the very page has passed those by that stand before.
 */
function ranOps(buttons: readonly Button[], layout: Layout): readonly Op[] {
  const calls = buttons.flatMap((button) => button.run)
  return calls.flatMap((call) => setOps(ranKey(call, call.action, layout.subject), 1, layout))
}

/** Only where a button or link is shown; one that reads its own page's answers may be, whatever they are. */
function whenOps(
  one: { readonly when?: Condition },
  step: Step,
  answered: Site,
  layout: Layout,
  shown: readonly Op[],
): readonly Op[] {
  if (!one.when) return []
  const holding = layout.formulas.holding(one.when, step)
  const isOwn = readsOwn(one.when, step)
  const site = isOwn ? answered : { node: answered.node, ops: shown }
  layout.conditions.push({ ...site, step, part: one, key: 'when', holding })
  if (isOwn)
    layout.conditions.push({
      node: answered.node,
      ops: shown,
      step,
      part: one,
      key: 'when',
      holding,
    })
  return isOwn ? [] : [{ is: 'keep', states: holding }]
}

export function readsOwn(condition: Condition, step: Step): boolean {
  const own = step.entries.flatMap((entry) => (entry.is === 'field' ? [entry.field.name] : []))
  return operandsOf(condition).some(
    (one) => one.from === 'answer' && own.includes(one.path[0] ?? ''),
  )
}

interface Page {
  readonly step: Step
  readonly node: number
  readonly shown: readonly Op[]
  readonly answered: readonly Op[]
}

function layOutButton(button: Button, page: Page, layout: Layout): void {
  const { step, node } = page
  const part = step.repeat === undefined ? 'step' : 'item'
  const act: Act = { step, part, button }
  const isShown = whenOps(button, step, { node, ops: page.answered }, layout, page.shown)
  const before = step.buttons.slice(0, step.buttons.indexOf(button))
  const others = ranOps(
    step.buttons.filter((one) => one !== button),
    layout,
  )
  const ops: Op[] = [...page.answered, ...isShown, ...ranOps(before, layout)]
  for (const call of button.run) {
    layout.calls.push({ node, ops: [...ops], step, call, act })
    tryChecks(call, { step, node, ops: [...ops] }, layout)
    ops.push(...setOps(ranKey(call, call.action, layout.subject), 1, layout))
    layOutAside(call, ops, act, node, layout)
    const first = layout.subject.contracts.get(call.action)?.outcomes[0]
    ops.push(...outcomeOps(call, first, layout))
  }
  const through =
    button.journey === undefined ? [] : (layout.subject.journeys.get(button.journey)?.gives ?? [])
  ops.push(...through.flatMap((fact) => setOps(`fact:${fact}`, 1, layout)))
  const last = button.run.at(-1)
  const outcome = last && layout.subject.contracts.get(last.action)?.outcomes[0]
  const on = outcome === undefined ? undefined : last?.on[outcome]
  const ended = {
    ...act,
    ...(last && { action: last.action }),
    ...(outcome !== undefined && { outcome }),
  }
  if (on && on.then !== 'go') return
  addNext(on?.next ?? button.next ?? step.next, [...ops, ...others], ended, node, layout)
}

/** The checks of the whole journey, where it is sent; who does not pass one is followed like others. */
function tryChecks(call: ActionCall, at: Site & { readonly step: Step }, layout: Layout): void {
  const { formulas, subject } = layout
  if (!subject.contracts.get(call.action)?.submits) return
  for (const check of checksAtSending(at.step, subject)) {
    const holding = formulas.holding(check.must, at.step)
    layout.conditions.push({ ...at, part: check, key: 'must', holding })
  }
}

/** What follows the outcomes that end a press early. */
function layOutAside(
  call: ActionCall,
  ops: readonly Op[],
  act: Act,
  node: number,
  layout: Layout,
): void {
  const contract = layout.subject.contracts.get(call.action)
  for (const [outcome, on] of Object.entries(call.on)) {
    if (on.then !== 'go' || outcome === contract?.outcomes[0]) continue
    const ended = { ...act, action: call.action, outcome }
    addNext(on.next, [...ops, ...outcomeOps(call, outcome, layout)], ended, node, layout)
  }
}
