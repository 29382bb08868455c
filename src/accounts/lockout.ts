import { expiryKeys } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { emailKeyOf } from './email-key.ts'
import { changeInTurn } from './in-turn.ts'
import { keyedHash } from './secret.ts'

/** Wrong passwords of one address since the last right one, whether it has an account or not (R-AUTH-24). */
export interface Lockout extends StoredRecord {
  readonly failures: number
  /** The newest wrong ones, as short keyed hashes: the same one again does not count again. */
  readonly wrong: readonly string[]
  readonly lockedUntil: number
  readonly expiresAt: number
}

export const lockouts: Collection<Lockout> = {
  name: 'lockouts',
  indexes: { expires: expiryKeys },
  unique: [],
}

const FAILURES = 10
const FIRST_LOCK = 60_000
const LONGEST_LOCK = 5 * 60 * 60_000
/** Failures that are older than this are forgotten. */
const KEPT = 24 * 60 * 60_000

export interface Attempt {
  readonly store: Store
  readonly secretKey: Buffer
  readonly now: number
  readonly email: string
}

/**
 * Counts a try before the password is compared, so that many at once are no way round; `endLockout` takes all back
 * when it was right. `locked`: do not compare. `last`: compare, and if it is wrong, the address is locked from now on.
 */
export async function beginAttempt(
  attempt: Attempt,
  password: string,
): Promise<'open' | 'last' | 'locked'> {
  const { store, secretKey, now, email } = attempt
  const id = idOf(attempt)
  const said = keyedHash(secretKey, 'wrong password', emailKeyOf(email), password.normalize('NFC'))
  // Eight characters tell a typing error from another, and are no use to whoever guesses.
  const tried = said.slice(0, 8)
  let state: 'open' | 'last' | 'locked' = 'open'
  await changeInTurn(store, lockouts, id, (stored) => {
    const before = stored && stored.expiresAt > now ? stored : newLockout(id)
    const after = before.lockedUntil > now ? undefined : withFailure(before, tried, now)
    if (!after) state = 'locked'
    else state = after.lockedUntil > now ? 'last' : 'open'
    return after
  })
  return state
}

function newLockout(id: string): Lockout {
  return { id, failures: 0, wrong: [], lockedUntil: 0, expiresAt: 0 }
}

/** One failure more, unless it is one of the newest again. */
function withFailure(before: Lockout, tried: string, now: number): Lockout {
  const expiresAt = now + KEPT
  if (before.wrong.includes(tried)) return { ...before, lockedUntil: 0, expiresAt }
  const failures = before.failures + 1
  const wrong = [...before.wrong, tried].slice(-FAILURES)
  const lockedUntil = failures < FAILURES ? 0 : now + lockOf(failures)
  return { ...before, failures, wrong, lockedUntil, expiresAt }
}

/** The password was right, or has been set anew: all failures are forgotten, and a lock is lifted. */
export async function endLockout(attempt: Attempt): Promise<void> {
  await attempt.store.remove(lockouts, idOf(attempt))
}

/** 60 seconds at the tenth failure, doubled at each one after it, at most 5 hours. */
function lockOf(failures: number): number {
  return Math.min(LONGEST_LOCK, FIRST_LOCK * 2 ** (failures - FAILURES))
}

function idOf({ secretKey, email }: Attempt): string {
  return keyedHash(secretKey, 'lockout', emailKeyOf(email))
}
