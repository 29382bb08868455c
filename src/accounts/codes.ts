import { randomInt } from 'node:crypto'
import { expiryKeys, type OutgoingMessage } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { unsentKeys } from '../store/unsent.ts'
import { countFailure, endFailures, isOutOfFailures } from './code-failures.ts'
import { changeInTurn } from './in-turn.ts'
import { isSameHash, keyedHash } from './secret.ts'

/** How long a code works, in milliseconds (R-AUTH-02). */
export const CODE_LIFETIME = 600_000
const TRIES = 5
/** So many codes of a challenge count at the same time: an earlier email may come late (D3). */
const NEWEST = 2
/** Kept after the last code has expired, so that it is not taken for one that never was (R-AUTH-08). */
const KEPT = 60 * 60_000

/** What a code proves, and to whom: another purpose, address or browser is another challenge (R-AUTH-05). */
export interface CodeSubject {
  /** The journey, and whether an email address, a phone or an account was given. */
  readonly journey: string
  readonly of: 'email' | 'phone' | 'account'
  /** Normalised: an address's key, a number, `<account> <number>`. */
  readonly value: string
  /** Where it is sent, normalised: failures are counted for it, whatever the purpose (R-AUTH-06). */
  readonly address: string
  /** Where it is entered: failures count by it too; absent: the right password was given before. */
  readonly network?: string
  readonly session: string
}

/** Codes that were sent for one subject, their tries, and the messages that carry them. */
export interface Challenge extends StoredRecord {
  readonly codes: readonly { readonly hash: string; readonly issuedAt: number }[]
  readonly tries: number
  readonly usedAt?: number
  /** The latest moment that it was seen at: a clock that goes back revives no code (R-AUTH-02). */
  readonly seenAt: number
  readonly expiresAt: number
  readonly messages: readonly OutgoingMessage[]
}

export const challenges: Collection<Challenge> = {
  name: 'challenges',
  indexes: { unsent: unsentKeys, expires: expiryKeys },
  unique: [],
}

export interface CodeContext {
  readonly store: Store
  readonly secretKey: Buffer
  readonly now: number
}

/** Six digits, each as likely as any other (R-AUTH-01). */
export function createCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/**
 * Keeps a code and the message that carries it in one record; answers the record's id, to be dispatched. A code of
 * nobody's (`known: false`) is never right, and is in all else like any other (R-AUTH-12).
 */
export async function issueCode(
  { store, secretKey, now }: CodeContext,
  subject: CodeSubject,
  issued: { readonly code: string; readonly message: OutgoingMessage; readonly known: boolean },
): Promise<string> {
  const id = challengeIdOf(secretKey, subject)
  const hash = issued.known
    ? codeHash(secretKey, id, issued.code)
    : keyedHash(secretKey, 'no code', id, String(now))
  await changeInTurn(store, challenges, id, (before) => {
    const at = Math.max(now, before?.seenAt ?? 0)
    const live = before && !isOver(before) ? liveCodes(before, at) : []
    return {
      id,
      codes: [...live, { hash, issuedAt: at }].slice(-NEWEST),
      // Tries are shared by the codes that count: asking for another gives no new ones (R-AUTH-06).
      tries: live.length > 0 ? (before?.tries ?? 0) : 0,
      seenAt: at,
      expiresAt: at + CODE_LIFETIME + KEPT,
      messages: [...(before?.messages ?? []).slice(-NEWEST), issued.message],
    }
  })
  return id
}

/** `locked`: too many wrong ones were entered, and it was not compared. */
export type CodeCheck = 'right' | 'wrong' | 'expired' | 'used-up' | 'locked'

/**
 * Judges a code. The try is counted, for the challenge and for the address, before the code is compared (R-AUTH-03,
 * R-AUTH-06); a right code is right once, also when it comes twice at the same time (R-AUTH-04).
 */
export async function checkCode(
  context: CodeContext,
  subject: CodeSubject,
  code: string,
): Promise<CodeCheck> {
  const { secretKey } = context
  const id = challengeIdOf(secretKey, subject)
  const counted = await countTry(context, id)
  if (counted.status !== 'counted') return counted.status
  if (!(await countFailure(context, subject))) return 'locked'
  const given = codeHash(secretKey, id, code)
  const isRight = counted.codes.map((one) => isSameHash(one.hash, given)).includes(true)
  if (!isRight) return counted.tries >= TRIES ? 'used-up' : 'wrong'
  if (!(await useOnce(context, id, given))) return 'used-up'
  await endFailures(context, subject)
  return 'right'
}

/** Whether no more codes are to be sent to an address for now: too many wrong ones were entered (R-AUTH-06). */
export function isAddressLocked(
  context: CodeContext,
  subject: Pick<CodeSubject, 'address' | 'network'>,
): Promise<boolean> {
  return isOutOfFailures(context, subject)
}

type Counted =
  | { readonly status: 'counted'; readonly codes: Challenge['codes']; readonly tries: number }
  | { readonly status: 'expired' | 'used-up' }

async function countTry({ store, now }: CodeContext, id: string): Promise<Counted> {
  let counted: Counted = { status: 'expired' }
  await changeInTurn(store, challenges, id, (before) => {
    counted = { status: 'expired' }
    if (!before) return undefined
    if (isOver(before)) {
      counted = { status: 'used-up' }
      return undefined
    }
    const at = Math.max(now, before.seenAt)
    const codes = liveCodes(before, at)
    if (codes.length === 0) return { ...before, codes, seenAt: at }
    counted = { status: 'counted', codes, tries: before.tries + 1 }
    return { ...before, codes, tries: before.tries + 1, seenAt: at }
  })
  return counted
}

async function useOnce({ store, now }: CodeContext, id: string, hash: string): Promise<boolean> {
  let isFirst = false
  await changeInTurn(store, challenges, id, (before) => {
    isFirst =
      before?.usedAt === undefined && before?.codes.some((one) => one.hash === hash) === true
    return before && isFirst ? { ...before, codes: [], usedAt: now } : undefined
  })
  return isFirst
}

function isOver(challenge: Challenge): boolean {
  return challenge.usedAt !== undefined || challenge.tries >= TRIES
}

function liveCodes(challenge: Challenge, at: number): Challenge['codes'] {
  return challenge.codes.filter((code) => at - code.issuedAt <= CODE_LIFETIME)
}

function challengeIdOf(secretKey: Buffer, { journey, of, value, session }: CodeSubject): string {
  return keyedHash(secretKey, 'challenge', journey, of, value, session)
}

function codeHash(secretKey: Buffer, challenge: string, code: string): string {
  return keyedHash(secretKey, 'code', challenge, code)
}
