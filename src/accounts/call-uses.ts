import { expiryKeys } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { changeInTurn } from './in-turn.ts'

/** The newest call that was placed for a subject, and whether its answer has been used. The id is the subject's. */
export interface CallUse extends StoredRecord {
  readonly call: string
  readonly placedAt: number
  readonly usedAt?: number
  readonly expiresAt: number
}

export const callUses: Collection<CallUse> = {
  name: 'call-uses',
  indexes: { expires: expiryKeys },
  unique: [],
}

/** As long as a code: a call that was answered earlier proves nothing about who is here now. */
const LIFETIME = 600_000

/** A call was placed for the subject; what an earlier one proved counts no more. */
export async function keepCall(
  store: Store,
  subject: string,
  call: string,
  now: number,
): Promise<void> {
  await changeInTurn(store, callUses, subject, () => ({
    id: subject,
    call,
    placedAt: now,
    expiresAt: now + LIFETIME,
  }))
}

/** Whether there is a call of the subject whose answer may still count. */
export async function hasCall(store: Store, subject: string, now: number): Promise<boolean> {
  const found = await store.read(callUses, subject)
  return found !== undefined && counts(found.value, now)
}

/** True once for a call, however often and at the same time it is asked (R-AUTH-04). */
export async function useCall(store: Store, subject: string, now: number): Promise<boolean> {
  let isFirst = false
  await changeInTurn(store, callUses, subject, (use) => {
    isFirst = use !== undefined && counts(use, now)
    return use && isFirst ? { ...use, usedAt: now } : undefined
  })
  return isFirst
}

function counts(use: CallUse, now: number): boolean {
  return use.usedAt === undefined && use.expiresAt > now && use.placedAt <= now
}
