import type { Draft, Exit } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import { type Place, placeKey } from '../flow/place.ts'
import { boundsOf, itemsAt, LIST_ANOTHER, LIST_DONE, listExit } from '../flow/repeats.ts'
import type { Decision } from './decision.ts'
import type { Engine } from './engine.ts'
import { goTo, goWhere } from './go.ts'
import { type Loaded, loadAgain, saveDraft } from './load-draft.ts'
import { showStep } from './show-step.ts'
import type { Visitor } from './visitor.ts'

/** A press on a repeat's list page: remove an item, add another, or go on. */
export async function pressList(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  visitor: Visitor,
  body: URLSearchParams,
): Promise<Decision> {
  const array = place.step.repeat ?? ''
  const items = itemsAt(array, loaded.draft.answers)
  const { min, max } = boundsOf(array, loaded)
  const remove = Number(body.get('remove') ?? 0)
  if (Number.isInteger(remove) && remove > 0 && remove <= items.length && items.length > min)
    return keep(engine, loaded, place, visitor, withoutItem(loaded, array, remove - 1))
  const another = body.get('another')
  if (another === 'yes' && items.length < max) {
    const draft = withListExit(loaded.draft, place, listExit(LIST_ANOTHER, items.length))
    const after = await save(engine, loaded, visitor, draft)
    return goTo(after, { step: place.step, item: items.length + 1 })
  }
  if (another !== 'no' && items.length < max) {
    const error = { control: 'another', text: 'Select yes if you need to add another' }
    return { is: 'show', status: 422, page: showStep(engine, loaded, place, { errors: [error] }) }
  }
  return keep(
    engine,
    loaded,
    place,
    visitor,
    withListExit(dropUnfinished(loaded, array), place, listExit(LIST_DONE, items.length)),
  )
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

/** Takes an item out; the exits of those behind it move up. */
function withoutItem(loaded: Loaded, array: string, index: number): Draft {
  const { draft, journey } = loaded
  const items: Json[] = itemsAt(array, draft.answers).filter((_, at) => at !== index)
  const exits: Record<string, Exit> = {}
  for (const [key, exit] of Object.entries(draft.exits)) {
    const [id = '', rest = ''] = key.split('/')
    const step = journey.steps[journey.stepIndex.get(id) ?? -1]
    if (step?.repeat !== array) exits[key] = exit
    else if (rest !== 'list' && Number(rest) !== index + 1)
      exits[Number(rest) > index + 1 ? `${id}/${Number(rest) - 1}` : key] = exit
  }
  return { ...draft, answers: { ...draft.answers, [array]: items }, exits }
}

async function keep(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  visitor: Visitor,
  draft: Draft,
): Promise<Decision> {
  const after = await save(engine, loaded, visitor, draft)
  const isDone = draft.exits[placeKey(place)]?.button === LIST_DONE
  return isDone || itemsAt(place.step.repeat ?? '', draft.answers).length === 0
    ? goWhere(after, visitor)
    : goTo(after, place)
}

async function save(
  engine: Engine,
  loaded: Loaded,
  visitor: Visitor,
  draft: Draft,
): Promise<Loaded> {
  const saved = await saveDraft(engine, loaded, { ...draft, press: draft.press + 1 })
  return loadAgain(engine, saved, visitor, saved.draft)
}
