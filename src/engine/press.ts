import type { Input } from '../fields/field.ts'
import { type Place, placeOf } from '../flow/place.ts'
import { reachOf } from '../flow/reach.ts'
import { isStoreFault } from '../store/store-errors.ts'
import type { Decision } from './decision.ts'
import type { Engine } from './engine.ts'
import { goWhere, takenThere, withNotice } from './go.ts'
import { holdTyped, lapsed, unproved, unsaved } from './late-press.ts'
import { type Loaded, loadDraft, ownerKey, ownerOf } from './load-draft.ts'
import { readPageToken } from './page-token.ts'
import { pressButton, type Reached } from './press-button.ts'
import { type Filed, pressFiles } from './press-files.ts'
import { pressLink } from './press-link.ts'
import { pressList } from './press-list.ts'
import { inputOf, type PressRequest } from './press-request.ts'
import { saveForLater } from './save-for-later.ts'
import { slotsOf } from './take-files.ts'
import { endingOfTwin, pressKey } from './twin.ts'
import { withBoxes } from './with-boxes.ts'

/** A press of a button or link of a step: the stages of DESIGN.md, in order. */
export async function press(engine: Engine, request: PressRequest): Promise<Decision> {
  const { journey, visitor } = request
  const place = placeOf(journey, request.key)
  if (!place) return { is: 'not-found' }
  const key = ownerKey(ownerOf(journey, visitor), journey.id)
  return engine.lock(key, () => pressPlace(engine, request, place))
}

/** Where nothing can be written, the page comes again with all that was typed (R-REL-04). */
async function pressPlace(engine: Engine, request: PressRequest, place: Place): Promise<Decision> {
  const { journey, visitor, body } = request
  const loaded = await loadDraft(engine, journey, visitor)
  const input = inputOf(place, body)
  try {
    return await takePress(engine, request, place, loaded, input)
  } catch (error) {
    const shown = isStoreFault(error) && unsaved(engine, loaded, place, input)
    if (shown) return shown
    throw error
  }
}

async function takePress(
  engine: Engine,
  request: PressRequest,
  place: Place,
  loaded: Loaded,
  input: Input,
): Promise<Decision> {
  const { visitor, body } = request
  const token = readPageToken(body.get('page') ?? undefined, engine.services.secretKey)
  if (!token) return unproved(engine, visitor, loaded, place, input)
  if (token.session !== visitor.session) return lapsed(engine, request, loaded, place, token, input)
  const mark = pressKey(place, token, body, input)
  const again = endingOfTwin(engine, loaded, token, mark)
  if (again) return again
  if (token.draft !== '' && token.draft !== loaded.draft.id)
    return lapsed(engine, request, loaded, place, token, input)
  const reach = reachOf(place, loaded.progress, loaded.draft)
  if (!reach) {
    await holdTyped(engine, loaded, place, token, input, {
      ...(request.uploads && { uploads: request.uploads }),
    })
    return withNotice(goWhere(loaded, visitor), visitor, takenThere(loaded))
  }
  return takeReached(engine, request, { place, loaded, reach, token, input, mark })
}

/** A press on a page on which the person may be, by what was pressed. */
async function takeReached(
  engine: Engine,
  request: PressRequest,
  reached: Reached,
): Promise<Decision> {
  const { visitor, body, uploads } = request
  const { place, token, input: typed, mark } = reached
  // A field may have the name of a control of ours: then it is an answer.
  const isOurs = (name: string) => body.has(name) && !typed.has(name)
  const takesFiles = slotsOf(place).length > 0 && !place.list
  const filed: Filed = takesFiles
    ? await pressFiles(engine, { ...reached, visitor, body, uploads })
    : reached
  const { loaded, reach, input } = filed
  if (filed.decision) return filed.decision
  if (isOurs('save'))
    return saveForLater(engine, { loaded, place, reach, visitor, token, input, key: mark })
  if (place.list) return pressList(engine, { loaded, place, visitor, body, token, key: mark })
  if (isOurs('more') || isOurs('less')) {
    const page = withBoxes(engine, loaded, place, reach, body, input)
    if (page) return { is: 'show', status: 200, page }
  }
  if (isOurs('link'))
    return pressLink(engine, loaded, place, reach, visitor, body.get('link') ?? '')
  return pressButton(engine, request, { ...reached, loaded, reach, input })
}
