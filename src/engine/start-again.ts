import type { Journey } from '../journey/journey.ts'
import { drafts } from '../store/records.ts'
import type { Engine } from './engine.ts'
import { findDraft, ownerKey, ownerOf } from './load-draft.ts'
import type { Visitor } from './visitor.ts'

/** After a submission: its draft goes, so that the next visit begins a new one. The submission stays. */
export async function startAgain(
  engine: Engine,
  journey: Journey,
  visitor: Visitor,
): Promise<void> {
  const owner = ownerOf(journey, visitor)
  await engine.lock(ownerKey(owner, journey.id), async () => {
    const found = await findDraft(engine, journey, owner)
    if (found?.value.submission) await engine.store.remove(drafts, found.value.id)
  })
}
