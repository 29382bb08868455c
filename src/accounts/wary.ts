import type { Account } from './account.ts'

/** For so long after a forgotten password was set anew its mailbox alone takes no account: milliseconds (R-AUTH-29). */
export const WARY = 48 * 60 * 60_000

/**
 * Until when an account gets no new phone, milliseconds since 1970: staff took its phone away, and a password was set anew
 * after that. Both are then in the hands of whoever has the email. Undefined: it may get one.
 */
export function phoneBarredUntil(
  { passwordSetAt, phoneClearedAt }: Account,
  now: number,
): number | undefined {
  if (passwordSetAt === undefined || phoneClearedAt === undefined) return undefined
  const until = passwordSetAt + WARY
  return passwordSetAt >= phoneClearedAt && now < until ? until : undefined
}
