import type { Json } from '../fields/field.ts'
import type { Answers, Submission } from './draft.ts'

/** Staff have asked a person for more about what they sent, and what came of it. */
export interface AskedMore {
  readonly id: string
  /** Milliseconds since 1970: that of the move in the history. */
  readonly at: number
  readonly move: string
  /** The status to which the answers bring the case. */
  readonly back: string
  /** What is asked again: `step:field`, of an item of a repeat `step/2:field`. */
  readonly questions: readonly string[]
  /** Why, for the person to read. */
  readonly reason: string
  /** Staff have moved the case otherwise: it is not asked any more. */
  readonly closedAt?: number
  readonly answered?: Amendment
}

/** What a person answered when they were asked for more. Kept beside what they had sent, which is never changed. */
export interface Amendment {
  /** Milliseconds since 1970: that of the change in the history. */
  readonly at: number
  /** Names the press, so that its twin gets the same ending. */
  readonly press: string
  /** Only of what is another now; in the order of the questions. */
  readonly changes: readonly AnswerChange[]
  /** Where the new answers lead past other steps: those on the path now. */
  readonly path?: readonly string[]
}

export interface AnswerChange {
  readonly field: string
  /** Of an item of a repeat: the array's name, and which one, from 1. */
  readonly array?: string
  readonly item?: number
  /** Absent: it was not answered. */
  readonly before?: Json
  /** Absent: it is not answered any more, or does not count any more. */
  readonly after?: Json
}

/** What the person is asked now. */
export function openAsking({ more = [] }: Pick<Submission, 'more'>): AskedMore | undefined {
  const last = more.at(-1)
  return last && !last.answered && last.closedAt === undefined ? last : undefined
}

/** The same, with what is open closed: the case was moved otherwise. */
export function closeAsking(
  more: readonly AskedMore[] | undefined,
  at: number,
): readonly AskedMore[] | undefined {
  return more?.map((one) =>
    one.answered || one.closedAt !== undefined ? one : { ...one, closedAt: at },
  )
}

/** A submission as it reads with all that the person has answered since. For showing only: never to be stored. */
export function asAmended(submission: Submission): Submission {
  const given = (submission.more ?? []).flatMap(({ answered }) => answered ?? [])
  if (given.length === 0) return submission
  const path = given.findLast((one) => one.path)?.path ?? submission.path
  const changes = given.flatMap((one) => one.changes)
  return { ...submission, path, answers: changes.reduce(withChange, submission.answers) }
}

/** Answers with one of them changed; of an item that is not there yet, with that item. */
export function withChange(answers: Answers, change: AnswerChange): Answers {
  const { array, item, after } = change
  if (array === undefined || item === undefined) return withAnswer(answers, change)
  const stored = answers[array]
  const items: readonly Json[] = Array.isArray(stored) ? stored : []
  if (item > items.length && after === undefined) return answers
  const length = Math.max(items.length, item)
  const changed = Array.from({ length }, (_, index): Json => {
    const one = items[index] ?? {}
    return index === item - 1 ? withAnswer(isAnswers(one) ? one : {}, change) : one
  })
  return { ...answers, [array]: changed }
}

function withAnswer(answers: Answers, { field, after }: AnswerChange): Answers {
  const { [field]: _before, ...others } = answers
  return after === undefined ? others : { ...others, [field]: after }
}

function isAnswers(value: Json): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
