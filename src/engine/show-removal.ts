import { sentenceIn } from '../answers/sentences.ts'
import { engineWordsOf } from '../fields/engine-words.ts'
import type { Place } from '../flow/place.ts'
import { placeKey } from '../flow/place.ts'
import type { ShownStep } from './decision.ts'
import type { Engine } from './engine.ts'
import type { Loaded } from './load-draft.ts'
import { itemLines } from './show-list.ts'
import { showStep } from './show-step.ts'
import { itemTitle } from './show-summary.ts'

/** Asks whether an item is to be removed: what it says is gone then. */
export function showRemoval(engine: Engine, loaded: Loaded, place: Place, item: number): ShownStep {
  const array = place.step.repeat ?? ''
  const { language } = loaded.world
  const { list: _list, ...page } = showStep(engine, loaded, place)
  const name = itemTitle(loaded, array, item)
  return {
    ...page,
    kind: 'content',
    title: engineWordsOf(language).removeTitle(name),
    summary: [{ rows: [{ key: name, lines: itemLines(loaded, array, item) }] }],
    hidden: { remove: String(item), sure: 'yes' },
    buttons: [{ id: 'remove', label: sentenceIn(language, 'Yes, remove it'), style: 'primary' }],
    links: [{ label: sentenceIn(language, 'No, keep it'), place: placeKey(place) }],
    back: placeKey(place),
    maySave: false,
  }
}
