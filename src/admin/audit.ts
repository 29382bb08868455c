import { readPeer } from '../accounts/peer.ts'
import { createId } from '../accounts/secret.ts'
import type { Ctx } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import { type AuditRecord, audit } from '../store/audit.ts'
import type { Store } from '../store/store.ts'

export { type AuditRecord, audit }

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
