import type { Answers } from '../answers/draft.ts'
import type { HttpDeps } from '../http/context.ts'
import type { Entry, Journey, Move, Step } from '../journey/journey.ts'
import type { Sent } from '../views/sent-words.ts'

/** What the admin asks the engine to do. */
export interface MoveRequest {
  /** As it is served now. */
  readonly journey: Journey
  readonly submission: string
  readonly move: Move
  readonly asked: Answers
  /** Of a move that asks for more: the questions that were picked, of the definition that the case was made with. */
  readonly again?: { readonly questions: readonly string[]; readonly madeWith: Journey }
  /** Account id of the member of staff. */
  readonly staff: string
  /** Whether an account may do this very move now. */
  mayMove(account: string): Promise<boolean>
  readonly language: string
}

export type Moved =
  | { readonly status: 'moved' }
  | { readonly status: 'awaits-second'; readonly words: string }
  | { readonly status: 'elsewhere' }
  | { readonly status: 'not-possible'; readonly words: string }
  | { readonly status: 'not-found' }

export interface InviteRequest {
  readonly journey: Journey
  readonly email: string
  /** Of the keys that the journey's invitations carry. */
  readonly carries: Answers
}

export type Invited =
  | { readonly status: 'invited' }
  | { readonly status: 'refused'; readonly words: string }

/** A question that a person can be asked again, where it stands; of a repeat, in which item. */
export interface OldQuestion {
  readonly key: string
  readonly place: { readonly step: Step; readonly item?: number }
  readonly entry: Extract<Entry, { readonly is: 'field' }>
}

/** What the admin's routes are made with. */
export interface AdminDeps extends HttpDeps {
  readonly runMove: (request: MoveRequest) => Promise<Moved>
  /** In the order of the path. */
  readonly questionsToAsk: (about: Sent) => readonly OldQuestion[]
  readonly invite: (request: InviteRequest) => Promise<Invited>
}
