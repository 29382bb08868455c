import type { Draft } from '../answers/draft.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Progress } from '../flow/progress.ts'
import type { ShownStep } from './decision.ts'
import type { Engine } from './engine.ts'
import type { Loaded } from './load-draft.ts'
import { showStep } from './show-step.ts'

/** How many people's pages are kept. */
const KEPT = 200

interface Known {
  readonly key: string
  /** Its count of presses is in the page. */
  readonly draft: Draft
  readonly page: ShownStep
}

/** The page that was last made from each progress, the newest last. */
const known = new Map<Progress, Known>()

/**
 * A place as it is, with nothing laid over it: a pure function of the stored draft and where the person is, so that
 * whoever comes back to a page, or asks for it again, gets what was made before.
 */
export function knownPage(engine: Engine, loaded: Loaded, place: Place): ShownStep {
  const key = placeKey(place)
  const before = known.get(loaded.progress)
  if (before?.key === key && before.draft === loaded.draft) return before.page
  const page = showStep(engine, loaded, place)
  if (loaded.version === 0) return page
  known.set(loaded.progress, { key, draft: loaded.draft, page })
  const [oldest] = known.keys()
  if (known.size > KEPT && oldest) known.delete(oldest)
  return page
}
