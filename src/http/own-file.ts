import type { Answers } from '../answers/draft.ts'
import { filesIn } from '../answers/files-in.ts'
import { loadDraft } from '../engine/load-draft.ts'
import type { Journey } from '../journey/journey.ts'
import type { Ctx, HttpDeps } from './context.ts'
import { Refusal } from './refusal.ts'
import { requireStored, sendStored } from './send-stored-file.ts'
import { visitorOf } from './visitor.ts'

/** A file among a person's own answers, for them to keep; any other is not there (R-ACL-02). */
export async function sendOwnFile(
  c: Ctx,
  { shelf }: HttpDeps,
  answers: Answers,
  id: string,
): Promise<Response> {
  const file = filesIn(answers).find((one) => one.id === id)
  if (!file) throw new Refusal(404, 'no such file of theirs')
  return sendStored(c, file, await requireStored(shelf, file))
}

/** A file of the draft that the visitor is filling in. */
export async function sendDraftFile(
  c: Ctx,
  deps: HttpDeps,
  journey: Journey,
  id: string,
): Promise<Response> {
  const { draft } = await loadDraft(deps.engine, journey, visitorOf(c))
  return sendOwnFile(c, deps, draft.answers, id)
}
