import type { Draft, Exit, HeldFact } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import { UNSAID } from '../flow/another.ts'
import { type Place, placeKey, stepOf } from '../flow/place.ts'
import { boundsOf, itemsAt, LIST_ANOTHER, LIST_DONE, listExit } from '../flow/repeats.ts'
import { standAt } from '../flow/task-lists.ts'
import type { Journey } from '../journey/journey.ts'
import type { Decision, Overlay, ShownError } from './decision.ts'
import type { Engine } from './engine.ts'
import { endingFrom, goOnIn, goTo } from './go.ts'
import { type Loaded, loadAgain, saveDraft } from './load-draft.ts'
import type { PageToken } from './page-token.ts'
import { completedHere, failedChecks } from './read-answers.ts'
import { remembered } from './record-press.ts'
import { showRemoval } from './show-removal.ts'
import { showStep } from './show-step.ts'
import type { Visitor } from './visitor.ts'

export interface ListPress {
  readonly loaded: Loaded
  readonly place: Place
  readonly visitor: Visitor
  readonly body: URLSearchParams
  readonly token: PageToken
  /** Names this press, so that its twin gets the same ending. */
  readonly key: string
}

/** The error of a list page on which neither yes nor no was chosen. */
export const UNCHOSEN: ShownError = {
  control: 'another',
  text: UNSAID,
}

const STALE =
  'This list was changed in another window after you opened it here, so nothing was removed. Look at the list again.'

/** A press on a repeat's list page: remove an item, add another, or go on. */
export async function pressList(engine: Engine, press: ListPress): Promise<Decision> {
  const { loaded, place, body } = press
  const array = place.step.repeat ?? ''
  const items = itemsAt(array, loaded.draft.answers)
  const { min, max } = boundsOf(array, loaded)
  const removed = await removal(engine, press, items.length, min)
  if (removed) return removed
  const another = body.get('another')
  if (another === 'yes' && items.length < max) {
    const draft = withListExit(loaded.draft, place, listExit(LIST_ANOTHER, items.length))
    return take(engine, press, draft, (after) =>
      goTo(after, { step: place.step, item: items.length + 1 }),
    )
  }
  if (another !== 'no' && items.length < max) {
    return showAgain(engine, press, 422, { errors: [UNCHOSEN] })
  }
  const kept = dropUnfinished(loaded, array)
  const errors = failedHere(loaded, place, itemsAt(array, kept.answers))
  if (errors.length > 0) return showAgain(engine, press, 422, { errors })
  const done = withListExit(kept, place, listExit(LIST_DONE, items.length))
  return take(engine, press, done, (after) => goOn(after, place, press.visitor))
}

/** The checks of the whole journey that the list completes, and that fail. */
function failedHere(
  { journey, progress }: Loaded,
  place: Place,
  items: readonly Json[],
): readonly ShownError[] {
  const { scope } = progress
  const now = { ...scope, answers: { ...scope.answers, [place.step.repeat ?? '']: items } }
  return failedChecks(completedHere(journey.checks, place, now), now, place)
}

/** In a section of a task list the section goes on. */
function goOn(after: Loaded, place: Place, visitor: Visitor): Decision {
  const ending = endingFrom(place, after)
  return ending ? goTo(after, ending) : goOnIn(standAt(place, after.progress.tasks), after, visitor)
}

/** A press that removes an item: asked about first, then done. Undefined: this press removes nothing. */
async function removal(
  engine: Engine,
  press: ListPress,
  count: number,
  min: number,
): Promise<Decision | undefined> {
  const { loaded, place, body, visitor } = press
  const item = Number(body.get('remove') ?? 0)
  if (item === 0) return undefined
  if (isStale(press)) return showAgain(engine, press, 409, { notices: [STALE] })
  if (!Number.isInteger(item) || item < 1 || item > count || count <= min) return undefined
  if (body.get('sure') !== 'yes')
    return { is: 'show', status: 200, page: showRemoval(engine, loaded, place, item) }
  const array = place.step.repeat ?? ''
  return take(engine, press, withoutItem(loaded, place, array, item - 1), (after) =>
    count === 1 ? goOn(after, place, visitor) : goTo(after, place),
  )
}

function showAgain(
  engine: Engine,
  { loaded, place }: ListPress,
  status: 409 | 422,
  overlay: Overlay,
): Decision {
  return { is: 'show', status, page: showStep(engine, loaded, place, overlay) }
}

/** Another window took an item out since the page was made: the numbers on it are others now. */
function isStale({ loaded, place, token }: ListPress): boolean {
  return (loaded.draft.changed[placeKey(place)] ?? 0) > token.press
}

/** Someone who added an item by mistake says no on the list: what was begun of it goes. */
function dropUnfinished(loaded: Loaded, array: string): Draft {
  const { draft, progress } = loaded
  const at = progress.path.at(-1)
  if (at?.step.repeat !== array || at.item === undefined) return draft
  const items = itemsAt(array, draft.answers).slice(0, at.item - 1)
  return { ...draft, answers: { ...draft.answers, [array]: items } }
}

function withListExit(draft: Draft, place: Place, exit: Exit): Draft {
  return { ...draft, exits: { ...draft.exits, [placeKey(place)]: exit } }
}

/** A list, and those that have one item for each of its items: they lose the same item. */
function pairedWith(array: string, { steps }: Journey): ReadonlySet<string> {
  const arrays = new Set([array])
  for (const one of arrays)
    for (const step of steps)
      if (step.repeatFor === one && step.repeat !== undefined) arrays.add(step.repeat)
  return arrays
}

/** Takes an item out; the exits of those behind it move up. */
function withoutItem(loaded: Loaded, place: Place, array: string, index: number): Draft {
  const { draft, journey } = loaded
  const arrays = pairedWith(array, journey)
  const lists = [...arrays].map((name): [string, Json] => [
    name,
    itemsAt(name, draft.answers).filter((_, at) => at !== index),
  ])
  const exits: Record<string, Exit> = {}
  for (const [key, exit] of Object.entries(draft.exits)) {
    const [id = '', rest = ''] = key.split('/')
    const step = journey.steps[journey.stepIndex.get(id) ?? -1]
    if (!arrays.has(step?.repeat ?? '')) exits[key] = exit
    else if (rest !== 'list' && Number(rest) !== index + 1)
      exits[Number(rest) > index + 1 ? `${id}/${Number(rest) - 1}` : key] = exit
  }
  const changed = { ...draft.changed, [placeKey(place)]: draft.press + 1 }
  const facts = draft.facts.flatMap((fact) => movedUp(fact, journey, arrays, index + 1))
  return {
    ...draft,
    answers: { ...draft.answers, ...Object.fromEntries(lists) },
    exits,
    facts,
    changed,
  }
}

/** A fact of an item behind the one that is taken out belongs to the item before now; one of that very item goes. */
function movedUp(
  fact: HeldFact,
  journey: Journey,
  arrays: ReadonlySet<string>,
  removed: number,
): readonly HeldFact[] {
  const { at } = fact
  if (at?.item === undefined || at.item < removed) return [fact]
  if (!arrays.has(stepOf(journey, at.step)?.repeat ?? '')) return [fact]
  return at.item === removed ? [] : [{ ...fact, at: { ...at, item: at.item - 1 } }]
}

async function take(
  engine: Engine,
  press: ListPress,
  changed: Draft,
  decide: (after: Loaded) => Decision,
): Promise<Decision> {
  const draft = { ...changed, press: changed.press + 1 }
  const after = await loadAgain(engine, press.loaded, press.visitor, draft)
  const decision = decide(after)
  await saveDraft(engine, after, draft, remembered(press, draft, decision))
  return decision
}
