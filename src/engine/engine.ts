import type { Action } from '../actions/action.ts'
import type { Services } from '../actions/services.ts'
import type { JsonObject } from '../fields/field.ts'
import type { Place } from '../flow/place.ts'
import type { ActionContract } from '../journey/contract.ts'
import type { Journey } from '../journey/journey.ts'
import type { Store } from '../store/store.ts'
import { createTurns } from '../store/turns.ts'
import type { Destination, ShownStep } from './decision.ts'
import type { Loaded } from './load-draft.ts'

/** What the use cases work with. They know nothing of HTTP, of templates, of accounts or of what an action does. */
export interface Engine {
  readonly journeys: ReadonlyMap<string, Journey>
  readonly actionsOf: (journey: string) => ReadonlyMap<string, Action>
  readonly contractsOf: (journey: string) => ReadonlyMap<string, ActionContract>
  /** Journey → the facts that going through it earns. */
  readonly journeyGives: ReadonlyMap<string, readonly string[]>
  readonly store: Store
  readonly services: Services
  readonly now: () => number
  readonly newId: () => string
  readonly invitations: {
    /** What it carries, with its `email`; undefined: over, withdrawn, or bound to another account. */
    read(id: string, account: string | undefined): Promise<JsonObject | undefined>
    /** False: another account has it already. */
    bind(id: string, account: string): Promise<boolean>
  }
  /** A key of an account, for facts that are about what an account leads to. */
  readonly accountValue: (account: string, key: string) => Promise<string | undefined>
  /** A fault in an action: no values. */
  /** The address by which somebody signs in and goes on with a journey. */
  readonly formLink: (journey: string) => string
  /** The address where a person answers what they are asked again, by their reference. */
  readonly moreLink: (reference: string) => string
  /** Where files that were uploaded lie. */
  readonly shelf: {
    /** Keeps a file that came with this request; durable when it resolves. */
    keep(id: string): Promise<void>
  }
  readonly onFault: (fault: {
    readonly journey: string
    readonly action: string
    readonly error: unknown
  }) => void
  /** Is told of each page that is made, and of what; for those who explain it. */
  readonly onShown?: (page: ShownStep, loaded: Loaded, place: Place) => void
  readonly lock: Lock
  /** Drafts that went with `$return`: the press that ended them, and where it led. The newest few hundred. */
  readonly returned: Map<string, { readonly key: string; readonly to: Destination }>
}

export type Lock = <T>(key: string, run: () => Promise<T>) => Promise<T>

/** One at a time for each key, in the order of asking. */
export function createLock(): Lock {
  return createTurns().take
}
