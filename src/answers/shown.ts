import type { Field, Typed } from '../fields/field.ts'

/** Words, or a field with what stands in its boxes, as a page shows them; words put in. `html` is safe, all else is text. */
export type ShownBlock =
  | { readonly is: 'content'; readonly html: string; readonly group?: string }
  | {
      readonly is: 'field'
      readonly field: Field
      readonly label: string
      readonly hint?: string
      readonly typed: Typed
      readonly errors: Readonly<Record<string, string>>
      readonly readOnly: boolean
      readonly shown: readonly string[]
      readonly group?: string
      /** No press can add a box here (see `several`). */
      readonly fixed?: boolean
    }

/** What a repeat's list page says beside its items. */
export interface ShownList {
  readonly count: number
  readonly empty?: string
  readonly question?: string
  readonly mayRemove: boolean
  /** How few and how many there may be, in words. */
  readonly bounds?: string
}
