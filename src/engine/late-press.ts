import { fileIdsIn } from '../answers/files-in.ts'
import type { Input, Typed } from '../fields/field.ts'
import { fieldsOf } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import { reachOf } from '../flow/reach.ts'
import type { Journey, Step } from '../journey/journey.ts'
import { drafts } from '../store/records.ts'
import type { Decision } from './decision.ts'
import type { Engine } from './engine.ts'
import { goWhere, withNotice } from './go.ts'
import { holdInput } from './held-input.ts'
import { keepLate } from './late-files.ts'
import type { Loaded } from './load-draft.ts'
import type { PageToken } from './page-token.ts'
import { showStep } from './show-step.ts'
import { slotsOf, type Uploads } from './take-files.ts'
import { throughJourney } from './through.ts'
import type { Visitor } from './visitor.ts'

const LAPSED =
  'You have been logged out, or too much time has passed. We have kept what you typed on the last page.'
const NOT_KEPT =
  'You have been logged out, or too much time has passed, so we have not taken what was on the last page.'

const UNPROVED =
  'We could not be sure that this came from our own page. Check your answers, then go on'
const UNPROVED_FILES =
  'We could not be sure that this came from our own page. Check your answers, choose your files again, then go on'

/** A post without a page's token, or with one that is not ours (R-WEB-01): nothing is taken; what was typed is shown again. */
export function unproved(
  engine: Engine,
  visitor: Visitor,
  loaded: Loaded,
  place: Place,
  input: Input,
): Decision {
  if (!reachOf(place, loaded.progress, loaded.draft)) return goWhere(loaded, visitor)
  const text = slotsOf(place).length > 0 ? UNPROVED_FILES : UNPROVED
  const overlay = { typed: typedIn(place, input), errors: [{ text }] }
  return { is: 'show', status: 403, page: showStep(engine, loaded, place, overlay) }
}

const UNSAVED =
  'We could not save this just now. What you typed is still on this page. Wait a few minutes, then try again'
const UNSAVED_FILES =
  'We could not save this just now. What you typed is still on this page, but not the files that you chose. Wait a few minutes, choose them again, then try again'

/** The disk takes nothing (R-REL-04). Undefined: the person is elsewhere, and there is no page to show again. */
export function unsaved(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  input: Input,
): Decision | undefined {
  if (!reachOf(place, loaded.progress, loaded.draft)) return undefined
  const text = slotsOf(place).length > 0 ? UNSAVED_FILES : UNSAVED
  const overlay = { typed: typedIn(place, input), errors: [{ text }] }
  return { is: 'show', status: 503, page: showStep(engine, loaded, place, overlay) }
}

/** The page was made for a session that has ended: nothing is run; what was typed is kept for the draft's owner. */
export async function lapsed(
  engine: Engine,
  request: { readonly journey: Journey; readonly visitor: Visitor; readonly uploads?: Uploads },
  loaded: Loaded,
  place: Place,
  token: PageToken,
  input: Input,
): Promise<Decision> {
  const { journey, visitor, uploads = new Map() } = request
  const isHeld = await holdForOwner(engine, visitor, place, token, { input, uploads })
  const words = isHeld ? LAPSED : NOT_KEPT
  const { signIn } = journey.site
  const isOwn = loaded.draft.owner.is === 'account' || journey.draft.owner === 'session'
  if (isOwn || signIn === undefined || !engine.journeys.has(signIn))
    return withNotice(goWhere(loaded, visitor), visitor, words)
  const caller = { called: signIn, journey: journey.id, place: placeKey(place) }
  return withNotice(throughJourney(visitor, caller), visitor, words)
}

/** False: nobody could see it any more, because its draft went with the session. */
async function holdForOwner(
  engine: Engine,
  visitor: Visitor,
  place: Place,
  token: PageToken,
  { input, uploads }: { readonly input: Input; readonly uploads: Uploads },
): Promise<boolean> {
  if (!token.draft || token.place !== placeKey(place)) return false
  const owner = (await engine.store.read(drafts, token.draft))?.value.owner
  if (!owner || (owner.is === 'session' && owner.session !== visitor.session)) return false
  const late = await keepLate(engine, uploads)
  const typed = { ...typedIn(place, input), ...late }
  await holdInput(engine, token.draft, token.place, typed, { files: fileIdsIn(late) })
  return true
}

/** The step cannot be reached yet, or no more: what was typed on it is kept for when it can. */
export async function holdTyped(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  token: PageToken,
  input: Input,
  { uploads = new Map(), until }: { readonly uploads?: Uploads; readonly until?: number } = {},
): Promise<void> {
  if (token.place !== placeKey(place) || loaded.version === 0) return
  if (loaded.draft.exits[placeKey(place)]?.closes) return
  const late = await keepLate(engine, uploads)
  const typed = { ...typedIn(place, input), ...late }
  if (Object.keys(typed).length > 0)
    await holdInput(engine, loaded.draft.id, token.place, typed, {
      files: fileIdsIn(late),
      ...(until !== undefined && { until }),
    })
}

/** What was typed, but for secrets. */
export function typedIn(place: Place, input: Input): Typed {
  const secrets = secretsOf(place.step)
  if (secrets.size === 0) return Object.fromEntries(input)
  return Object.fromEntries([...input].filter(([name]) => !secrets.has(name.split('-')[0] ?? '')))
}

const secretsAsked = new WeakMap<Step, ReadonlySet<string>>()

/** The names of a step's secrets. */
function secretsOf(step: Step): ReadonlySet<string> {
  const known = secretsAsked.get(step)
  if (known) return known
  const asked = fieldsOf(step.entries).filter(({ field }) => field.secret)
  const names = new Set(asked.map(({ field }) => field.name))
  secretsAsked.set(step, names)
  return names
}
