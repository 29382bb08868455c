import type { Budgets } from '../accounts/budget.ts'
import type { Outbox } from '../messages/message.ts'
import type { Store } from '../store/store.ts'

/** What actions work with; wired in main. */
export interface Services {
  readonly store: Store
  readonly outbox: Outbox
  readonly now: () => number
  /** `https://forms.example` */
  readonly origin: string
  /** 32 bytes; keys the hashes of codes, numbers and tokens (R-AUTH-08). */
  readonly secretKey: Buffer
  /** Development: Ofcom's drama numbers count (07700 900 mobile, 01632 960 landline), and limits per address are off for loopback. */
  readonly development: boolean
  /** What texts and calls may cost; left out: R-TEL-03's own numbers. */
  readonly budgets?: Budgets
  /** Tells who runs the service; counts only, never a number or an address. */
  readonly alert?: (words: string, about?: object) => void
}
