import { expiryKeys } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { changeInTurn } from './in-turn.ts'
import { keyedHash } from './secret.ts'

/** How many of the last texts and calls led to a proof: pumped numbers never do (R-TEL-04). */
export interface Conversion extends StoredRecord {
  readonly sends: readonly { readonly to: string; readonly isProved: boolean }[]
  /** New numbers are not served before. */
  readonly pausedUntil: number
  readonly alertedAt: number
  readonly expiresAt: number
}

export const conversions: Collection<Conversion> = {
  name: 'conversions',
  indexes: { expires: expiryKeys },
  unique: [],
}

const LOOKED_AT = 50
const ALERT = 2
const PAUSE = 4
const PAUSED = 30 * 60_000
const HOUR = 60 * 60_000
const KEPT = 7 * 24 * HOUR
const ID = 'all'

interface Counting {
  readonly store: Store
  readonly secretKey: Buffer
  readonly now: number
}

/**
 * Counts a text or call that leaves. `alert`: of the last 50 fewer than half led to a proof, told once an hour; `pause`:
 * fewer than a quarter, and from now on new numbers wait for half an hour (R-TEL-04).
 */
export async function noteSend(
  { store, secretKey, now }: Counting,
  number: string,
): Promise<'fine' | 'alert' | 'pause'> {
  let told: 'fine' | 'alert' | 'pause' = 'fine'
  await changeInTurn(store, conversions, ID, (stored) => {
    const before = stored ?? { id: ID, sends: [], pausedUntil: 0, alertedAt: 0 }
    const send = { to: hashOf(secretKey, number), isProved: false }
    const sends = [...before.sends, send].slice(-LOOKED_AT)
    told = judge(sends, now - before.alertedAt >= HOUR)
    const after = { ...before, sends, expiresAt: now + KEPT }
    if (told === 'pause') return { ...after, sends: [], pausedUntil: now + PAUSED }
    return told === 'alert' ? { ...after, alertedAt: now } : after
  })
  return told
}

function judge(sends: Conversion['sends'], mayAlert: boolean): 'fine' | 'alert' | 'pause' {
  if (sends.length < LOOKED_AT) return 'fine'
  const proved = sends.filter(({ isProved }) => isProved).length
  if (sends.length > PAUSE * proved) return 'pause'
  return mayAlert && sends.length > ALERT * proved ? 'alert' : 'fine'
}

/** A code was right, a call was answered as asked. */
export async function noteProof({ store, secretKey }: Counting, number: string): Promise<void> {
  const to = hashOf(secretKey, number)
  await changeInTurn(store, conversions, ID, (before) => {
    const at = before?.sends.findLastIndex((send) => send.to === to && !send.isProved) ?? -1
    if (!before || at < 0) return undefined
    const proved = { to, isProved: true }
    return { ...before, sends: before.sends.with(at, proved) }
  })
}

/** Whether new numbers have to wait. */
export async function isPaused({ store, now }: Counting): Promise<boolean> {
  const found = await store.read(conversions, ID)
  return (found?.value.pausedUntil ?? 0) > now
}

function hashOf(key: Buffer, number: string): string {
  return keyedHash(key, 'sent to', number)
}
