import type { Draft, HeldFact, OutgoingMessage, Submission } from '../answers/draft.ts'
import { fileIdsIn } from '../answers/files-in.ts'
import type { Collection } from './store.ts'
import { unsentKeys } from './unsent.ts'

export type { HeldFact, OutgoingMessage }

/** A draft's owner in a journey: `session:<id>|<journey>` or `account:<id>|<journey>`. */
export function ownerKeyOf({ owner, journey }: Draft): string {
  const id = owner.is === 'session' ? owner.session : owner.account
  return `${owner.is}:${id}|${journey}`
}

/** Keys of the index `expires`, by which a purge finds what is over: the day, UTC. */
export function expiryKeys(record: { readonly expiresAt: number }): readonly string[] {
  return [dayOf(record.expiresAt)]
}

const DAY = 24 * 60 * 60_000
/** The day that was asked for last: records of one hour end on the same day. */
let lastDay = { number: Number.NaN, text: '' }

/** `2026-01-31`, UTC. */
export function dayOf(at: number): string {
  const number = Math.floor(at / DAY)
  if (number !== lastDay.number) lastDay = { number, text: new Date(at).toISOString().slice(0, 10) }
  return lastDay.text
}

/** Answers so far. */
export const drafts: Collection<Draft> = {
  name: 'drafts',
  indexes: {
    owner: (draft) => [ownerKeyOf(draft)],
    /** Whose drafts go when a session does. */
    session: ({ owner }) => (owner.is === 'session' ? [owner.session] : []),
    expires: expiryKeys,
    /** Files that it names. */
    file: ({ answers }) => fileIdsIn(answers),
  },
  unique: [],
}

/** What was sent. One for a draft, for ever (R-REL-07). */
export const submissions: Collection<Submission> = {
  name: 'submissions',
  indexes: {
    reference: ({ reference }) => [reference],
    draft: ({ draft }) => [draft],
    journey: ({ journey }) => [journey],
    /** `<journey>|<status>`: what staff count and filter by. */
    status: ({ journey, status }) => [`${journey}|${status}`],
    account: ({ account }) => (account === undefined ? [] : [account]),
    unsent: unsentKeys,
    file: ({ answers, more }) => fileIdsIn([answers, more]),
  },
  unique: ['reference', 'draft'],
}
