import { readInput } from '../answers/read-input.ts'
import type { Input } from '../fields/field.ts'
import type { Place } from '../flow/place.ts'
import type { Journey } from '../journey/journey.ts'
import { controlsOf } from './read-answers.ts'
import type { Uploads } from './take-files.ts'
import type { Visitor } from './visitor.ts'

export interface PressRequest {
  readonly journey: Journey
  /** The place's key, as the address names it. */
  readonly key: string
  readonly visitor: Visitor
  readonly body: URLSearchParams
  /** The files that came with it. */
  readonly uploads?: Uploads
  /** The page pressed its button by itself. */
  readonly isPoll: boolean
}

/** What was typed into the boxes of a place; nothing where it could not be read. */
export function inputOf(place: Place, body: URLSearchParams): Input {
  const read = readInput(body, controlsOf(place))
  return read.status === 'read' ? read.input : new Map()
}
