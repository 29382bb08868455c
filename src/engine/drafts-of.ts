import type { Draft } from '../answers/draft.ts'
import type { Journey } from '../journey/journey.ts'
import { drafts } from '../store/records.ts'
import type { Engine } from './engine.ts'
import { dropHeldInput } from './held-input.ts'
import { findDraft, ownerKey } from './load-draft.ts'

/** What an account has begun and not sent, in the order of the journeys. */
export async function findDraftsOf(
  engine: Engine,
  account: string,
): Promise<readonly { readonly journey: Journey; readonly draft: Draft }[]> {
  const found: { journey: Journey; draft: Draft }[] = []
  for (const journey of engine.journeys.values()) {
    const draft = await findOpenDraft(engine, journey, account)
    if (draft) found.push({ journey, draft })
  }
  return found
}

/** An account's draft of a journey, where nothing was sent from it yet. */
export async function findOpenDraft(
  engine: Engine,
  journey: Pick<Journey, 'id'>,
  account: string,
): Promise<Draft | undefined> {
  const draft = (await findDraft(engine, journey, { is: 'account', account }))?.value
  return draft?.submission ? undefined : draft
}

/** Deletes what an account has answered so far, and what it typed too late; false: there was nothing, or it has been sent. */
export function deleteDraft(engine: Engine, journey: Journey, account: string): Promise<boolean> {
  const key = ownerKey({ is: 'account', account }, journey.id)
  return engine.lock(key, async () => {
    const draft = await findOpenDraft(engine, journey, account)
    if (!draft) return false
    await dropHeldInput(engine, draft.id)
    await engine.store.remove(drafts, draft.id)
    return true
  })
}
