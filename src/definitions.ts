import type { Action } from './actions/action.ts'
import type { Submission } from './answers/draft.ts'
import type { Journey } from './journey/journey.ts'
import { type LoadedJourney, loadJourneys } from './journey/load-journeys.ts'
import { definitions } from './store/definitions.ts'
import { submissions } from './store/records.ts'
import type { Store } from './store/store.ts'

/** Keeps the definitions that are served now: what is sent with them is shown by them for ever (DESIGN.md, principle 8). */
export async function keepDefinitions(
  store: Store,
  loaded: readonly LoadedJourney[],
): Promise<void> {
  for (const { id, journey, files } of loaded) {
    if (!journey || (await store.read(definitions, journey.hash))) continue
    await store.write(definitions, { id: journey.hash, journey: id, files }, 0)
  }
}

/** Lets go of definitions that are served no more, and that nothing was sent with: those of one save after another. */
export async function dropDefinitions(
  store: Store,
  before: ReadonlyMap<string, Journey>,
  now: ReadonlyMap<string, Journey>,
): Promise<void> {
  for (const [id, { hash }] of before) {
    if (now.get(id)?.hash === hash) continue
    const sent = await store.find(submissions, 'journey', id)
    const read = await Promise.all(sent.map((one) => store.read(submissions, one)))
    if (!read.some((one) => one?.value.hash === hash)) await store.remove(definitions, hash)
  }
}

/** The journey that a submission was made with; where its definition cannot be read any more, the one of now. */
export async function journeyOfSubmission(
  store: Store,
  journeys: ReadonlyMap<string, Journey>,
  submission: Pick<Submission, 'journey' | 'hash'>,
  actionsOf: (journey: string) => ReadonlyMap<string, Action>,
): Promise<Journey | undefined> {
  const now = journeys.get(submission.journey)
  if (now?.hash === submission.hash) return now
  const kept = (await store.read(definitions, submission.hash))?.value
  if (!kept) return now
  const texts = new Map(Object.entries(kept.files))
  const loaded = loadJourneys({ shown: '', texts, kept: true }, actionsOf)
  return loaded.journeys.find((one) => one.id === submission.journey)?.journey ?? now
}
