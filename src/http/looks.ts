import { audit } from '../store/audit.ts'
import type { Store } from '../store/store.ts'
import type { Look } from '../views/look-lines.ts'

/** How far back a person is told who has looked: milliseconds. */
const SHOWN = 90 * 24 * 60 * 60_000
/** More than this many are of no use to anybody. */
const MOST = 1000

/** When staff opened a case in the last 90 days, the newest first. By the audit: a look that is not in it was refused (R-AUD-01). */
export async function findLooks(
  store: Store,
  submission: string,
  now: number,
): Promise<readonly Look[]> {
  const looks: Look[] = []
  const ids = await store.find(audit, 'opened', submission)
  for (const id of ids.slice(-MOST).reverse()) {
    const record = (await store.read(audit, id))?.value
    if (!record) continue
    if (record.at < now - SHOWN) break
    looks.push({ at: record.at, by: record.by, roles: record.roles })
  }
  return looks
}
