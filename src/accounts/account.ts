import { changeRecord } from '../store/change.ts'
import type { OutgoingMessage } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { unsentKeys } from '../store/unsent.ts'
import { emailKeyOf } from './email-key.ts'
import { createId } from './secret.ts'

/** A person's login. */
export interface Account extends StoredRecord {
  /** As it was typed. */
  readonly email: string
  /** The address as identity: no two accounts have the same (R-AUTH-14). */
  readonly emailKey: string
  readonly firstName: string
  readonly surname: string
  /** PHC string, Argon2id. */
  readonly passwordHash: string
  /** Counts new passwords and removed phones: a password checked before the last of them counts no more. */
  readonly credentials: number
  /** When a forgotten password was set anew: milliseconds since 1970. */
  readonly passwordSetAt?: number
  readonly phone?: Phone
  /** When staff took the phone away; gone once there is another: milliseconds since 1970. */
  readonly phoneClearedAt?: number
  /** Of staff; `*`: may do everything. */
  readonly roles: readonly string[]
  /** Staff have activated it. It can sign in before. */
  readonly active: boolean
  /** Staff have ended it: it can no longer sign in. Milliseconds since 1970. */
  readonly closedAt?: number
  /** In which they read: they are written to in it. */
  readonly language?: string
  /** Id of the draft that it was made in. */
  readonly createdBy: string
  readonly createdAt: number
  /** What is to be told to its owner, written with its cause (R-REL-08). */
  readonly messages: readonly OutgoingMessage[]
}

export interface Phone {
  /** E.164 */
  readonly number: string
  readonly type: PhoneType
}
export type PhoneType = 'mobile' | 'landline'

export const accounts: Collection<Account> = {
  name: 'accounts',
  indexes: { emailKey: ({ emailKey }) => [emailKey], unsent: unsentKeys },
  unique: ['emailKey'],
}

export interface NewAccount {
  readonly email: string
  readonly firstName: string
  readonly surname: string
  readonly passwordHash: string
  readonly createdBy: string
  readonly now: number
}

/**
 * Makes an account without a phone, not activated. One for each address, also when several are made at once
 * (R-AUTH-14). The same draft gets the account that it made before, with the names and the password that were given last,
 * as long as it has no phone: then it is somebody's.
 */
export async function createAccount(
  store: Store,
  { now, ...given }: NewAccount,
): Promise<{ status: 'created'; account: Account } | { status: 'taken' }> {
  const account: Account = {
    ...given,
    id: createId(),
    emailKey: emailKeyOf(given.email),
    credentials: 1,
    roles: [],
    active: false,
    createdAt: now,
    messages: [],
  }
  const written = await store.write(accounts, account, 0)
  if (written.status === 'written') return { status: 'created', account }
  const found = await findAccountByEmail(store, given.email)
  const again = found && (await giveAnew(store, found.id, given))
  return again ? { status: 'created', account: again } : { status: 'taken' }
}

/** Undefined: it is another draft's, or in use. */
async function giveAnew(
  store: Store,
  id: string,
  { createdBy, passwordHash, firstName, surname }: Omit<NewAccount, 'now'>,
): Promise<Account | undefined> {
  const isOwn = (account: Account) =>
    account.createdBy === createdBy && !account.phone && account.closedAt === undefined
  const changed = await changeAccount(store, id, (account) =>
    isOwn(account) ? { ...account, passwordHash, firstName, surname } : undefined,
  )
  return changed && isOwn(changed) ? changed : undefined
}

export async function findAccount(store: Store, id: string): Promise<Account | undefined> {
  return (await store.read(accounts, id))?.value
}

export async function findAccountByEmail(
  store: Store,
  email: string,
): Promise<Account | undefined> {
  const [id] = await store.find(accounts, 'emailKey', emailKeyOf(email))
  return id === undefined ? undefined : findAccount(store, id)
}

/** False: it has another phone already, which only staff can take away (R-AUTH-29). */
export async function setPhone(store: Store, id: string, phone: Phone): Promise<boolean> {
  const stored = await changeAccount(store, id, ({ phoneClearedAt: _over, ...account }) =>
    account.phone ? undefined : { ...account, phone },
  )
  return stored?.phone?.number === phone.number
}

/** Takes the phone away, with what is told to the owner about it. What was proved with it or with the password counts no more. */
export async function clearPhone(
  store: Store,
  id: string,
  now: number,
  messages: readonly OutgoingMessage[] = [],
): Promise<Account | undefined> {
  return changeAccount(store, id, ({ phone: _gone, ...account }) => ({
    ...account,
    phoneClearedAt: now,
    credentials: account.credentials + 1,
    messages: [...account.messages.slice(-9), ...messages],
  }))
}

/** Another name. */
export async function setName(
  store: Store,
  id: string,
  { firstName, surname }: Pick<Account, 'firstName' | 'surname'>,
): Promise<Account | undefined> {
  return changeAccount(store, id, (account) => ({ ...account, firstName, surname }))
}

/**
 * Another address, and what `tell` has to say to the owner of the one before, in one write. Of several accounts that
 * claim an address at once one gets it (R-AUTH-14). Nothing is told where it was theirs already.
 */
export async function setEmail(
  store: Store,
  id: string,
  email: string,
  tell: (before: Account) => readonly OutgoingMessage[],
): Promise<{ status: 'set'; account: Account } | { status: 'taken' }> {
  for (let tries = 0; tries < 20; tries++) {
    const before = await store.read(accounts, id)
    if (!before) throw new Error('no such account')
    if (before.value.email === email) return { status: 'set', account: before.value }
    const messages = [...before.value.messages.slice(-9), ...tell(before.value)]
    const account = { ...before.value, email, emailKey: emailKeyOf(email), messages }
    const written = await store.write(accounts, account, before.version)
    if (written.status === 'written') return { status: 'set', account }
    if (written.status === 'taken') return { status: 'taken' }
  }
  throw new Error('too many writers of one account')
}

/** A new password, and what is told to the owner about it, in one write. */
export async function setPassword(
  store: Store,
  id: string,
  passwordHash: string,
  now: number,
  messages: readonly OutgoingMessage[] = [],
): Promise<Account | undefined> {
  return changeAccount(store, id, (account) => ({
    ...account,
    passwordHash,
    passwordSetAt: now,
    credentials: account.credentials + 1,
    messages: [...account.messages.slice(-9), ...messages],
  }))
}

/** The same password, hashed at a higher cost; not if it was changed since `before` was read (R-AUTH-22). */
export async function replaceHash(
  store: Store,
  before: Account,
  passwordHash: string,
): Promise<void> {
  await changeAccount(store, before.id, (account) =>
    account.passwordHash === before.passwordHash ? { ...account, passwordHash } : undefined,
  )
}

/** Opens an account that was closed, too. */
export async function activate(store: Store, id: string): Promise<Account | undefined> {
  return changeAccount(store, id, ({ closedAt: _gone, ...account }) => ({
    ...account,
    active: true,
  }))
}

/** It can no longer sign in. Its sessions are ended by `endSessionsOf`. */
export async function deactivate(
  store: Store,
  id: string,
  now: number,
): Promise<Account | undefined> {
  return changeAccount(store, id, (account) => ({ ...account, active: false, closedAt: now }))
}

export async function addRole(
  store: Store,
  id: string,
  role: string,
): Promise<Account | undefined> {
  return changeAccount(store, id, (account) =>
    account.roles.includes(role) ? undefined : { ...account, roles: [...account.roles, role] },
  )
}

/** What `account.<key>` means of an account; undefined: it says nothing of the kind. */
export async function readAccountValue(
  store: Store,
  id: string,
  key: string,
): Promise<string | undefined> {
  const account = await findAccount(store, id)
  return account && wordsOf(account)[key]
}

/** What an account may say of itself in a form: names, address, language, and of its phone only the kind and the last two digits. */
export function wordsOf(account: Account): Readonly<Record<string, string>> {
  return {
    firstName: account.firstName,
    surname: account.surname,
    email: account.email,
    phoneType: account.phone?.type ?? 'none',
    phoneEnding: account.phone?.number.slice(-2) ?? '',
    language: account.language ?? '',
  }
}

/** Keeps the language in which they read. */
export async function setLanguage(store: Store, id: string, language: string): Promise<void> {
  await changeAccount(store, id, (account) =>
    account.language === language ? undefined : { ...account, language },
  )
}

async function changeAccount(
  store: Store,
  id: string,
  change: (account: Account) => Account | undefined,
): Promise<Account | undefined> {
  return changeRecord(store, accounts, id, (account) => account && change(account))
}
