import { changeRecord } from '../store/change.ts'
import { expiryKeys, type HeldFact, type OutgoingMessage } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { unsentKeys } from '../store/unsent.ts'
import { addRole } from './account.ts'
import { emailKeyOf } from './email-key.ts'
import { createId, createToken, tokenHashOf } from './secret.ts'

type JsonObject = HeldFact['carries']

/** A link into a journey for one person (FORMAT.md, invitations). */
export interface Invitation extends StoredRecord {
  /** SHA-256 of what the link holds (R-AUTH-35). */
  readonly tokenHash: string
  readonly journey: string
  /** The address that it was sent to. */
  readonly email: string
  readonly carries: JsonObject
  /** Of staff links only: given to the account that binds it. */
  readonly role?: string
  readonly createdAt: number
  readonly expiresAt: number
  /** The first time that the link was opened; a mail scanner does that too. */
  readonly openedAt?: number
  readonly boundTo?: string
  readonly boundAt?: number
  readonly withdrawnAt?: number
  /** A newer one was sent to the same address, and is shown in its place. */
  readonly replaced?: boolean
  /** Staff are shown what became of it until then; absent: it goes when it is over. */
  readonly keptUntil?: number
  /** The email with the link, written with its cause (R-REL-08). */
  readonly messages: readonly OutgoingMessage[]
}

export const invitations: Collection<Invitation> = {
  name: 'invitations',
  indexes: {
    token: ({ tokenHash }) => [tokenHash],
    address: ({ journey, email }) => [addressKeyOf(journey, email)],
    expires: ({ expiresAt, keptUntil = expiresAt }) => expiryKeys({ expiresAt: keptUntil }),
    journey: ({ journey }) => [journey],
    boundTo: ({ boundTo }) => (boundTo === undefined ? [] : [boundTo]),
    unsent: unsentKeys,
  },
  unique: ['token'],
}

export interface NewInvitation {
  readonly journey: string
  readonly email: string
  readonly carries?: JsonObject
  readonly role?: string
  readonly expiresAt: number
  readonly keptUntil?: number
}

/** Makes a link's token of 256 bits, of which only the hash is stored. Earlier ones to the same address end (R-AUTH-35). */
export async function createInvitation(
  store: Store,
  invited: NewInvitation,
  now: number,
  messagesWith: (token: string) => readonly OutgoingMessage[] = () => [],
): Promise<{ invitation: Invitation; token: string }> {
  for (const id of await store.find(
    invitations,
    'address',
    addressKeyOf(invited.journey, invited.email),
  ))
    await changeRecord(store, invitations, id, (earlier) =>
      earlier && earlier.boundTo === undefined
        ? { ...earlier, withdrawnAt: earlier.withdrawnAt ?? now, replaced: true }
        : undefined,
    )
  const token = createToken()
  const invitation: Invitation = {
    carries: {},
    ...invited,
    id: createId(),
    tokenHash: tokenHashOf(token),
    createdAt: now,
    messages: messagesWith(token),
  }
  const written = await store.write(invitations, invitation, 0)
  if (written.status !== 'written') throw new Error('an invitation could not be made')
  return { invitation, token }
}

/** The invitation of a link, as often as it is opened; undefined: it is over, or was never made. */
export async function openInvitation(
  store: Store,
  token: string,
  now: number,
): Promise<Invitation | undefined> {
  const [id] = await store.find(invitations, 'token', tokenHashOf(token))
  if (id === undefined) return undefined
  const invitation = await changeRecord(store, invitations, id, (stored) =>
    stored && stored.openedAt === undefined && isOpen(stored, now)
      ? { ...stored, openedAt: now }
      : undefined,
  )
  return invitation && isOpen(invitation, now) ? invitation : undefined
}

/** What an invitation says, with its `email`; undefined: it is over, withdrawn, or bound to another account. */
export async function readInvitation(
  store: Store,
  id: string,
  account: string | undefined,
  now: number,
): Promise<JsonObject | undefined> {
  const invitation = await findInvitation(store, id)
  if (!invitation || !isOpen(invitation, now)) return undefined
  if (invitation.boundTo !== undefined && invitation.boundTo !== account) return undefined
  return { ...invitation.carries, email: invitation.email }
}

export async function findInvitation(store: Store, id: string): Promise<Invitation | undefined> {
  return (await store.read(invitations, id))?.value
}

/**
 * Binds it to one account, once and for ever, and gives that account the role that it carries. False: it is over, or
 * another account has it (R-AUTH-35). Again for the same account: true.
 */
export async function bindInvitation(
  store: Store,
  id: string,
  account: string,
  now: number,
): Promise<boolean> {
  const invitation = await changeRecord(store, invitations, id, (stored) =>
    stored && stored.boundTo === undefined && isOpen(stored, now)
      ? { ...stored, boundTo: account, boundAt: now }
      : undefined,
  )
  if (invitation?.boundTo !== account) return false
  if (invitation.role !== undefined) await addRole(store, account, invitation.role)
  return true
}

/** Ends a link. False: an account has it already, or there is none. */
export async function withdrawInvitation(store: Store, id: string, now: number): Promise<boolean> {
  const stored = await changeRecord(store, invitations, id, (before) =>
    before && before.boundTo === undefined && before.withdrawnAt === undefined
      ? { ...before, withdrawnAt: now }
      : undefined,
  )
  return stored?.withdrawnAt !== undefined
}

/** The newest of each person's links into a journey, newest first. */
export async function listInvitations(
  store: Store,
  journey: string,
): Promise<readonly Invitation[]> {
  const ids = (await store.find(invitations, 'journey', journey)).toReversed()
  const found = await Promise.all(ids.map((id) => findInvitation(store, id)))
  return found
    .filter((one) => one !== undefined)
    .filter(({ replaced, role }) => !replaced && role === undefined)
    .toSorted((one, other) => other.createdAt - one.createdAt)
}

/** The addresses that an account's invitations to a journey were sent to: some people use someone else's email. */
export async function invitedAddressesOf(
  store: Store,
  journey: string,
  account: string,
): Promise<readonly string[]> {
  const ids = await store.find(invitations, 'boundTo', account)
  const found = await Promise.all(ids.map((id) => findInvitation(store, id)))
  return found.flatMap((one) => (one?.journey === journey ? [one.email] : []))
}

/** The link to an address that can still be used; undefined: there is none. */
export async function findOpenInvitation(
  store: Store,
  journey: string,
  email: string,
  now: number,
): Promise<Invitation | undefined> {
  const ids = await store.find(invitations, 'address', addressKeyOf(journey, email))
  const found = await Promise.all(ids.map((id) => findInvitation(store, id)))
  return found.find((one) => one && one.boundTo === undefined && isOpen(one, now))
}

export type InvitationState =
  | 'sending'
  | 'sent'
  | 'not-sent'
  | 'opened'
  | 'used'
  | 'expired'
  | 'withdrawn'

/** How an invitation stands. */
export function invitationState(invitation: Invitation, now: number): InvitationState {
  if (invitation.boundTo !== undefined) return 'used'
  if (invitation.withdrawnAt !== undefined) return 'withdrawn'
  if (invitation.expiresAt <= now) return 'expired'
  if (invitation.openedAt !== undefined) return 'opened'
  const last = invitation.messages.at(-1)?.status
  if (last === 'failed') return 'not-sent'
  return last === undefined || last === 'sent' ? 'sent' : 'sending'
}

function isOpen(invitation: Invitation, now: number): boolean {
  return invitation.withdrawnAt === undefined && invitation.expiresAt > now
}

function addressKeyOf(journey: string, email: string): string {
  return `${journey}|${emailKeyOf(email)}`
}
