import { expiryKeys } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { changeInTurn } from './in-turn.ts'
import { keyedHash } from './secret.ts'

/** Codes entered for one address since the last right one, in whatever journey or browser (R-AUTH-06). */
export interface CodeFailures extends StoredRecord {
  readonly count: number
  readonly expiresAt: number
}

export const codeFailures: Collection<CodeFailures> = {
  name: 'code-failures',
  indexes: { expires: expiryKeys },
  unique: [],
}

const MOST = 20
const WITHIN = 24 * 60 * 60_000

interface Counting {
  readonly store: Store
  readonly secretKey: Buffer
  readonly now: number
}

/** Counts before the code is compared. False: 20 in a row within 24 hours; do not compare. */
export async function countFailure(
  { store, secretKey, now }: Counting,
  address: string,
): Promise<boolean> {
  const id = idOf(secretKey, address)
  let counts = false
  await changeInTurn(store, codeFailures, id, (stored) => {
    const before = stored && stored.expiresAt > now ? stored : undefined
    counts = (before?.count ?? 0) < MOST
    if (!counts) return undefined
    return { id, count: (before?.count ?? 0) + 1, expiresAt: before?.expiresAt ?? now + WITHIN }
  })
  return counts
}

/** Codes entered in a row without a right one, and what tells this row from the next. */
export async function failuresInRow(
  { store, secretKey, now }: Counting,
  address: string,
): Promise<{ readonly count: number; readonly row: string }> {
  const id = idOf(secretKey, address)
  const found = (await store.read(codeFailures, id))?.value
  if (!found || found.expiresAt <= now) return { count: 0, row: id }
  return { count: found.count, row: `${id} ${found.expiresAt}` }
}

export async function isOutOfFailures(
  { store, secretKey, now }: Counting,
  address: string,
): Promise<boolean> {
  const found = await store.read(codeFailures, idOf(secretKey, address))
  return found !== undefined && found.value.expiresAt > now && found.value.count >= MOST
}

/** A code was right. */
export async function endFailures({ store, secretKey }: Counting, address: string): Promise<void> {
  await store.remove(codeFailures, idOf(secretKey, address))
}

function idOf(secretKey: Buffer, address: string): string {
  return keyedHash(secretKey, 'code failures', address)
}
