import { type AnswerChange, withChange } from '../answers/asked-more.ts'
import { mayAskAgain, placesAlong, type Question, questionsAlong } from '../flow/along.ts'
import { storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Scope } from '../flow/scope.ts'
import { isSame } from '../flow/values.ts'

/** Which answer: of a field or a whole repeat, or of a field of one of its items. */
export type Answered = Pick<AnswerChange, 'field' | 'array' | 'item'>

/** How answers lead elsewhere than those before them did. */
export interface Turned {
  /** The answers that count now. */
  readonly scope: Scope
  /** Keys of all that is asked now. */
  readonly open: ReadonlySet<string>
  /** Keys of questions that are asked now and have no answer. */
  readonly raised: readonly string[]
  /** What is asked no more. */
  readonly dropped: readonly Answered[]
  /** Keys of the places that came onto the path, with the place before each; and of those that left it. */
  readonly came: readonly { readonly key: string; readonly after: string | undefined }[]
  readonly gone: ReadonlySet<string>
}

/** What is shut may shut more: so often, at most, it is looked again. */
const ROUNDS = 8

/** Compares where answers lead: what one of them opens must be asked, what it shuts counts no more, nor leads anywhere. */
export function turnedBy(before: Scope, after: Scope, rounds = ROUNDS): Turned {
  const turned = compared(before, after)
  const answers = turned.dropped.reduce(withChange, after.answers)
  if (rounds === 0 || isSame(answers, after.answers)) return turned
  return turnedBy(before, { ...after, answers }, rounds - 1)
}

function compared(before: Scope, after: Scope): Turned {
  const [walked, walk] = [placesAlong(before), placesAlong(after)]
  const [was, is] = [walked, walk].map((places) => new Set(places.map(placeKey)))
  const [asked, now] = [questionsAlong(before), questionsAlong(after)]
  const known = new Set(asked.map(idOf))
  const isNew = (question: Question) => mayAskAgain(question.entry) && !known.has(idOf(question))
  return {
    scope: after,
    open: new Set(now.map(({ key }) => key)),
    raised: now
      .filter((question) => isNew(question) && !isAnswered(question, after))
      .map(({ key }) => key),
    dropped: droppedOf(asked, now),
    came: walk
      .map(placeKey)
      .flatMap((key, index, keys) => (was?.has(key) ? [] : [{ key, after: keys[index - 1] }])),
    gone: new Set(walked.map(placeKey).filter((key) => !is?.has(key))),
  }
}

function isAnswered({ place, entry }: Question, { answers }: Scope): boolean {
  return storedAt(place, answers)[entry.field.name] !== undefined
}

/** A repeat of which no place is left goes as a whole. */
function droppedOf(asked: readonly Question[], now: readonly Question[]): readonly Answered[] {
  const still = new Set(now.map(idOf))
  const arrays = new Set(now.flatMap(({ place }) => place.step.repeat ?? []))
  const dropped = new Map<string, Answered>()
  for (const question of asked) {
    if (still.has(idOf(question)) || question.place.list) continue
    const own = answeredAt(question)
    const isWhole = own.array !== undefined && !arrays.has(own.array)
    const answer = isWhole ? { field: own.array ?? '' } : own
    dropped.set(idOfAnswer(answer), answer)
  }
  return [...dropped.values()]
}

/** Which answer a question asks for. */
export function answeredAt({ place, entry }: Question): Answered {
  return { ...itemIn(place), field: entry.field.name }
}

/** Of which item of which repeat a place's answers are. */
export function itemIn({ step, item }: Place): Pick<AnswerChange, 'array' | 'item'> {
  return step.repeat === undefined || item === undefined ? {} : { array: step.repeat, item }
}

/** Whether an answer counts no more: it, or the whole repeat that it stands in. */
export function isDropped(answer: Answered, dropped: readonly Answered[]): boolean {
  const ids = new Set(dropped.map(idOfAnswer))
  return [answer, { field: answer.array ?? answer.field }].some((one) => ids.has(idOfAnswer(one)))
}

function idOf(question: Question): string {
  return idOfAnswer(answeredAt(question))
}

function idOfAnswer({ array, item, field }: Answered): string {
  return `${array ?? ''} ${item ?? ''} ${field}`
}
