import { expiryKeys } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { changeInTurn } from './in-turn.ts'

/** What may be spent on texts, or on calls, of the whole service (R-TEL-03). */
export interface Budget {
  readonly perHour: number
  readonly perDay: number
}
export interface Budgets {
  readonly sms: Budget
  readonly call: Budget
  /** To new numbers of one country other than Great Britain, in 24 hours. */
  readonly perCountry: number
}

/** R-TEL-03 */
export const BUDGETS: Budgets = {
  sms: { perHour: 200, perDay: 1000 },
  call: { perHour: 60, perDay: 300 },
  perCountry: 50,
}

/** When somebody is told, as a part of the budget. */
const ALERT = 0.8
/** So much more serves those who sign in with a number that they have confirmed. */
const RESERVE = 1.3

/** What was sent in each hour of the last day. */
export interface Spending extends StoredRecord {
  /** Hours since 1970. */
  readonly hours: readonly { readonly hour: number; readonly count: number }[]
  readonly expiresAt: number
}

export const spendings: Collection<Spending> = {
  name: 'spendings',
  indexes: { expires: expiryKeys },
  unique: [],
}

const HOUR = 60 * 60_000
const DAY = 24

export interface Spender {
  readonly store: Store
  readonly now: number
  /** Whether the number is one that nobody has confirmed yet. */
  readonly isNew: boolean
}

export type Spent =
  | { readonly status: 'allowed' }
  /** The budget has just come to this part of it, in percent. */
  | { readonly status: 'allowed'; readonly reached: 80 | 100 }
  | { readonly status: 'used-up' }

/**
 * Counts one text or call of the service, before it is sent, by hours of the clock. New numbers are served until the
 * budget is spent; who signs in with a confirmed number, for 30 % more (R-TEL-03).
 */
export async function spend(spender: Spender, id: string, budget: Budget): Promise<Spent> {
  const { store, now, isNew } = spender
  const hour = Math.floor(now / HOUR)
  let spent: Spent = { status: 'used-up' }
  await changeInTurn(store, spendings, id, (before) => {
    const hours = (before?.hours ?? []).filter((one) => one.hour > hour - DAY)
    const inHour = hours.find((one) => one.hour === hour)?.count ?? 0
    const inDay = hours.reduce((sum, one) => sum + one.count, 0)
    const most = isNew ? 1 : RESERVE
    if (inHour >= budget.perHour * most || inDay >= budget.perDay * most) {
      spent = { status: 'used-up' }
      return undefined
    }
    const reached = partReached(inHour + 1, budget.perHour) ?? partReached(inDay + 1, budget.perDay)
    spent = { status: 'allowed', ...(reached !== undefined && { reached }) }
    const others = hours.filter((one) => one.hour !== hour)
    return { id, hours: [...others, { hour, count: inHour + 1 }], expiresAt: now + DAY * HOUR }
  })
  return spent
}

/** Only by the very send that comes to it. */
function partReached(count: number, most: number): 80 | 100 | undefined {
  if (count === most) return 100
  return count === Math.ceil(most * ALERT) ? 80 : undefined
}
