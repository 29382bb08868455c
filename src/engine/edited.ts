import { placeKey } from '../flow/place.ts'
import type { Loaded } from './load-draft.ts'

/** Said on the page to which somebody is led back because its questions have changed. */
export const EDITED =
  'This form has changed since you were last here. We have kept your answers that still fit. We only ask you again what has changed, or is new.'

/**
 * Whether the definition was edited since the draft was last saved, so that somebody is asked again: where they are was
 * left before, or lies before a page that was.
 */
export function isEdited({ journey, draft, version, progress }: Loaded): boolean {
  const { where, path } = progress
  if (version === 0 || draft.hash === journey.hash || where.is !== 'place') return false
  const passed = new Set(path.slice(0, -1).map(placeKey))
  return Object.keys(draft.exits).some((key) => !passed.has(key))
}
