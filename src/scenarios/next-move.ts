import type { Measure } from '../answers/limit-flaws.ts'
import type { ShownStep } from '../engine/decision.ts'
import type { Field, Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { ActionCall, Button } from '../journey/journey.ts'
import type { SaidOutcome } from '../journey/scenario.ts'
import type { Choices } from './choices.ts'
import { fillPage } from './fill-page.ts'
import type { Move } from './plan.ts'
import { samplesOf } from './sample-answer.ts'
import { nameOf } from './seen.ts'
import { bodyOfTask, type TaskToDo, tasksToDo } from './tasks-to-do.ts'
import { measureNow, open, post, type Spot, type Walker } from './walker.ts'
import { wrongAnswersOf } from './wrong-answers.ts'

/** What may be planned. */
export interface Rules {
  /** Ends of an action that can be brought about, the likely one first. `spent`: it was done a moment ago. */
  readonly outcomesOf: (action: string, spent: boolean) => readonly string[]
  /** What an action uses up for a while when it ends as it should: a code to a number. */
  readonly spends: (call: ActionCall) => string | undefined
  /** What may be done again after an action has ended so. */
  readonly frees: (call: ActionCall, outcome: string) => string | undefined
  /** After this end a walk goes no further. */
  readonly isLast: (action: string, outcome: string) => boolean
  /** What facts may carry that an action gives at an end: `[{ phoneType: mobile }]`. */
  readonly carriesOf: (action: string, outcome: string) => readonly SaidOutcome['carries'][]
  /** Answers of a walk's own, by kind of field: an address that no other walk uses. */
  readonly ownAnswers: (field: Field, number: number) => readonly Json[] | undefined
}

/** One walk: what it was given, and what it has used up. */
export type Walking = Rules & {
  readonly choices: Choices
  readonly number: number
  readonly spent: Set<string>
}

export interface Moved {
  readonly move: Move
  readonly spot: Spot
  readonly isLast: boolean
}

/** Chooses what to do on a page, and does it; undefined where there is nothing to do. */
export async function nextMove(
  walker: Walker,
  page: ShownStep,
  rules: Walking,
): Promise<Moved | undefined> {
  if (page.kind === 'list') return pressList(walker, page, rules)
  const measure = await measureNow(walker)
  const wrong = nextWrong(page, rules.choices, measure)
  if (wrong) return pressWrong(walker, page, wrong, rules, measure)
  const task = chooseTask(page, rules)
  if (task?.post !== undefined) return pressTask(walker, page, task.post)
  if (task) return followTo(walker, page, task.to)
  const way = chooseWay(page, rules)
  if (way === undefined) return undefined
  if (way.startsWith('go ')) return followTo(walker, page, way.slice('go '.length))
  const button = page.step.buttons.find((one) => one.id === way)
  return button && pressButton(walker, page, button, rules, measure)
}

/** Buttons, and links to other pages; of check-answers also what can be changed. */
function chooseWay(page: ShownStep, { choices }: Walking): string | undefined {
  const links = page.links.flatMap((link) => ('place' in link ? [`go ${link.place}`] : []))
  const changes = page.summary
    .flatMap((section) => section.rows)
    .flatMap((row) => (row.change ? [`go ${row.change.place}`] : []))
  const buttons = page.buttons.map((button) => button.id)
  const [first] = buttons
  const ways = [...buttons, ...links, ...new Set(changes)]
  // A change now and then: most walks should come to an end.
  const isChange = choices.pick(`${page.place} change`, [0, 1, 2]) === 2
  return choices.pick(page.step.id, isChange || first === undefined ? ways : [...buttons, ...links])
}

/** A task that is not completed; now and then none, to see what the page says of that. */
function chooseTask(page: ShownStep, { choices }: Walking): TaskToDo | undefined {
  const tasks = tasksToDo(page)
  if (tasks.length === 0 || choices.isNew(`early: ${page.step.id}`)) return undefined
  const to = choices.pick(
    `${page.place} task`,
    tasks.map((task) => task.to),
  )
  return tasks.find((task) => task.to === to)
}

async function pressTask(walker: Walker, page: ShownStep, name: string): Promise<Moved> {
  const body = bodyOfTask(page, name)
  const spot = await post(walker, page.place, body)
  return { move: moveOf(page, spot, body), spot, isLast: false }
}

async function followTo(walker: Walker, page: ShownStep, to: string): Promise<Moved> {
  const spot = await open(walker, to)
  const move = { ...moveOf(page, spot, new URLSearchParams()), go: to }
  return { move, spot, isLast: false }
}

async function pressList(walker: Walker, page: ShownStep, { choices }: Walking): Promise<Moved> {
  const isFull = page.list?.question === undefined || (page.list?.count ?? 0) > 2
  const another = isFull ? 'no' : choices.pick(`${page.place} another`, ['no', 'yes'])
  const body = new URLSearchParams({ another: another ?? 'no' })
  const spot = await post(walker, page.place, withToken(body, page))
  return { move: moveOf(page, spot, body), spot, isLast: false }
}

interface Breaking {
  readonly name: string
  readonly texts: Readonly<Record<string, readonly string[]>>
  readonly field: Field
}

/** The next rule of the page that no walk has broken yet. */
function nextWrong(page: ShownStep, choices: Choices, measure: Measure): Breaking | undefined {
  for (const block of page.blocks) {
    if (block.is !== 'field' || block.readOnly) continue
    for (const { keyword, texts } of wrongAnswersOf(block.field, measure)) {
      const name = `rule: ${page.step.id}: ${block.field.name} ${keyword}`
      if (choices.isNew(name)) return { name, texts, field: block.field }
    }
  }
  return undefined
}

async function pressWrong(
  walker: Walker,
  page: ShownStep,
  { name, texts, field }: Breaking,
  rules: Walking,
  measure: Measure,
): Promise<Moved | undefined> {
  const button = page.step.buttons.find(
    (one) => one.validate && page.buttons.some((shown) => shown.id === one.id),
  )
  if (!button) return nextMove(walker, page, rules)
  const body = fillPage(page, chosenFor(page, rules, measure), measure)
  for (const control of kindOf(field.kind).controls(field, field.name)) {
    body.delete(control)
    for (const text of texts[control] ?? ['']) body.append(control, text)
  }
  body.set('button', button.id)
  walker.stage.says = {}
  const spot = await post(walker, page.place, body)
  const isRefused = spot.is === 'page' && spot.page.errors.length > 0
  const answers = Object.fromEntries(
    Object.entries(texts).flatMap(([control, [text = '']]) => [[control, text]]),
  )
  const typed = Object.keys(answers).length > 0 ? answers : { [field.name]: null }
  const move = { ...moveOf(page, spot, body, walker), answers: typed }
  return { move: isRefused ? { ...move, breaks: name } : move, spot, isLast: false }
}

async function pressButton(
  walker: Walker,
  page: ShownStep,
  button: Button,
  rules: Walking,
  measure: Measure,
): Promise<Moved> {
  const answers = chosenFor(page, rules, measure)
  const body = fillPage(page, answers, measure)
  body.set('button', button.id)
  const says = outcomesFor(page, button, rules)
  walker.stage.says = says
  const spot = await post(walker, page.place, body)
  noteSpent(button, walker, rules)
  const move = { ...moveOf(page, spot, body, walker), answers, says }
  return { move, spot, isLast: move.ran.some((one) => rules.isLast(one.action, one.outcome)) }
}

function noteSpent(button: Button, { stage }: Walker, { spent, spends, frees }: Walking): void {
  for (const { action, outcome } of stage.ran) {
    const call = button.run.find((one) => one.action === action)
    if (!call) continue
    const isFirst = outcome === stage.engine.contractsOf(stage.journey.id).get(action)?.outcomes[0]
    const used = isFirst ? spends(call) : undefined
    if (used !== undefined) spent.add(used)
    spent.delete(frees(call, outcome) ?? '')
  }
}

/** Of each field the answer that was given least often so far; an optional one is left empty at times. */
function chosenFor(page: ShownStep, rules: Walking, measure: Measure): Record<string, Json> {
  const { choices, number } = rules
  const chosen: Record<string, Json> = {}
  for (const entry of page.step.entries) {
    if (entry.is !== 'field' || entry.readOnly) continue
    const { field } = entry
    const own = rules.ownAnswers(field, number)
    const samples = [...(own ?? samplesOf(field, measure).slice(0, 8))]
    if (!field.required) samples.push(null)
    const index = choices.pick(
      `answer ${field.name}`,
      field.secret ? [0] : samples.map((_, at) => at),
    )
    const value = samples[index ?? 0]
    if (value !== undefined) chosen[field.name] = value
  }
  return chosen
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
    if (outcome !== rules.outcomesOf(call.action, false)[0]) break
  }
  return says
}

function outcomeOf(page: ShownStep, button: Button, call: ActionCall, rules: Walking): string {
  const place = `outcome ${page.step.id} ${button.id} ${call.action}`
  const isSpent = rules.spent.has(rules.spends(call) ?? '')
  return rules.choices.pick(place, rules.outcomesOf(call.action, isSpent)) ?? ''
}

function withToken(body: URLSearchParams, page: ShownStep): URLSearchParams {
  return new URLSearchParams([...body, ['page', page.token]])
}

function moveOf(page: ShownStep, spot: Spot, body: URLSearchParams, walker?: Walker): Move {
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
