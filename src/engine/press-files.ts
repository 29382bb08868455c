import { fileIdsIn } from '../answers/files-in.ts'
import type { Input, Typed } from '../fields/field.ts'
import { ADD_FILE, REMOVE_FILE } from '../fields/file.ts'
import { storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import { type Reach, reachOf } from '../flow/reach.ts'
import type { Decision, ShownError } from './decision.ts'
import type { Engine } from './engine.ts'
import { findHeldInput, holdInput } from './held-input.ts'
import { withOwn } from './keep-answers.ts'
import { withLate, withoutLate } from './late-files.ts'
import { type Loaded, loadAgain, saveDraft } from './load-draft.ts'
import { refusedAt } from './more-files.ts'
import { readAnswers } from './read-answers.ts'
import { showStep } from './show-step.ts'
import { bytesOf, type FilesTaken, slotsOf, takeFiles, type Uploads } from './take-files.ts'
import type { Visitor } from './visitor.ts'

export const NOTHING_CHOSEN = 'Select a file before you press the button'

interface FilePress {
  readonly loaded: Loaded
  readonly place: Place
  readonly reach: Reach
  readonly visitor: Visitor
  readonly body: URLSearchParams
  readonly uploads: Uploads | undefined
  /** What was typed. */
  readonly input: Input
}

/** A press once its files are in the draft: the rest of it sees no difference between them and those that were there. */
export interface Filed {
  readonly loaded: Loaded
  readonly reach: Reach
  readonly input: Input
  /** The press was about files only: this is its answer. */
  readonly decision?: Decision
}

/**
 * Puts the files that came with a press of a page with boxes for them into the draft, first of all: whatever else is wrong
 * on the page, nobody has to choose them again. They are kept durably before the draft names them.
 */
export async function pressFiles(engine: Engine, press: FilePress): Promise<Filed> {
  const { loaded, place, reach, body } = press
  const slots = slotsOf(place)
  const own = storedAt(place, loaded.draft.answers)
  const late = await lateHere(engine, press)
  const uploads = withLate(press.uploads ?? new Map(), late, body)
  const taken = takeFiles(slots, own, { uploads, body, inDraft: bytesOf(loaded.draft.answers) })
  const input = new Map([...press.input, ...taken.input])
  const isKept = new Set(fileIdsIn(late ?? {}))
  const keep = taken.keep.filter((id) => !isKept.has(id))
  const after = taken.own ? await keepFiles(engine, press, keep, taken.own) : { loaded, reach }
  // Once the draft names them: a file that no record names is deleted.
  if (late) await holdInput(engine, loaded.draft.id, placeKey(place), withoutLate(late))
  const isOurs = (name: string) => body.has(name) && !press.input.has(name)
  if (!isOurs(ADD_FILE) && !isOurs(REMOVE_FILE)) return { ...after, input }
  return { ...after, input, decision: filesAgain(engine, { ...press, ...after, input }, taken) }
}

/** What was typed here when its session had ended, where files came with it. */
async function lateHere(engine: Engine, { loaded, place }: FilePress): Promise<Typed | undefined> {
  if (loaded.version === 0) return undefined
  const held = await findHeldInput(engine, loaded.draft.id)
  return held?.place === placeKey(place) && held.hasFiles ? held.typed : undefined
}

async function keepFiles(
  engine: Engine,
  { loaded, place, reach, visitor }: FilePress,
  keep: readonly string[],
  own: NonNullable<FilesTaken['own']>,
): Promise<Pick<Filed, 'loaded' | 'reach'>> {
  for (const id of keep) await engine.shelf.keep(id)
  const saved = await saveDraft(engine, loaded, withOwn(loaded.draft, place, own))
  const again = await loadAgain(engine, saved, visitor, saved.draft)
  return { loaded: again, reach: reachOf(place, again.progress, again.draft) ?? reach }
}

/** The page with its files as they are now, all else as it was typed; only what is wrong with files is said. */
function filesAgain(
  engine: Engine,
  { loaded, place, reach, body, input }: FilePress,
  { touched }: FilesTaken,
): Decision {
  const own = storedAt(place, loaded.draft.answers)
  const read = readAnswers(place, input, reach.scope, new Set(), own)
  const refused = refusedAt(input)
  const wrong = read.errors.filter(({ control }) => control !== undefined && refused.has(control))
  const errors = wrong.length > 0 ? wrong : nothingChosen(place, body, touched)
  const overlay = { typed: read.typed, given: read.given, errors }
  const page = showStep(engine, loaded, place, overlay)
  return { is: 'show', status: errors.length > 0 ? 422 : 200, page }
}

/** "Upload" was pressed, and no file was chosen. */
function nothingChosen(
  place: Place,
  body: URLSearchParams,
  touched: ReadonlySet<string>,
): readonly ShownError[] {
  const control = body.get(ADD_FILE)
  const slot = slotsOf(place).find((one) => one.control === control)
  if (!slot || touched.has(slot.control)) return []
  return [{ control: slot.control, text: NOTHING_CHOSEN }]
}
