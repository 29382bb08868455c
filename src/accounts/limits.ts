import { expiryKeys } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { changeInTurn } from './in-turn.ts'
import { keyedHash } from './secret.ts'

/** So many acts of a kind in so many milliseconds. */
export interface Limit {
  readonly max: number
  readonly per: number
  /** Counts only acts of these kinds; left out: all of the subject's. */
  readonly of?: readonly string[]
  /** Acts that came to their end (a code that was used up, a password that was right) no longer count. */
  readonly untilEnded?: true
}

/** What is counted: one address, number, account or network. */
export interface Counted {
  /** What kind of thing it is: keeps the counters apart. */
  readonly subject: string
  /** The thing itself; stored as a keyed hash. */
  readonly value: string
  readonly limits: readonly Limit[]
}

interface Act {
  readonly at: number
  readonly of: string
  readonly ended?: boolean
}

/** The acts of one subject, as far back as its limits look. */
export interface Counter extends StoredRecord {
  readonly acts: readonly Act[]
  readonly expiresAt: number
}

export const counters: Collection<Counter> = {
  name: 'counters',
  indexes: { expires: expiryKeys },
  unique: [],
}

export interface Counting {
  readonly store: Store
  readonly secretKey: Buffer
  readonly now: number
}

export type Allowance = { readonly status: 'allowed' } | { readonly status: 'too-many' }

const DAY = 24 * 60 * 60_000

/**
 * Counts an act of kind `of` against each subject, before it is done. Each counter is read and written in one step, so
 * that acts at the same time cannot pass a limit together, and what was counted is never taken back (R-AUTH-07,
 * R-TEL-02). Where one subject is at its limit already, nothing is counted.
 */
export async function countAct(
  counting: Counting,
  of: string,
  counted: readonly Counted[],
): Promise<Allowance> {
  for (const one of counted) {
    const found = await counting.store.read(counters, idOf(counting, one))
    if (isFull(found?.value, one, of, counting.now)) return { status: 'too-many' }
  }
  for (const one of counted) if (!(await countOne(counting, of, one))) return { status: 'too-many' }
  return { status: 'allowed' }
}

/** Acts came to their end (of some kinds, where they are named): the cool-down after them is over (R-AUTH-07, R-TEL-02). */
export async function endCoolDown(
  counting: Counting,
  one: Counted,
  of?: readonly string[],
): Promise<void> {
  await changeInTurn(
    counting.store,
    counters,
    idOf(counting, one),
    (counter) =>
      counter && {
        ...counter,
        acts: counter.acts.map((act) =>
          of?.includes(act.of) !== false ? { ...act, ended: true } : act,
        ),
      },
  )
}

/** The act that was counted just now was no failure: it does not count where failures are counted. */
export async function endAct(counting: Counting, one: Counted): Promise<void> {
  await changeInTurn(counting.store, counters, idOf(counting, one), (counter) => {
    const index = counter?.acts.findLastIndex((act) => act.at === counting.now && !act.ended) ?? -1
    if (!counter || index < 0) return undefined
    return {
      ...counter,
      acts: counter.acts.map((act, at) => (at === index ? { ...act, ended: true } : act)),
    }
  })
}

/** False where the subject reached a limit meanwhile. */
async function countOne(counting: Counting, of: string, one: Counted): Promise<boolean> {
  const { store, now } = counting
  const id = idOf(counting, one)
  const longest = Math.max(0, ...one.limits.map((limit) => limit.per))
  let counts = false
  await changeInTurn(store, counters, id, (counter) => {
    counts = !isFull(counter, one, of, now)
    if (!counts) return undefined
    const acts = (counter?.acts ?? []).filter((act) => act.at + longest > now)
    return { id, acts: [...acts, { at: now, of }], expiresAt: now + longest }
  })
  return counts
}

function isFull(counter: Counter | undefined, one: Counted, of: string, now: number): boolean {
  if (!counter) return false
  return one.limits.some((limit) => {
    if (limit.of?.includes(of) === false) return false
    const within = counter.acts.filter(
      (act) =>
        act.at + limit.per > now &&
        limit.of?.includes(act.of) !== false &&
        !(limit.untilEnded && act.ended),
    )
    return within.length >= limit.max
  })
}

function idOf({ secretKey }: Counting, { subject, value }: Counted): string {
  return keyedHash(secretKey, `counter ${subject}`, value)
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** What anybody may ask for who knows an address or a number; the rest needs the right password first. */
const OF_STRANGERS = { email: ['new-code', 'maybe-unknown'], sms: ['new-sms'], call: ['new-call'] }
const TEXTS = ['sms', ...OF_STRANGERS.sms]
const CALLS = ['call', ...OF_STRANGERS.call]

/**
 * Codes to an email address (R-AUTH-07); where the address may be unknown, as when resetting, 3 in an hour (R-AUTH-28).
 * Of the 10 in 24 hours registering takes 6 at most, and leaves 2 for a reset and 2 for who has given the password:
 * a stranger locks nobody out.
 */
export function emailLimits(emailKey: string): Counted {
  return {
    subject: 'email',
    value: emailKey,
    limits: [
      { max: 1, per: 30 * SECOND, untilEnded: true },
      { max: 3, per: 10 * MINUTE },
      { max: 10, per: DAY },
      { max: 3, per: HOUR, of: ['maybe-unknown'] },
      { max: 6, per: DAY, of: ['new-code'] },
      { max: 8, per: DAY, of: OF_STRANGERS.email },
    ],
  }
}

/** Codes to one email address that were asked for from one network, without a password: others can still ask. */
export function emailFromNetworkLimits(emailKey: string, network: string): Counted {
  const limits = [{ max: 6, per: DAY, of: OF_STRANGERS.email }]
  return { subject: 'email-from', value: `${emailKey} ${network}`, limits }
}

/**
 * Texts and calls to a number (R-TEL-02). Part of each cap is kept for who signs in with it: proving a new number
 * (`new-sms`, `new-call`) never takes all of it.
 */
export function phoneLimits(number: string): Counted {
  return {
    subject: 'phone',
    value: number,
    limits: [
      { max: 1, per: 30 * SECOND, untilEnded: true },
      { max: 5, per: 10 * MINUTE, of: TEXTS },
      { max: 4, per: 10 * MINUTE, of: OF_STRANGERS.sms },
      { max: 12, per: DAY, of: TEXTS },
      { max: 8, per: DAY, of: OF_STRANGERS.sms },
      { max: 8, per: HOUR, of: CALLS },
      { max: 6, per: HOUR, of: OF_STRANGERS.call },
      { max: 15, per: DAY, of: CALLS },
      { max: 10, per: DAY, of: OF_STRANGERS.call },
    ],
  }
}

/** Texts and calls to new numbers that are neighbours: all that differ in the last four digits only (R-TEL-02). */
export function phonePrefixLimits(number: string): Counted {
  return { subject: 'phone-prefix', value: number.slice(0, -4), limits: [{ max: 10, per: HOUR }] }
}

/** Texts and calls of one account (R-TEL-02). */
export function accountLimits(account: string): Counted {
  return { subject: 'account', value: account, limits: [{ max: 20, per: DAY }] }
}

/** Texts and calls asked for from one network address (R-TEL-02). */
export function peerLimits(address: string): Counted {
  return { subject: 'peer', value: address, limits: [{ max: 30, per: HOUR }] }
}

/** Wrong passwords from one network address, and from its network (R-AUTH-25). */
export function failureLimits(peer: { address: string; network: string }): readonly Counted[] {
  return [
    {
      subject: 'failures',
      value: peer.address,
      limits: [{ max: 20, per: 15 * MINUTE, untilEnded: true }],
    },
    {
      subject: 'network-failures',
      value: peer.network,
      limits: [{ max: 100, per: 15 * MINUTE, untilEnded: true }],
    },
  ]
}

/** Messages to one address that are no codes: a form is no mail relay. */
export function messageLimits(address: string): Counted {
  return { subject: 'message', value: address, limits: [{ max: 20, per: DAY }] }
}
