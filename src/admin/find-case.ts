import { asAmended } from '../answers/asked-more.ts'
import type { Submission } from '../answers/draft.ts'
import type { Ctx } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import type { Journey } from '../journey/journey.ts'
import { submissions } from '../store/records.ts'
import type { Sent } from '../views/sent-words.ts'
import type { AdminDeps } from './admin-deps.ts'
import { type Rights, rightsOf } from './permissions.ts'
import type { Staff } from './staff.ts'
import { dueAt } from './statuses.ts'

/** A journey, and what somebody may do with its cases. */
export interface Desk {
  /** As it is served now: its columns, statuses and moves. */
  readonly journey: Journey
  readonly rights: Rights
  /** The time in which staff are to move a case on has passed. */
  isOverdue(submission: Submission): boolean
}

/** What a member of staff calls a submission; as it reads with what the person answered since. */
export type Case = Sent

/** The journey that the address names; what is not there and what is not theirs are the same to them (R-ACL-02). */
export function requireDesk(c: Ctx, deps: AdminDeps, staff: Staff): Desk {
  const id = c.req.param('journey') ?? ''
  if (deps.broken.has(id))
    throw new Refusal(503, `${id} has errors in its definition`, {
      title: 'This form is not available',
      lines: [
        'There is a mistake in how this form has been set up. Its requests are kept, and can be seen when the form has been mended.',
      ],
    })
  const journey = deps.engine.journeys.get(id)
  const rights = journey && rightsOf(staff.roles, journey.admin)
  if (!journey || !rights) throw new Refusal(404, 'no such journey for them')
  const isOverdue = (submission: Submission) =>
    (dueAt(journey.admin, submission) ?? Number.POSITIVE_INFINITY) <= deps.services.now()
  return { journey, rights, isOverdue }
}

/** The case that the address names, of that very journey. */
export async function requireCase(
  c: Ctx,
  deps: AdminDeps,
  { journey }: Desk,
  id = c.req.param('case') ?? '',
): Promise<Case> {
  const found = await deps.services.store.read(submissions, id)
  if (found?.value.journey !== journey.id) throw new Refusal(404, 'no such case')
  return caseOf(deps, journey, found.value)
}

export async function caseOf(
  deps: AdminDeps,
  journey: Journey,
  submission: Submission,
): Promise<Case> {
  const madeWith = submission.hash === journey.hash ? journey : await deps.journeyOf(submission)
  return { submission: asAmended(submission), madeWith: madeWith ?? journey }
}
