import type { ShownError, ShownStep } from '../engine/decision.ts'
import type { Json, JsonObject } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { ExpectedError, Sight } from '../journey/scenario.ts'
import { fillPage } from './fill-page.ts'
import { type Failure, nameOf, pageInWords } from './seen.ts'
import { bodyOfTask, tasksToDo } from './tasks-to-do.ts'
import { measureNow, open, post, type Spot, type Walker } from './walker.ts'

/** What a person has in mind to answer, wherever it is asked; a page may change it. */
export interface Memory {
  readonly said: Map<string, Json>
  /** Array → what is said of its items. */
  readonly items: ReadonlyMap<string, readonly JsonObject[]>
}

export type Done = { readonly spot: Spot } | { readonly failure: Failure }

/** Does on a page what the scenario says, and sees whether it ends as it says. */
export async function doOn(
  walker: Walker,
  memory: Memory,
  sight: Sight,
  spot: Spot,
): Promise<Done> {
  if (spot.is === 'through') return { spot }
  if (spot.is === 'gone') return { spot }
  walker.stage.says = sight.actions
  const done =
    sight.go === undefined
      ? await pressOn(walker, memory, sight, spot.page)
      : await follow(walker, sight.go, sight, spot.page)
  if ('failure' in done) return done
  const failure = wrongErrors(sight, done.spot) ?? wrongNotice(sight, done.spot)
  return failure ? { failure } : done
}

/** Follows a link of the page: to a step, a task, a change link, Back, or through a journey. */
async function follow(walker: Walker, to: string, sight: Sight, page: ShownStep): Promise<Done> {
  const places = [
    ...page.links.flatMap((link) => ('place' in link ? [link.place] : [])),
    ...(page.tasks ?? []).flatMap((task) => task.place ?? []),
    ...page.summary.flatMap((section) => section.rows.flatMap((row) => row.change?.place ?? [])),
    ...(page.back === undefined ? [] : [page.back]),
  ]
  if (places.includes(to)) return { spot: await open(walker, to) }
  const task = tasksToDo(page).find((one) => one.to === to)
  if (task?.post !== undefined)
    return { spot: await post(walker, page.place, bodyOfTask(page, task.post)) }
  const index = page.step.links.findIndex((link) => 'journey' in link && `/${link.journey}` === to)
  if (page.links.some((link) => 'post' in link && link.post === String(index)))
    return {
      spot: await post(
        walker,
        page.place,
        new URLSearchParams({ page: page.token, link: String(index) }),
      ),
    }
  const valid = [...new Set(places)].map((place) => `"${place}"`).join(', ')
  return {
    failure: {
      part: sight,
      expected: `a link to "${to}" on the page "${page.place}"`,
      seen: valid ? `links to ${valid}` : 'no link',
      help: 'Name a step to which a link, a change link or Back of this page leads.',
    },
  }
}

/** Presses what is said or the first button; on a list of tasks goes to the first that is not completed. */
async function pressOn(
  walker: Walker,
  memory: Memory,
  sight: Sight,
  page: ShownStep,
): Promise<Done> {
  if (page.kind === 'list') return { spot: await pressList(walker, memory, sight, page) }
  const [task] = sight.press === undefined && sight.errors === undefined ? tasksToDo(page) : []
  if (task) return follow(walker, task.to, sight, page)
  const button = page.buttons.find((one) => sight.press === undefined || one.id === sight.press)
  if (!button) return { failure: noButton(sight, page) }
  const said = saidAt(memory, sight, page)
  const body = fillPage(page, said, await measureNow(walker))
  body.set('button', button.id)
  const spot = await post(walker, page.place, body)
  const isStuck = sight.errors === undefined && spot.is === 'page' && spot.page.errors.length > 0
  return isStuck ? { failure: unexpectedErrors(sight, spot) } : { spot }
}

function noButton(sight: Sight, page: ShownStep): Failure {
  const ids = page.buttons.map((one) => `"${one.id}"`).join(', ')
  return {
    part: sight,
    expected:
      sight.press === undefined
        ? `a button on the page "${page.place}"`
        : `the button "${sight.press}" on the page "${page.place}"`,
    seen: ids ? `the buttons ${ids}` : 'no button: the journey ends here',
    help: 'A button that is not shown has a "when" that does not hold. Look at the answers and at what facts carry.',
  }
}

function unexpectedErrors(sight: Sight, spot: Spot): Failure {
  return {
    part: sight,
    expected: `the answers of the page "${sight.place}" are taken`,
    seen: pageInWords(spot),
    help: 'Say answers that are right, or "errors:" where they are meant to be wrong.',
  }
}

/** What is said for this page: of an item, its own answers. */
function saidAt(memory: Memory, sight: Sight, page: ShownStep): Readonly<Record<string, Json>> {
  const number = Number(page.place.split('/')[1])
  const array = page.step.repeat
  if (array === undefined || Number.isNaN(number)) {
    for (const [name, value] of Object.entries(sight.answers)) memory.said.set(name, value)
    return Object.fromEntries(memory.said)
  }
  return { ...memory.items.get(array)?.[number - 1], ...sight.answers }
}

/** On a repeat's list: what is said; else another as long as more items are said. */
function pressList(walker: Walker, memory: Memory, sight: Sight, page: ShownStep): Promise<Spot> {
  const body = new URLSearchParams({ page: page.token })
  const said = memory.items.get(page.step.repeat ?? '')?.length ?? 0
  const another = sight.another ?? said > (page.list?.count ?? 0)
  if (sight.remove !== undefined) body.set('remove', String(sight.remove))
  else body.set('another', another ? 'yes' : 'no')
  return post(walker, page.place, body)
}

function wrongErrors(sight: Sight, spot: Spot): Failure | undefined {
  const expected = sight.errors
  if (!expected) return undefined
  const shown = spot.is === 'page' && nameOf(spot) === sight.place ? spot.page.errors : []
  if (expected.length === 0 && shown.length > 0) return undefined
  const isRight =
    shown.length === expected.length &&
    expected.every((one) => shown.some((error) => isExpected(one, error, spot)))
  if (isRight && shown.length > 0) return undefined
  const named = expected.map(
    ({ text, field }) => `"${text}"${field === undefined ? '' : ` at "${field}"`}`,
  )
  return {
    part: sight,
    expected: named.length > 0 ? `the errors ${named.join(', ')}` : 'the page again, with an error',
    seen: shown.length > 0 ? shown.map((error) => `"${error.text}"`).join(', ') : pageInWords(spot),
    help: 'All errors of the page are named, in the words that people read.',
  }
}

function isExpected(one: ExpectedError, error: ShownError, spot: Spot): boolean {
  if (one.text !== error.text) return false
  if (one.field === undefined || spot.is !== 'page') return true
  const entry = spot.page.step.entries.find(
    (at) => at.is === 'field' && at.field.name === one.field,
  )
  return (
    entry?.is === 'field' &&
    error.control !== undefined &&
    kindOf(entry.field.kind).controls(entry.field, entry.field.name).includes(error.control)
  )
}

function wrongNotice(sight: Sight, spot: Spot): Failure | undefined {
  const { notice } = sight
  const notices = spot.is === 'page' ? spot.page.notices : []
  if (notice === undefined || notices.includes(notice)) return undefined
  return {
    part: sight,
    expected: `the words "${notice}"`,
    seen: notices.length > 0 ? notices.map((one) => `"${one}"`).join(', ') : pageInWords(spot),
    help: 'Write the words that people read after the press.',
  }
}
