import { changeRecord } from '../store/change.ts'
import { expiryKeys, type HeldFact } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { createId, createToken, tokenHashOf } from './secret.ts'

type JsonObject = HeldFact['carries']

/** Who sent a person through a journey, and where they come back to. */
export interface Caller {
  /** The journey that they were sent through. */
  readonly called: string
  /** The calling journey; absent: `href`, a page of ours that is no journey. */
  readonly journey?: string
  readonly href?: string
  /** The place that they came from. */
  readonly place?: string
  readonly button?: string
  /** The caller's draft, which may be taken over when they come back signed in. */
  readonly draft?: string
}

/** What the cookie finds. Its id is its own and stays when the cookie changes. */
export interface Session extends StoredRecord {
  /** SHA-256 of what the cookie holds (R-SES-01). */
  readonly tokenHash: string
  /** What the cookie held before the last renewal: good for nothing but to answer the twin of the press that renewed it. */
  readonly previous?: {
    readonly tokenHash: string
    readonly until: number
    /** Names the press that renewed it, secrets and all; without one there is no twin. */
    readonly press?: string
  }
  /** When its time in all began to run: when it was made, or became that of a person who signs in. */
  readonly startedAt: number
  /** When it was last used, to the minute. */
  readonly seenAt: number
  readonly expiresAt: number
  /** What holds in every journey: `signed-in`. */
  readonly facts: readonly HeldFact[]
  readonly callers: readonly Caller[]
  /** Journey → what its caller handed over. */
  readonly given: Readonly<Record<string, JsonObject>>
  /** Journey → what its address brought, of the keys that a `prefill` names. */
  readonly queries: Readonly<Record<string, JsonObject>>
  /** Journey → the invitation that was opened. */
  readonly invitations: Readonly<Record<string, string>>
  /** Words to be shown once. */
  readonly notices: readonly string[]
  /** What its account says of the language in which they read. */
  readonly reads?: { readonly account: string; readonly language: string }
}

export const sessions: Collection<Session> = {
  name: 'sessions',
  indexes: {
    token: ({ tokenHash }) => [tokenHash],
    previous: ({ previous }) => (previous ? [previous.tokenHash] : []),
    account: (session) => [...new Set(accountsOf(session))],
    expires: expiryKeys,
  },
  unique: ['token'],
}

const MINUTE = 60_000
/** R-SES-03 */
const LIMITS = {
  resident: { idle: 60 * MINUTE, whole: 12 * 60 * MINUTE },
  staff: { idle: 30 * MINUTE, whole: 8 * 60 * MINUTE },
} as const

/** One with nothing in it yet, that nobody has stored. */
export function newSession(
  { id, tokenHash }: Pick<Session, 'id' | 'tokenHash'>,
  now: number,
): Session {
  return {
    id,
    tokenHash,
    startedAt: now,
    seenAt: now,
    expiresAt: now + LIMITS.resident.idle,
    facts: [],
    callers: [],
    given: {},
    queries: {},
    invitations: {},
    notices: [],
  }
}

/** A new session, and what its cookie is to hold: 256 bits, stored only as a hash (R-SES-01). */
export async function startSession(
  store: Store,
  now: number,
): Promise<{ session: Session; token: string }> {
  const token = createToken()
  const session = newSession({ id: createId(), tokenHash: tokenHashOf(token) }, now)
  const written = await store.write(sessions, session, 0)
  if (written.status !== 'written') throw new Error('a session could not be started')
  return { session, token }
}

/** The session of a cookie; undefined where there is none, or its time is over (R-SES-03). A token of the client's own choice finds nothing (R-SES-02). */
export async function findSession(
  store: Store,
  token: string,
  now: number,
): Promise<Session | undefined> {
  const [id] = await store.find(sessions, 'token', tokenHashOf(token))
  const found = id === undefined ? undefined : await store.read(sessions, id)
  return found && found.value.expiresAt > now ? found.value : undefined
}

/**
 * Changes a session; undefined: it has ended meanwhile. `id` and cookie stay whatever `change` answers. The limits of
 * staff hold from the moment that the session is theirs.
 */
export async function changeSession(
  store: Store,
  id: string,
  change: (session: Session) => Session,
  options?: { readonly durable?: boolean },
): Promise<Session | undefined> {
  const changed = await changeRecord(
    store,
    sessions,
    id,
    (session) => {
      if (!session || isEnded(session)) return undefined
      const { startedAt, tokenHash } = session
      const kept = { ...change(session), id, tokenHash, startedAt }
      return { ...kept, expiresAt: endOf(kept) }
    },
    options,
  )
  return changed && !isEnded(changed) ? changed : undefined
}

/** Activity: puts off the idle limit, never the limit in all (R-SES-03). Written at most once a minute. */
export async function touchSession(store: Store, session: Session, now: number): Promise<Session> {
  if (now - session.seenAt < MINUTE) return session
  const touched = await changeSession(store, session.id, (stored) => ({ ...stored, seenAt: now }), {
    durable: false,
  })
  return touched ?? session
}

/**
 * Logs out: nothing finds it any more (R-SES-04). No error where it has ended already. That it ended is remembered until
 * the purge, so that the cookie which it began with begins no second session of the same id.
 */
export async function endSession(store: Store, id: string): Promise<void> {
  await changeRecord(
    store,
    sessions,
    id,
    (session) => session && newSession({ id, tokenHash: `${ENDED}${id}` }, session.seenAt),
  )
}

/** Logs an account out everywhere, at once (R-SES-05). */
export async function endSessionsOf(store: Store, account: string, except?: string): Promise<void> {
  for (const id of await store.find(sessions, 'account', account))
    if (id !== except) await endSession(store, id)
}

/** Stands where the cookie's hash stood. */
const ENDED = 'ended '

/** Logged out, and known so that its cookie begins no second one. */
export function isEnded({ tokenHash }: Session): boolean {
  return tokenHash.startsWith(ENDED)
}

/** What its sessions say of an account, wherever it is signed in: another name, another address. */
export async function renameInSessions(
  store: Store,
  account: string,
  words: JsonObject,
): Promise<void> {
  for (const id of await store.find(sessions, 'account', account))
    await changeSession(store, id, (session) => ({
      ...session,
      facts: session.facts.map((held) =>
        held.carries['account'] === account
          ? { ...held, carries: { ...held.carries, ...words } }
          : held,
      ),
    }))
}

/** When it ends unless it is used: milliseconds since 1970. */
export function endOf(session: Pick<Session, 'facts' | 'seenAt' | 'startedAt'>): number {
  const { idle, whole } = isStaff(session) ? LIMITS.staff : LIMITS.resident
  return Math.min(session.seenAt + idle, session.startedAt + whole)
}

/** Whether nothing that the person does can put off its end: the limit in all comes first. */
export function isEndFinal(session: Session): boolean {
  const { whole } = isStaff(session) ? LIMITS.staff : LIMITS.resident
  return session.expiresAt >= session.startedAt + whole
}

/** Whether who is signed in is a member of staff. What they may do is read anew from the account (R-SES-07). */
export function isStaff({ facts }: Pick<Session, 'facts'>): boolean {
  return facts.some((held) => held.carries['staff'] === true)
}

/** The accounts that are signed in in it. */
export function accountsOf({ facts }: Pick<Session, 'facts'>): readonly string[] {
  return facts
    .map((held) => held.carries['account'])
    .filter((account) => typeof account === 'string')
}
