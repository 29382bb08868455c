import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A keyed hash of what must not be told from what is stored (R-AUTH-08): HMAC-SHA-256, 43 characters that may be a
 * record's id. `purpose` keeps hashes of the same value apart.
 */
export function keyedHash(key: Buffer, purpose: string, ...values: readonly string[]): string {
  const said = JSON.stringify([purpose, ...values])
  return createHmac('sha256', key).update(said).digest('base64url')
}

/** What is stored of a token that somebody holds (R-SES-01, R-AUTH-35). */
export function tokenHashOf(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** A token of 256 bits. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A record's id of 128 bits. */
export function createId(): string {
  return randomBytes(16).toString('base64url')
}

/** Compares two hashes in constant time. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
