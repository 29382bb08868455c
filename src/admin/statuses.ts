import type { Submission } from '../answers/draft.ts'
import { standsSince } from '../answers/stands-since.ts'
import type { Admin } from '../journey/journey.ts'
import type { StatusTag } from '../views/admin-list.ts'

/** A status in words; one that the definition does not have any more by its id. */
export function statusTitle({ statuses }: Pick<Admin, 'statuses'>, id: string): string {
  return (Object.hasOwn(statuses, id) ? statuses[id]?.title : undefined) ?? id
}

export function statusTag(
  admin: Pick<Admin, 'statuses'>,
  id: string,
  isOverdue = false,
): StatusTag {
  const ends = Object.hasOwn(admin.statuses, id) && admin.statuses[id]?.ends === true
  return { text: `${statusTitle(admin, id)}${isOverdue ? ' (overdue)' : ''}`, ends }
}

/** The moment by which staff are to move a case on (FORMAT.md, `due`); none: there is no hurry. */
export function dueAt(
  { statuses }: Pick<Admin, 'statuses'>,
  submission: Pick<Submission, 'history' | 'submittedAt' | 'status'>,
): number | undefined {
  const { status } = submission
  const found = Object.hasOwn(statuses, status) ? statuses[status] : undefined
  if (found?.due === undefined || found.ends) return undefined
  return standsSince(submission) + found.due
}
