import { dayOf } from './records.ts'
import type { Collection, StoredRecord } from './store.ts'

/** What a member of staff did: saw how many cases there are, a list, a case, what of a case is masked, a copy of it to keep, the page of a move, invitations; or moved a case, sent or ended an invitation. */
export type StaffAct =
  | 'home'
  | 'list'
  | 'case'
  | 'reveal'
  | 'copy'
  | 'move-page'
  | 'move'
  | 'invitations'
  | 'invite'
  | 'withdraw-invitation'

/**
 * One look or move of staff (R-AUD-01): ids and names of fields, never an answer's value (R-AUD-02). Written once, never
 * changed. Members may be added: a chain of hashes goes over whatever a record holds.
 */
export interface AuditRecord extends StoredRecord {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Account id of the member of staff. */
  readonly by: string
  /** Those that they had then. */
  readonly roles: readonly string[]
  readonly act: StaffAct
  readonly journey?: string
  readonly move?: string
  /** Id of the invitation that was sent again or ended. */
  readonly invitation?: string
  /** Ids of the submissions that were shown or moved. */
  readonly cases: readonly string[]
  /** Names of what was shown of them. */
  readonly fields: 'all' | readonly string[]
  /** Whether the cases were searched for; never for what. */
  readonly searched?: boolean
  /** Why they had to see what is masked, in their words. */
  readonly reason?: string
  /** The network that the request came from, not the address. */
  readonly network: string
  /** Finds the log line. */
  readonly request: string
}

const OPENING: ReadonlySet<StaffAct> = new Set(['case', 'reveal', 'copy'])

/** Append-only: nothing in Footpath writes over one of these or removes it. */
export const audit: Collection<AuditRecord> = {
  name: 'audit',
  indexes: {
    by: ({ by }) => [by],
    day: ({ at }) => [dayOf(at)],
    /** The cases that were opened: whose they are may know of it. */
    opened: ({ act, cases }) => (OPENING.has(act) ? cases : []),
  },
  unique: [],
}
