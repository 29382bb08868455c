import { hasMoved, type Submission } from './draft.ts'

/** When a case came to the status in which it stands: milliseconds since 1970. */
export function standsSince({
  history,
  submittedAt,
  status,
}: Pick<Submission, 'history' | 'submittedAt' | 'status'>): number {
  const came = history.findLast((change) => change.to === status && hasMoved(change))
  return came?.at ?? submittedAt
}
