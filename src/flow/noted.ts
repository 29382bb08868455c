import type { Exit } from '../answers/draft.ts'
import type { Requirement, Target } from '../journey/journey.ts'
import type { Place } from './place.ts'
import type { Detour } from './requirements.ts'
import type { Scope } from './scope.ts'

/** What a walk along the exits did at a place. `scope`: what was seen there; it is of that moment only. */
export type Noted = { readonly place: Place; readonly scope: Scope } & (
  | { readonly did: 'skip'; readonly to: Target | undefined }
  | { readonly did: 'pass'; readonly exit: Exit; readonly to: Target | undefined }
  /** The exit is missing, or does not stand. */
  | { readonly did: 'stop'; readonly exit: Exit | undefined }
  | { readonly did: 'turn'; readonly required: Requirement; readonly detour: Detour }
)

/** Is told of each thing that a walk does, at the moment when it does it. */
export type Note = (noted: Noted) => void
