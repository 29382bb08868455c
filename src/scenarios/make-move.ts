import type { Measure } from '../answers/limit-flaws.ts'
import type { ShownStep } from '../engine/decision.ts'
import type { Field, Json } from '../fields/field.ts'
import { isObject } from '../flow/values.ts'
import type { ActionCall, Button } from '../journey/journey.ts'
import type { SaidOutcome } from '../journey/scenario.ts'
import { fieldOn, fillPage } from './fill-page.ts'
import type { Move } from './plan.ts'
import type { Moved, Walking } from './rules.ts'
import { samplesOf, takes } from './sample-answer.ts'
import { nameOf } from './seen.ts'
import { bodyOfTask } from './tasks-to-do.ts'
import { open, post, type Spot, type Walker } from './walker.ts'

export async function pressTask(walker: Walker, page: ShownStep, name: string): Promise<Moved> {
  const body = bodyOfTask(page, name)
  const spot = await post(walker, page.place, body)
  return { move: moveOf(page, spot, body), spot, isLast: false }
}

export async function followTo(walker: Walker, page: ShownStep, to: string): Promise<Moved> {
  const spot = await open(walker, to)
  const move = { ...moveOf(page, spot, new URLSearchParams()), go: to }
  return { move, spot, isLast: false }
}

export async function pressList(
  walker: Walker,
  page: ShownStep,
  { choices }: Walking,
): Promise<Moved> {
  const isFull = page.list?.question === undefined || (page.list?.count ?? 0) > 2
  const another = isFull ? 'no' : choices.pick(`${page.place} another`, ['no', 'yes'])
  const body = new URLSearchParams({ another: another ?? 'no' })
  const spot = await post(walker, page.place, withToken(body, page))
  return { move: moveOf(page, spot, body), spot, isLast: false }
}

export async function pressButton(
  walker: Walker,
  page: ShownStep,
  button: Button,
  rules: Walking,
  measure: Measure,
): Promise<Moved> {
  const answers = chosenFor(page, rules, measure)
  const body = fillPage(page, answers, measure)
  body.set('button', button.id)
  const said = outcomesFor(page, button, rules)
  walker.stage.says = said
  const spot = await post(walker, page.place, body)
  const says = saidInTruth(said, walker)
  const move = { ...moveOf(page, spot, body, walker), answers, says }
  return { move, spot, isLast: move.ran.some((one) => rules.isLast(one.action, one.outcome)) }
}

/** What was said of the actions, but of those that ended otherwise, which nobody can say of them. */
function saidInTruth(said: Move['says'], { stage }: Walker): Move['says'] {
  const ended = new Map(stage.ran.map(({ action, outcome }) => [action, outcome]))
  return Object.fromEntries(
    Object.entries(said).map(([action, one]) => {
      const outcome = ended.get(action)
      return [action, outcome === undefined ? one : { ...one, outcome }]
    }),
  )
}

/** Of each field the answer that was given least often so far; an optional one is left empty at times. */
export function chosenFor(page: ShownStep, rules: Walking, measure: Measure): Record<string, Json> {
  const chosen: Record<string, Json> = {}
  for (const entry of page.step.entries) {
    if (entry.is !== 'field' || entry.readOnly) continue
    const field = fieldOn(page, entry.field)
    const samples = answersFor(field, rules, measure)
    const value = wishedAnswer(field.name, samples[indexFor(field, page, samples, rules)], rules)
    if (value !== undefined) chosen[field.name] = value
  }
  return chosen
}

/**
 * Which of the samples. What several pages ask is one answer: another one on the second page would lead back to the first,
 * so a walk stays with its own.
 */
function indexFor(
  { name, secret }: Field,
  { journey }: ShownStep,
  samples: readonly Json[],
  { choices, number }: Walking,
): number {
  const askedOn = journey.steps.filter(({ entries }) =>
    entries.some((entry) => entry.is === 'field' && entry.field.name === name),
  )
  if (askedOn.length > 1 && !secret) return number % Math.max(1, samples.length)
  const all = secret ? [0] : samples.map((_, at) => at)
  return choices.pick(`answer ${name}`, all) ?? 0
}

function answersFor(field: Field, rules: Walking, measure: Measure): readonly Json[] {
  const more = (rules.moreAnswers?.(field) ?? []).filter((one) => takes(field, one, measure))
  const samples = rules.ownAnswers(field, rules.number) ?? [
    ...samplesOf(field, measure).slice(0, 8),
    ...more,
  ]
  return field.required ? samples : [...samples, null]
}

/** What is wished of a field, or of parts of it; else the sample. */
function wishedAnswer(name: string, sample: Json | undefined, { wish }: Walking): Json | undefined {
  const own = wish?.answers[name]
  if (own !== undefined) return own
  const parts = Object.entries(wish?.answers ?? {}).flatMap(([path, value]) =>
    path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), value] as const] : [],
  )
  return parts.length > 0 && isObject(sample) ? { ...sample, ...Object.fromEntries(parts) } : sample
}

/** How the button's actions end: the first ones as they should, until one that has not ended otherwise so often. */
function outcomesFor(
  page: ShownStep,
  button: Button,
  rules: Walking,
): Readonly<Record<string, SaidOutcome>> {
  const says: Record<string, SaidOutcome> = {}
  for (const call of button.run) {
    const outcome = outcomeOf(page, button, call, rules)
    const carries = rules.carriesOf(call.action, outcome)
    const index = rules.choices.pick(
      `carries ${call.action}`,
      carries.map((_, at) => at),
    )
    says[call.action] = { outcome, carries: carries[index ?? 0] ?? {} }
    if (outcome !== rules.outcomesOf(call.action)[0]) break
  }
  return says
}

function outcomeOf(page: ShownStep, button: Button, call: ActionCall, rules: Walking): string {
  const place = `outcome ${page.step.id} ${button.id} ${call.action}`
  const possible = rules.outcomesOf(call.action)
  if (!rules.wish) return rules.choices.pick(place, possible) ?? ''
  const wished = rules.wish.pages.find((one) => one.place === page.place)
  const isWished = wished?.action === call.action && possible.includes(wished.outcome ?? '')
  return (isWished ? wished.outcome : possible[0]) ?? ''
}

function withToken(body: URLSearchParams, page: ShownStep): URLSearchParams {
  return new URLSearchParams([...body, ['page', page.token]])
}

export function moveOf(page: ShownStep, spot: Spot, body: URLSearchParams, walker?: Walker): Move {
  const button = body.get('button')
  return {
    place: page.place,
    body: [...body].filter(([name]) => name !== 'page'),
    ...(button !== null && { button }),
    ran: walker ? [...walker.stage.ran] : [],
    says: {},
    to: nameOf(spot),
    errors: spot.is === 'page' ? spot.page.errors.map((error) => error.text) : [],
    answers: {},
  }
}
