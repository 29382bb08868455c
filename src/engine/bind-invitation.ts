import { heldFact } from '../flow/values.ts'
import type { Engine } from './engine.ts'
import type { Loaded } from './load-draft.ts'
import { accountWhose } from './submission.ts'
import type { Visitor } from './visitor.ts'

/** An invitation binds to one account, when the draft first holds the fact that the journey names. */
export async function bindInvitation(
  engine: Engine,
  after: Loaded,
  visitor: Visitor,
): Promise<void> {
  const { journey, draft, progress } = after
  const invitation = visitor.invitations[journey.id] ?? draft.invitation
  if (invitation === undefined || journey.invitation === undefined) return
  const held = heldFact(journey.invitation.binds, progress.scope)
  if (!held) return
  const account = held.carries['account'] ?? accountWhose(after)
  if (typeof account === 'string') await engine.invitations.bind(invitation, account)
}
