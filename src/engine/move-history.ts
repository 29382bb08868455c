import { type Answers, hasMoved, type StatusChange, type Submission } from '../answers/draft.ts'
import { isSame } from '../flow/values.ts'
import type { Journey, Move } from '../journey/journey.ts'
import { changeRecord } from '../store/change.ts'
import { submissions } from '../store/records.ts'
import type { Engine } from './engine.ts'

export interface MoveRequest {
  /** The journey as it is served now: its admin, its messages. */
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

/** Keeps that a member of staff agrees to the move, once for the same answers. The case stays where it is. */
export async function agree(engine: Engine, request: MoveRequest) {
  await note(engine, request, { awaitsSecond: true }, (before) =>
    agreedTo(before, request.move).some(
      ({ by, asked }) => by === request.staff && isSame(asked, request.asked),
    ),
  )
}

/** Keeps in the case's history how a move came to nothing. */
export async function note(
  engine: Engine,
  { submission, staff, move, asked }: MoveRequest,
  how: Pick<StatusChange, 'awaitsSecond' | 'failed'>,
  isKnown: (before: Submission) => boolean = () => false,
) {
  const at = engine.now()
  await changeRecord(engine.store, submissions, submission, (before) => {
    if (!before || isKnown(before)) return undefined
    const change: StatusChange = { at, by: staff, move: move.id, ...how, to: before.status, asked }
    return { ...before, history: [...before.history, change] }
  })
}

/** How a move was agreed to since the case came to where it is. */
export function agreedTo(submission: Submission, { id }: Move): readonly StatusChange[] {
  return sinceMoved(submission).filter(({ move, awaitsSecond }) => awaitsSecond && move === id)
}

/** The actions that an earlier try has done since: they are not done twice. None where the move's actions are others now. */
export function doneBefore(submission: Submission, { id, run }: Move): string[] {
  const last = sinceMoved(submission).findLast(({ move, failed }) => move === id && failed)
  const done = last?.failed?.done ?? []
  return done.every((name, index) => run[index]?.action === name) ? [...done] : []
}

function sinceMoved({ history }: Submission): readonly StatusChange[] {
  return history.slice(history.findLastIndex(hasMoved) + 1)
}
