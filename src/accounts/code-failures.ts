import { expiryKeys } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { changeInTurn } from './in-turn.ts'
import { keyedHash } from './secret.ts'

/** Codes entered in a row since the last right one, in whatever journey or browser (R-AUTH-06). */
export interface CodeFailures extends StoredRecord {
  readonly count: number
  readonly expiresAt: number
}

export const codeFailures: Collection<CodeFailures> = {
  name: 'code-failures',
  indexes: { expires: expiryKeys },
  unique: [],
}

/** From one network, so that a stranger elsewhere locks nobody out of their own mailbox (R-AUTH-24). */
const MOST = 20
/** From everywhere: NIST SP 800-63B-4 has at most 100. */
const MOST_IN_ALL = 50
const WITHIN = 24 * 60 * 60_000

interface Counting {
  readonly store: Store
  readonly secretKey: Buffer
  readonly now: number
}

/** What codes are entered for. */
export interface Failing {
  /** Where the code was sent, normalised. */
  readonly address: string
  /** Where it is entered; absent: after the right password, which no stranger has. Then all count together, and apart. */
  readonly network?: string
}

/** Counts before the code is compared. False: too many in a row within 24 hours; do not compare. */
export async function countFailure(counting: Counting, failing: Failing): Promise<boolean> {
  if (await isOutOfFailures(counting, failing)) return false
  for (const row of rowsOf(counting, failing)) if (!(await countIn(counting, row))) return false
  return true
}

async function countIn({ store, now }: Counting, { id, most }: Row): Promise<boolean> {
  let counts = false
  await changeInTurn(store, codeFailures, id, (stored) => {
    const before = stored && stored.expiresAt > now ? stored : undefined
    counts = (before?.count ?? 0) < most
    if (!counts) return undefined
    return { id, count: (before?.count ?? 0) + 1, expiresAt: before?.expiresAt ?? now + WITHIN }
  })
  return counts
}

/** Codes entered in a row without a right one, and what tells this row from the next. */
export async function failuresInRow(
  counting: Counting,
  failing: Failing,
): Promise<{ readonly count: number; readonly row: string }> {
  const [{ id }] = rowsOf(counting, failing)
  const found = (await counting.store.read(codeFailures, id))?.value
  if (!found || found.expiresAt <= counting.now) return { count: 0, row: id }
  return { count: found.count, row: `${id} ${found.expiresAt}` }
}

export async function isOutOfFailures(counting: Counting, failing: Failing): Promise<boolean> {
  for (const { id, most } of rowsOf(counting, failing)) {
    const found = (await counting.store.read(codeFailures, id))?.value
    if (found && found.expiresAt > counting.now && found.count >= most) return true
  }
  return false
}

/** A code was right. What other networks have entered wrong still counts against them. */
export async function endFailures(counting: Counting, failing: Failing): Promise<void> {
  for (const { id } of rowsOf(counting, failing)) await counting.store.remove(codeFailures, id)
}

interface Row {
  readonly id: string
  readonly most: number
}

function rowsOf({ secretKey }: Counting, { address, network }: Failing): readonly [Row, ...Row[]] {
  const idOf = (...of: readonly string[]) => keyedHash(secretKey, 'code failures', ...of)
  if (network === undefined) return [{ id: idOf('after password', address), most: MOST }]
  return [
    { id: idOf('from', address, network), most: MOST },
    { id: idOf(address), most: MOST_IN_ALL },
  ]
}
