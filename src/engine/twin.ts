import { hash } from 'node:crypto'
import type { Input } from '../fields/field.ts'
import { type Place, placeKey, placeOf } from '../flow/place.ts'
import type { Decision, Destination } from './decision.ts'
import type { Engine } from './engine.ts'
import { typedIn } from './late-press.ts'
import { type Loaded, loadDraft } from './load-draft.ts'
import { type PageToken, readPageToken } from './page-token.ts'
import { inputOf, type PressRequest } from './press-request.ts'

/** A second press of the same page gets the first one's ending (double click, two tabs, reload). */
export function endingOfTwin(
  engine: Engine,
  loaded: Loaded,
  token: PageToken,
  key: string,
): Decision | undefined {
  const gone = engine.returned.get(token.draft)
  if (gone?.key === key) return { is: 'go', to: gone.to }
  if (token.draft !== '' && token.draft !== loaded.draft.id) return undefined
  const twin = loaded.draft.presses.find((one) => one.key === key)
  return twin?.to && { is: 'go', to: twin.to as Destination }
}

/** The ending of a press that was taken already, for whoever sends the very same again; undefined: it was not. */
export async function repeatPress(
  engine: Engine,
  request: PressRequest,
): Promise<Decision | undefined> {
  const { journey, visitor, body } = request
  const place = placeOf(journey, request.key)
  const token = readPageToken(body.get('page') ?? undefined, engine.services.secretKey)
  if (!place || token?.session !== visitor.session) return undefined
  const loaded = await loadDraft(engine, journey, visitor)
  return endingOfTwin(engine, loaded, token, pressKey(place, token, body, inputOf(place, body)))
}

/** Names a press by its page and by all that it says. */
export function pressKey(
  place: Place,
  token: PageToken,
  body: URLSearchParams,
  input: Input,
): string {
  const said = JSON.stringify([
    placeKey(place),
    token.press,
    body.get('button'),
    body.get('remove'),
    body.get('sure'),
    body.get('another'),
    body.get('save'),
    typedIn(place, input),
  ])
  return hash('sha256', said, 'base64url').slice(0, 22)
}
