import type { HeldFact } from '../answers/draft.ts'
import type { Collection, StoredRecord } from './store.ts'

/** What actions established about an account, for good or until it runs out. The id is the account's. */
export interface AccountFacts extends StoredRecord {
  readonly facts: readonly HeldFact[]
}

export const accountFacts: Collection<AccountFacts> = {
  name: 'accountFacts',
  indexes: {},
  unique: [],
}
