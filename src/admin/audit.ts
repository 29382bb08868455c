import { readPeer } from '../accounts/peer.ts'
import { createId } from '../accounts/secret.ts'
import { Refusal } from '../http/refusal.ts'
import type { Ctx } from '../http/session-cookie.ts'
import { dayOf } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'

/** What a member of staff did: saw how many cases there are, a list, a case, the page of a move, invitations; or moved a case, sent or ended an invitation. */
export type StaffAct =
  | 'home'
  | 'list'
  | 'case'
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
  /** The network that the request came from, not the address. */
  readonly network: string
  /** Finds the log line. */
  readonly request: string
}

/** Append-only: nothing in Footpath writes over one of these or removes it. */
export const audit: Collection<AuditRecord> = {
  name: 'audit',
  indexes: { by: ({ by }) => [by], day: ({ at }) => [dayOf(at)] },
  unique: [],
}

export type Act = Omit<AuditRecord, 'id' | 'at' | 'by' | 'roles' | 'network' | 'request'>

/**
 * Records what a member of staff is about to see or do. Durable when the promise resolves; where it cannot be written,
 * the request is refused (R-AUD-01: fail closed).
 */
export async function recordAct(
  c: Ctx,
  { store, now }: { readonly store: Store; readonly now: () => number },
  staff: { readonly id: string; readonly roles: readonly string[] },
  act: Act,
): Promise<void> {
  const record: AuditRecord = {
    ...act,
    id: createId(),
    at: now(),
    by: staff.id,
    roles: staff.roles,
    network: readPeer(c.get('peer')).network,
    request: c.get('requestId'),
  }
  const written = await store.write(audit, record, 0).catch(() => undefined)
  if (written?.status !== 'written')
    throw new Refusal(503, 'a look or move of staff could not be recorded', {
      title: 'We cannot show this now',
      lines: [
        'What staff look at and do is recorded, and just now it could not be. Nothing was changed.',
        'Try again in a few minutes. If it goes on, tell whoever runs the service.',
      ],
    })
}
