import { changeRecord } from '../store/change.ts'
import { expiryKeys, type HeldFact } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
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
  /** A newer one was sent to the same address. */
  readonly withdrawnAt?: number
}

export const invitations: Collection<Invitation> = {
  name: 'invitations',
  indexes: {
    token: ({ tokenHash }) => [tokenHash],
    address: ({ journey, email }) => [addressKeyOf(journey, email)],
    expires: expiryKeys,
  },
  unique: ['token'],
}

export interface NewInvitation {
  readonly journey: string
  readonly email: string
  readonly carries?: JsonObject
  readonly role?: string
  readonly expiresAt: number
}

/** Makes a link's token of 256 bits, of which only the hash is stored. Earlier ones to the same address end (R-AUTH-35). */
export async function createInvitation(
  store: Store,
  invited: NewInvitation,
  now: number,
): Promise<{ invitation: Invitation; token: string }> {
  for (const id of await store.find(
    invitations,
    'address',
    addressKeyOf(invited.journey, invited.email),
  ))
    await changeRecord(store, invitations, id, (earlier) =>
      earlier && earlier.boundTo === undefined ? { ...earlier, withdrawnAt: now } : undefined,
    )
  const token = createToken()
  const invitation: Invitation = {
    carries: {},
    ...invited,
    id: createId(),
    tokenHash: tokenHashOf(token),
    createdAt: now,
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

function isOpen(invitation: Invitation, now: number): boolean {
  return invitation.withdrawnAt === undefined && invitation.expiresAt > now
}

function addressKeyOf(journey: string, email: string): string {
  return `${journey}|${emailKeyOf(email)}`
}
