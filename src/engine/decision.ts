import type { Answers } from '../answers/draft.ts'
import type { FileLine } from '../answers/file-lines.ts'
import type { ShownBlock, ShownList } from '../answers/shown.ts'
import type { Typed } from '../fields/field.ts'
import type { Journey, Step } from '../journey/journey.ts'
import type { SessionChange } from './visitor.ts'

/** What the engine decided. What becomes of the session stands beside it. */
export type Decision = (
  | { readonly is: 'show'; readonly status: 200 | 403 | 409 | 422 | 503; readonly page: ShownStep }
  | { readonly is: 'go'; readonly to: Destination }
  /** A press of its own accord found nothing new. */
  | { readonly is: 'waiting' }
  /** Two drafts: which one is to be kept? */
  | { readonly is: 'choose'; readonly journey: Journey; readonly token: string }
  | { readonly is: 'not-found' }
) & {
  readonly session?: SessionChange
  /** What a press ran, and how it ended, for the log: names of actions and outcomes, never values (R-AUD-04). */
  readonly did?: readonly string[]
}

export type Destination =
  | { readonly journey: string; readonly place?: string }
  /** The page that says that answers are saved, and until when. */
  | { readonly journey: string; readonly saved: true }
  /** A page of ours that is no journey. */
  | { readonly href: string }

/** A step as it is to be shown; words put in, addresses still as places. `…Html` is safe, all else is text. */
export interface ShownStep {
  readonly journey: Journey
  readonly step: Step
  readonly place: string
  readonly kind: Step['kind'] | 'list'
  readonly language: string
  readonly token: string
  readonly title?: string
  readonly caption?: string
  readonly contentHtml?: string
  readonly afterHtml?: string
  readonly blocks: readonly ShownBlock[]
  readonly buttons: readonly {
    readonly id: string
    readonly label: string
    readonly style: 'primary' | 'secondary' | 'link'
    readonly poll?: number
  }[]
  readonly links: readonly ShownLink[]
  /** The place before this one. */
  readonly back?: string
  /** A question with no place before it to which one may go back: what is before it is outside of the journey. */
  readonly leadsOut?: true
  readonly errors: readonly ShownError[]
  readonly notices: readonly string[]
  readonly summary: readonly ShownSection[]
  readonly list?: ShownList
  /** What the form posts beside its fields. */
  readonly hidden?: Readonly<Record<string, string>>
  /** Of a task list. */
  readonly tasks?: readonly ShownTask[]
  readonly reference?: string
  readonly mayStartAgain: boolean
  readonly maySave: boolean
  readonly person?: string
}

export type ShownLink = { readonly label: string } & (
  | { readonly place: string }
  | { readonly href: string }
  /** Posts `link=<index>`: through a journey and back. */
  | { readonly post: string }
)

export interface ShownTask {
  readonly title: string
  readonly state: 'cannot-start' | 'not-started' | 'in-progress' | 'completed'
  /** Where it leads; of another journey: posts `link=<post>`. */
  readonly place?: string
  readonly post?: string
}

export interface ShownError {
  readonly control?: string
  readonly text: string
}

export interface ShownSection {
  readonly title?: string
  readonly rows: readonly ShownRow[]
}
export interface ShownRow {
  readonly key: string
  readonly lines: readonly string[]
  /** Files of the answer, as its lines call them. */
  readonly files?: readonly FileLine[]
  readonly change?: { readonly place: string; readonly hidden: string }
  readonly remove?: { readonly value: string; readonly hidden: string }
}

/** What is laid over a step when it is shown again: what was typed, what is wrong. */
export interface Overlay {
  readonly status?: 200 | 409 | 422 | 503
  readonly typed?: Typed
  /** Answers of the post: fields whose `when` they fulfil are shown too. */
  readonly given?: Answers
  readonly errors?: readonly ShownError[]
  readonly notices?: readonly string[]
}
