import type { Answers, Submission } from '../answers/draft.ts'
import { standsSince } from '../answers/stands-since.ts'
import type { Journey, Retention } from '../journey/journey.ts'
import { changeRecord } from '../store/change.ts'
import { submissions } from '../store/records.ts'
import type { Engine } from './engine.ts'

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
  { store, now }: Engine,
  journey: Journey,
  status: string,
  { after, then }: Retention,
): Promise<void> {
  const isOver = (submission: Submission) =>
    submission.status === status &&
    standsSince(submission) + after <= now() &&
    submission.messages.every((one) => one.status === 'sent' || one.status === 'failed')
  for (const id of await store.find(submissions, 'status', `${journey.id}|${status}`)) {
    const found = (await store.read(submissions, id))?.value
    if (!found || found.anonymised || !isOver(found)) continue
    if (then === 'delete') await store.remove(submissions, id)
    else
      await changeRecord(store, submissions, id, (before) =>
        before && isOver(before) ? anonymous(before, journey) : undefined,
      )
  }
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
