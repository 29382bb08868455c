import type { TaskState } from '../../flow/task-lists.ts'
import type { Supposed } from './supposed.ts'

/** A state that the page of a step can be in: what is so already, and what a press has come to. */
export interface State {
  /** Unique among those of its step; part of an address. */
  readonly id: string
  /** For authors: "empty". */
  readonly what: string
  readonly supposed: Supposed
  /** The repeat's list page, in place of its first item's. */
  readonly list?: true
  /** How the tasks of a task list stand. */
  readonly tasks?: TaskState
  readonly over?: Over
}

/** What a press has come to. */
export type Over =
  /** These boxes were posted. */
  | { readonly is: 'typed'; readonly texts: Texts }
  /** This check failed: of the step, or of the journey. */
  | { readonly is: 'check'; readonly of: 'step' | 'journey'; readonly index: number }
  /** An action of this step, or of the one that led here, ended so. */
  | {
      readonly is: 'outcome'
      readonly step: string
      readonly button: string
      readonly call: number
      readonly outcome: string
    }
  /** Of a list page: nobody said whether another is to be added. */
  | { readonly is: 'unchosen' }
  /** As `typed`, by whoever looks at the preview. */
  | { readonly is: 'posted'; readonly texts: Texts }

/** Control → what was typed. */
export type Texts = Readonly<Record<string, readonly string[]>>

/** What a step's states are made of: what is supposed to be so already. */
export interface Variant {
  readonly supposed: Supposed
  /** In which condition it differs from the first. */
  readonly because?: string
}

/** Safe in an address. */
export function slug(text: string): string {
  return text.replace(/[^A-Za-z\d]+/gu, '-')
}
