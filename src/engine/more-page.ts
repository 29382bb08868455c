import type { AskedMore } from '../answers/asked-more.ts'
import type { Input } from '../fields/field.ts'
import { questionOf } from '../flow/along.ts'
import { partsOf, readParts } from './more-parts.ts'
import { type MoreAt, readPlace } from './show-more.ts'
import { answeredAt, isDropped, turnedBy } from './turned.ts'

/** Keys of what was on a page: of what staff picked, and of what the answers had raised before. */
export interface OnPage {
  readonly questions: readonly string[]
  readonly raised: readonly string[]
}

/** By what the page said of its place. */
export function pageOf({ questions }: AskedMore, place: string): OnPage {
  const { raised, shut } = readPlace(place)
  return { questions: questions.filter((key) => !shut.includes(key)), raised }
}

export function keysOf({ questions, raised }: OnPage): readonly string[] {
  return [...questions, ...raised]
}

/** What is asked in view of the answers: an answer may shut a question that was picked, or one that it had raised. */
export function stillAsked({ asked, scope }: MoreAt, input: Input, onPage: OnPage): OnPage {
  const first = readParts(partsOf(keysOf(onPage), scope), input, scope)
  const { dropped, open } = turnedBy(scope, { ...scope, answers: first.answers })
  const isShut = (key: string) => {
    const question = questionOf(key, scope)
    return question !== undefined && isDropped(answeredAt(question), dropped)
  }
  return {
    questions: asked.questions.filter((key) => !isShut(key)),
    raised: onPage.raised.filter((key) => open.has(key)),
  }
}
