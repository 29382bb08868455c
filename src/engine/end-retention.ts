import type { Answers, Submission } from '../answers/draft.ts'
import { standsSince } from '../answers/stands-since.ts'
import type { Journey, Retention } from '../journey/journey.ts'
import { changeRecord } from '../store/change.ts'
import { drafts, submissions } from '../store/records.ts'
import type { Engine } from './engine.ts'
import { dropHeldInput } from './held-input.ts'
import { ownerKey } from './load-draft.ts'

/**
 * Deletes or anonymises cases that have stood in a status for as long as their journey keeps them (FORMAT.md,
 * `retention`). What has not been sent yet is waited for. To be run at least once a day (R-DP-04).
 */
export async function endRetention(engine: Engine): Promise<void> {
  for (const journey of engine.journeys.values())
    for (const [status, rule] of Object.entries(journey.admin.retention))
      await endStatus(engine, journey, status, rule)
}

async function endStatus(
  engine: Engine,
  journey: Journey,
  status: string,
  { after, then }: Retention,
): Promise<void> {
  const { store, now } = engine
  const isOver = (submission: Submission) =>
    submission.status === status &&
    standsSince(submission) + after <= now() &&
    submission.messages.every((one) => one.status === 'sent' || one.status === 'failed')
  for (const id of await store.find(submissions, 'status', `${journey.id}|${status}`)) {
    const found = (await store.read(submissions, id))?.value
    if (!found || found.anonymised || !isOver(found)) continue
    await forgetDraft(engine, found)
    if (then === 'delete') await store.remove(submissions, id)
    else
      await changeRecord(store, submissions, id, (before) =>
        before && isOver(before) ? anonymous(before, journey) : undefined,
      )
  }
}

/** What it was sent from holds the same answers and files, and what was typed for it. First: nothing of it outlives the case. */
async function forgetDraft(engine: Engine, { id, draft, more = [] }: Submission): Promise<void> {
  for (const asked of more) await dropHeldInput(engine, asked.id)
  const found = (await engine.store.read(drafts, draft))?.value
  if (!found) return
  await engine.lock(ownerKey(found.owner, found.journey), async () => {
    const now = (await engine.store.read(drafts, draft))?.value
    if (now?.submission?.id !== id) return
    await dropHeldInput(engine, draft)
    await engine.store.remove(drafts, draft)
  })
}

/** What is left counts cases and says what was chosen, of nobody: answers whose field says `data: none`. */
function anonymous(
  { account: _who, more: _asked, ...before }: Submission,
  { fields }: Journey,
): Submission {
  const kept = Object.entries(before.answers).filter(
    ([name]) => fields.get(name)?.presentation.data === 'none',
  )
  const answers: Answers = Object.fromEntries(kept)
  const history = before.history.map(({ asked: _written, ...change }) => change)
  return { ...before, answers, history, messages: [], anonymised: true }
}
