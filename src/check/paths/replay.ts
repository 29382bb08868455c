import type { Answers, Exit, HeldFact } from '../../answers/draft.ts'
import type { Json } from '../../fields/field.ts'
import { linkExit } from '../../flow/exits.ts'
import { type Progress, progressOf, scopeBefore } from '../../flow/progress.ts'
import { LIST_DONE, listExit } from '../../flow/repeats.ts'
import type { Scope, World } from '../../flow/scope.ts'
import type { Entry, Journey, Step } from '../../journey/journey.ts'
import type { Subject } from '../subject.ts'
import { emptyWorld } from '../world.ts'
import type { Act } from './graph.ts'
import type { Given, Trace } from './trace.ts'
import { FIRST_ANSWER } from './variables.ts'

/** Where the engine says that somebody is who did what a trace says. */
export interface Replayed {
  readonly progress: Progress
  /** What is seen on that page before, and with, its own answers. */
  readonly before: Scope
  readonly scope: Scope
}

/** Where a way ends: on a step, or past it, for those whom it is not shown to. */
interface End {
  readonly step: Step
  readonly isSkipped: boolean
}

/**
 * Plays a way through the very engine that serves people; undefined where it leads elsewhere, or where it cannot be
 * played: a mistake is only claimed that has been seen.
 */
export function replay(
  trace: Trace,
  { step, isSkipped }: End,
  subject: Subject,
): Replayed | undefined {
  const answers = canBePlayed(trace) ? answersOf(trace) : undefined
  const exits = answers && exitsOf(trace, answers)
  if (!answers || !exits) return undefined
  let isPassed = false
  const progress = progressOf(worldOf(trace, answers, subject), { answers, exits }, (noted) => {
    // What follows it, if anything does, is told of next.
    isPassed = noted.did === 'skip' && noted.place.step.id === step.id && noted.to === undefined
  })
  const { scope, path } = progress
  if (isSkipped) return isPassed ? { progress, before: scope, scope } : undefined
  if (progress.ending?.id === step.id) return { progress, before: scope, scope }
  const last = path.at(-1)
  if (progress.where.is !== 'place' || last?.step.id !== step.id || last.list) return undefined
  return { progress, scope, before: scopeBefore(progress, last, { answers, exits }) }
}

function exitsOf({ legs }: Trace, answers: Answers): Record<string, Exit> | undefined {
  const exits: Record<string, Exit> = {}
  for (const { act } of legs) {
    const laid = act && exitOf(act, answers)
    if (laid === 'unplayable') return undefined
    if (laid) exits[laid.key] = laid.exit
  }
  return exits
}

/** Nothing on it was left undecided, and no page is come to twice, nor a second item. */
export function canBePlayed(trace: Trace): boolean {
  const pages = trace.legs.flatMap(({ act }) =>
    act && !act.skipped ? [`${act.step.id} ${act.part}`] : [],
  )
  return isDecided(trace) && new Set(pages).size === pages.length
}

/** No test that cannot be decided makes a difference, and all conditions were worked out. */
export function isDecided({ first, legs, isOpen }: Trace): boolean {
  const all = [...first, ...legs.flatMap(({ given }) => given)]
  return !isOpen && !all.some(({ variable, matters }) => matters && variable.is === 'test')
}

/** The answers that are given on the way; undefined where one could not be made up. */
function answersOf({ legs }: Trace): Record<string, Json> | undefined {
  const all = legs.flatMap((leg) => leg.given)
  // Of the parts of an answer too: one that is left out passes no test, and would prove what nobody has seen.
  if (all.some(isUnknown)) return undefined
  const given = all.filter(({ variable }) => variable.path.length === 1)
  const answers: Record<string, Json> = {}
  const items: Record<string, Record<string, Json>> = {}
  for (const { act } of legs)
    if (act?.part === 'item' && act.step.repeat !== undefined) items[act.step.repeat] ??= {}
  for (const one of given) {
    const { array, path } = one.variable
    const json = jsonOf(one)
    const [name = ''] = path
    if (json === undefined) continue
    if (array === undefined) answers[name] = json
    else items[array] = { ...items[array], [name]: json }
  }
  return {
    ...answers,
    ...Object.fromEntries(Object.entries(items).map(([array, one]) => [array, [one]])),
  }
}

function isUnknown(one: Given): boolean {
  return one.value >= FIRST_ANSWER && one.variable.tests.length > 0 && jsonOf(one) === undefined
}

/** The answer, source or number that a value stands for. */
export function jsonOf({ variable, value }: Given): Json | undefined {
  if (variable.computed !== undefined) return variable.cells[value]?.value
  if (variable.is === 'answer') return variable.cells[value - FIRST_ANSWER]?.value
  return variable.is === 'source' ? variable.cells[value - 1]?.value : undefined
}

function exitOf(
  act: Act,
  answers: Answers,
): { readonly key: string; readonly exit: Exit } | 'unplayable' | undefined {
  const { step, part, button, link } = act
  if (act.skipped) return undefined
  const key = part === 'item' ? `${step.id}/1` : step.id
  if (part === 'list') {
    const items = answers[step.repeat ?? '']
    const count = Array.isArray(items) ? items.length : 0
    return { key: `${step.id}/list`, exit: listExit(LIST_DONE, count) }
  }
  if (link) return 'to' in link ? { key, exit: linkExit(link.to) } : 'unplayable'
  if (button) return { key, exit: pressExit(act, button.id, ownAnswers(step, answers)) }
  // Into the first turn of a repeat: no press.
  return step.repeat === undefined ? 'unplayable' : undefined
}

function pressExit({ step, action, outcome }: Act, button: string, own: Answers): Exit {
  const names = fieldsOf(step.entries).map(({ name }) => name)
  return {
    button,
    ...(action !== undefined && { action }),
    ...(outcome !== undefined && { outcome }),
    answers: Object.fromEntries(Object.entries(own).filter(([name]) => names.includes(name))),
    facts: [],
    closes: false,
  }
}

/** The answers among which a step's own are: in a repeat, the item's. */
function ownAnswers({ repeat }: Step, answers: Answers): Answers {
  const items = repeat === undefined ? undefined : answers[repeat]
  return ((Array.isArray(items) ? items[0] : undefined) ?? answers) as Answers
}

function fieldsOf(entries: readonly Entry[]) {
  return entries.flatMap((entry) => (entry.is === 'field' ? [entry.field] : []))
}

function worldOf(trace: Trace, answers: Answers, { journey, contracts }: Subject): World {
  const sources: Record<'account' | 'invitation' | 'given' | 'query', Record<string, Json>> = {
    account: {},
    invitation: {},
    given: {},
    query: {},
  }
  const carries: Record<string, Record<string, Json>> = {}
  for (const one of trace.first) {
    const value = jsonOf(one)
    if (one.variable.is !== 'source' || value === undefined) continue
    const [from = '', ...keys] = one.variable.name.split('.')
    if (from === 'fact') {
      const fact = keys[0] ?? ''
      carries[fact] = { ...carries[fact], [keys.slice(1).join('.')]: value }
    } else if (from in sources) sources[from as keyof typeof sources][keys.join('.')] = value
  }
  // Who changes an answer still came here with the fact about the one before.
  const lapsed = trace.legs.flatMap(({ given }) =>
    given.flatMap(({ by, variable }) => (by === undefined ? [] : [variable.name])),
  )
  const facts = [...new Set([...trace.facts, ...lapsed])].map((fact) =>
    heldFact(fact, carries[fact] ?? {}),
  )
  const account =
    Object.keys(sources.account).length > 0
      ? [heldFact('?', { account: 'one', ...sources.account })]
      : []
  const { invitation, given, query } = sources
  return {
    ...emptyWorld(relaxed(journey, answers), contracts),
    facts: [...facts, ...account],
    invitation,
    given,
    query,
  }
}

function heldFact(fact: string, carries: Record<string, Json>): HeldFact {
  return { fact, scope: 'session', about: {}, session: '', since: 0, carries }
}

/** What was not told apart, and what a fact is about, is taken to be right. */
function relaxed(journey: Journey, answers: Answers): Journey {
  const steps = journey.steps.map((step): Step => {
    const own = ownAnswers(step, answers)
    return {
      ...step,
      requires: step.requires.map(({ fact }) => ({ fact })),
      entries: step.entries.map((entry) =>
        entry.is === 'field' && own[entry.field.name] === undefined
          ? { ...entry, field: { ...entry.field, required: false } }
          : entry,
      ),
    }
  })
  return { ...journey, steps }
}
