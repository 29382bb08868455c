import type { Store } from '../store/store.ts'
import { type Account, findAccount } from './account.ts'
import type { Session } from './sessions.ts'

type Carries = Session['facts'][number]['carries']

/**
 * The account that a fact is about, as it is now. Undefined where it has been closed, or has got another password or lost
 * its phone since: then the fact is about no account any more, and protects nothing (R-AUTH-27, R-SES-05).
 */
export async function accountOfFact(store: Store, carries: Carries): Promise<Account | undefined> {
  const id = carries['account']
  const account = typeof id === 'string' ? await findAccount(store, id) : undefined
  if (!account || account.closedAt !== undefined) return undefined
  return account.credentials === carries['credentials'] ? account : undefined
}

/**
 * A session with the facts that still count, read anew for each request (R-SES-07). What an action of a journey's own says
 * of accounts that are not ours, and so without their credentials, is left to it.
 */
export async function withStandingFacts(store: Store, session: Session): Promise<Session> {
  if (session.facts.length === 0) return session
  const stands = await Promise.all(
    session.facts.map(
      async ({ carries }) =>
        carries['account'] === undefined ||
        carries['credentials'] === undefined ||
        (await accountOfFact(store, carries)) !== undefined,
    ),
  )
  if (!stands.includes(false)) return session
  return { ...session, facts: session.facts.filter((_held, index) => stands[index]) }
}
