import type { Measure } from '../answers/limit-flaws.ts'
import type { ShownStep } from '../engine/decision.ts'
import type { Field } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Choices } from './choices.ts'
import { fillPage } from './fill-page.ts'
import { chosenFor, followTo, moveOf, pressButton, pressList, pressTask } from './make-move.ts'
import type { Moved, Walking, Wish } from './rules.ts'
import { type TaskToDo, tasksToDo } from './tasks-to-do.ts'
import { measureNow, post, type Walker } from './walker.ts'
import { wrongAnswersOf } from './wrong-answers.ts'

/** Chooses what to do on a page, and does it; undefined where there is nothing to do. */
export async function nextMove(
  walker: Walker,
  page: ShownStep,
  rules: Walking,
): Promise<Moved | undefined> {
  if (page.kind === 'list') return pressList(walker, page, rules)
  const measure = await measureNow(walker)
  if (rules.wish) return wishedMove(walker, page, rules.wish, rules, measure)
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

/** Straight to what is wished for: no rule is broken on the way, and nothing is looked at beside it. */
async function wishedMove(
  walker: Walker,
  page: ShownStep,
  wish: Wish,
  rules: Walking,
  measure: Measure,
): Promise<Moved | undefined> {
  const here = wish.pages.find((one) => one.place === page.place)
  if (here?.go !== undefined) return followTo(walker, page, here.go)
  const [task] = tasksToDo(page)
  if (task?.post !== undefined) return pressTask(walker, page, task.post)
  if (task) return followTo(walker, page, task.to)
  const { step, press } = { step: page.step, press: wish.press }
  const id = press?.step === step.id ? press.button : here?.press
  const shown = page.buttons.find((one) => one.id === id) ?? page.buttons[0]
  const button = step.buttons.find((one) => one.id === shown?.id)
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
