import type { Draft } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import type { Place } from './place.ts'
import type { Scope, World } from './scope.ts'

/** What of a draft progress is computed from. */
export type Laid = Pick<Draft, 'answers' | 'exits'>

/** What a walk along the exits has gathered so far. */
export interface Walk {
  readonly laid: Laid
  readonly world: World
  readonly path: Place[]
  /** Answers on the path; no prototype, so that no name is there by itself. */
  readonly answers: Record<string, Json>
}

export function scopeOf(walk: Walk): Scope {
  return { world: walk.world, answers: walk.answers }
}
