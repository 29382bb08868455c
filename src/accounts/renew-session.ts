import { changeRecord } from '../store/change.ts'
import type { Store } from '../store/store.ts'
import { createToken, isSameHash, tokenHashOf } from './secret.ts'
import { accountsOf, endOf, isEnded, type Session, sessions } from './sessions.ts'

/** How long a renewed cookie's forerunner is known: milliseconds. */
const TWIN_GRACE = 20_000

/**
 * The session whose cookie was renewed a moment ago by the very press that `press` names. Someone who clicks twice sends
 * the old cookie twice, and the browser drops the answer that held the new one. `press` is asked only where it matters.
 */
export async function findRenewedSession(
  store: Store,
  { token, press }: { readonly token: string; readonly press: () => string },
  now: number,
): Promise<Session | undefined> {
  const [id] = await store.find(sessions, 'previous', tokenHashOf(token))
  const found = (id === undefined ? undefined : await store.read(sessions, id))?.value
  const { previous } = found ?? {}
  if (!found || found.expiresAt <= now || !previous || previous.until <= now) return undefined
  return previous.press !== undefined && isSameHash(previous.press, press()) ? found : undefined
}

export interface Renewal {
  /** The token's hash that the request came with: who came with an older one gets nothing. */
  readonly from?: string
  /** Names the press that renews the cookie. */
  readonly press?: string
  /** For the twin of the press that renewed it before: the cookie that they both came with stays known. */
  readonly isTwin?: boolean
}

/**
 * A new cookie for the same session at each step up; the old one is dead at once (R-SES-02). The time in all begins
 * anew where nobody was signed in before. Undefined: it has ended, or was renewed for someone else meanwhile.
 */
export async function renewSession(
  store: Store,
  id: string,
  now: number,
  { from, press, isTwin }: Renewal = {},
): Promise<{ session: Session; token: string } | undefined> {
  const token = createToken()
  const tokenHash = tokenHashOf(token)
  const session = await changeRecord(store, sessions, id, (before) => {
    if (!before || isEnded(before)) return undefined
    if (from !== undefined && from !== before.tokenHash) return undefined
    const startedAt = accountsOf(before).length > 0 ? before.startedAt : now
    const until = now + TWIN_GRACE
    const previous =
      isTwin && before.previous
        ? before.previous
        : { tokenHash: before.tokenHash, until, ...(press !== undefined && { press }) }
    const after = { ...before, tokenHash, previous, startedAt, seenAt: now }
    return { ...after, expiresAt: endOf(after) }
  })
  return session?.tokenHash === tokenHash ? { session, token } : undefined
}
