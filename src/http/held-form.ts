import { keyedHash } from '../accounts/secret.ts'
import { sessions } from '../accounts/sessions.ts'
import { readInput } from '../answers/read-input.ts'
import { dropHeldInput, findHeldInput, holdInput } from '../engine/held-input.ts'
import { readPageToken } from '../engine/page-token.ts'
import type { Ctx, HttpDeps } from './context.ts'
import { accountOf } from './person.ts'

type Typed = Parameters<typeof holdInput>[3]

/** The form's own, and not what was typed. */
const OURS = new Set(['page', 'token', 'button'])

/**
 * What was posted from a page whose session has run out: sealed to the account that was signed in, and to the address of
 * the form (R-REL-12). Nothing where somebody logged out: then there is no saying whose it is.
 */
export async function holdForm(c: Ctx, deps: HttpDeps): Promise<void> {
  const { store, now, secretKey } = deps.services
  const body = c.get('body')
  const token = readPageToken(body.get('page') ?? undefined, secretKey)
  const ended = token && (await store.read(sessions, token.session))?.value
  const account = ended && ended.expiresAt <= now() ? accountOf(ended) : undefined
  if (account === undefined) return
  const read = readInput(body, new Set([...body.keys()].filter((name) => !OURS.has(name))))
  if (read.status === 'refused' || read.input.size === 0) return
  await holdInput(deps.engine, idOf(deps, account, c.req.path), '', Object.fromEntries(read.input))
}

/** What this account had typed into the form at this address. Undefined: nothing, or longer ago than a day. */
export async function findHeldForm(
  c: Ctx,
  deps: HttpDeps,
  account: string,
): Promise<Typed | undefined> {
  return (await findHeldInput(deps.engine, idOf(deps, account, c.req.path)))?.typed
}

export function dropHeldForm(c: Ctx, deps: HttpDeps, account: string): Promise<void> {
  return dropHeldInput(deps.engine, idOf(deps, account, c.req.path))
}

function idOf({ services }: HttpDeps, account: string, path: string): string {
  return keyedHash(services.secretKey, 'held form', account, path)
}
