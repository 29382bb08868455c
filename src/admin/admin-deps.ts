import type { Answers } from '../answers/draft.ts'
import type { HttpDeps } from '../http/context.ts'
import type { Journey, Move } from '../journey/journey.ts'

/** What the admin asks the engine to do. */
export interface MoveRequest {
  /** As it is served now. */
  readonly journey: Journey
  readonly submission: string
  readonly move: Move
  readonly asked: Answers
  /** Account id of the member of staff. */
  readonly staff: string
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

/** What the admin's routes are made with. */
export interface AdminDeps extends HttpDeps {
  readonly runMove: (request: MoveRequest) => Promise<Moved>
  readonly invite: (request: InviteRequest) => Promise<Invited>
}
