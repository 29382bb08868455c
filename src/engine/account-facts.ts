import type { HeldFact } from '../answers/draft.ts'
import { accountFacts } from '../store/account-facts.ts'
import { changeRecord } from '../store/change.ts'
import type { Engine } from './engine.ts'
import { mergeFacts } from './merge-facts.ts'

/** Facts of the account that is signed in: every journey sees them, on every device (FORMAT.md, Scopes). */
export async function factsOfAccount(
  { store, now }: Pick<Engine, 'store' | 'now'>,
  account: string,
): Promise<readonly HeldFact[]> {
  const facts = (await store.read(accountFacts, account))?.value.facts ?? []
  return facts.filter(({ until }) => until === undefined || until > now())
}

/** Keeps facts with an account. */
export async function keepWithAccount(
  { store }: Pick<Engine, 'store'>,
  account: string,
  facts: readonly HeldFact[],
): Promise<void> {
  if (facts.length === 0) return
  await changeRecord(store, accountFacts, account, (before) => ({
    id: account,
    facts: mergeFacts(before?.facts ?? [], facts),
  }))
}
