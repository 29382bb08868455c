import { type Account, wordsOf } from '../accounts/account.ts'
import { accountOfFact } from '../accounts/account-of-fact.ts'
import type { JsonObject } from '../fields/field.ts'
import type { Services } from './services.ts'

/** What a fact about an account carries, as it is now; `credentials` says later whether it still counts. */
export function carriesOf(account: Account): JsonObject {
  return { ...wordsOf(account), account: account.id, credentials: account.credentials }
}

/**
 * The same, read live. Nothing where the account has been closed, or has got another password or lost its phone since: then
 * the fact is about no account any more, and protects nothing (R-AUTH-27, R-SES-05).
 */
export async function readAccountCarries(
  _fact: string,
  carries: JsonObject,
  { store }: Services,
): Promise<JsonObject> {
  const account = await accountOfFact(store, carries)
  return account ? { ...carries, ...carriesOf(account) } : {}
}
