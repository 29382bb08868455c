import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Store } from '../store/store.ts'
import { keyedHash, tokenHashOf } from './secret.ts'
import { newSession, type Session, sessions } from './sessions.ts'

/** How long a session may be in its cookie only: milliseconds. No longer than ended sessions are remembered. */
export const BEGUN_LIFETIME = 60 * 60_000

/** The parts of such a cookie, in bytes: random, seconds since 1970, signature. */
const RANDOM = 16
const TIME = 4
const SIGNATURE = 12

/**
 * A session that is in its cookie only, until something is to be remembered: whoever merely looks costs no record. The
 * cookie holds 128 random bits, when it was made, and our signature, so that nobody can choose one (R-SES-02); the
 * session's id follows from it, so that a page's token can be bound to it before anything is stored (R-WEB-01).
 */
export function beginSession(key: Buffer, now: number): { session: Session; token: string } {
  const time = Buffer.alloc(TIME)
  time.writeUInt32BE(Math.floor(now / 1000))
  const start = Buffer.concat([randomBytes(RANDOM), time])
  const token = Buffer.concat([start, signatureOf(key, start)]).toString('base64url')
  return { session: sessionOf(key, token, now), token }
}

/** The session of such a cookie. Undefined: it is not ours, too old, or that session was kept, and renewed or ended since. */
export async function readBegunSession(
  store: Store,
  key: Buffer,
  token: string,
  now: number,
): Promise<Session | undefined> {
  const at = readTime(key, token)
  if (at === undefined || at + BEGUN_LIFETIME <= now) return undefined
  const session = sessionOf(key, token, at)
  return (await store.read(sessions, session.id)) ? undefined : session
}

/** Milliseconds since 1970; undefined where it is no cookie of ours, written as we write it. */
function readTime(key: Buffer, token: string): number | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== RANDOM + TIME + SIGNATURE || bytes.toString('base64url') !== token)
    return undefined
  const start = bytes.subarray(0, RANDOM + TIME)
  const isOurs = timingSafeEqual(bytes.subarray(RANDOM + TIME), signatureOf(key, start))
  return isOurs ? start.readUInt32BE(RANDOM) * 1000 : undefined
}

/** From now on it has a record. A power cut may lose it: there is nothing in it yet. */
export async function keepBegunSession(store: Store, session: Session, now: number): Promise<void> {
  // Already there: another request of the same browser was first.
  const expiresAt = Math.max(session.expiresAt, now + BEGUN_LIFETIME)
  await store.write(sessions, { ...session, seenAt: now, expiresAt }, 0, { durable: false })
}

function sessionOf(key: Buffer, token: string, at: number): Session {
  return newSession({ id: keyedHash(key, 'session', token), tokenHash: tokenHashOf(token) }, at)
}

function signatureOf(key: Buffer, start: Buffer): Buffer {
  const hash = keyedHash(key, 'session cookie', start.toString('base64url'))
  return Buffer.from(hash, 'base64url').subarray(0, SIGNATURE)
}
