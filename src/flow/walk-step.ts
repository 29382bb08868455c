import type { Exit } from '../answers/draft.ts'
import type { Step } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { answersOf, shownEntries, storedAt } from './entries.ts'
import { exitStands, resolveNext, targetOfExit } from './exits.ts'
import { type Place, placeKey } from './place.ts'
import type { RepeatStop } from './repeats.ts'
import { rememberStood, stoodBefore } from './stood.ts'
import { gather, scopeOf, type Walk } from './walk.ts'

/** How a walk over a step ends. */
export type Stop =
  | Exclude<RepeatStop, { readonly is: 'lacks' }>
  | {
      readonly is: 'here'
      /** Where the person is, if not at the end of the path. */
      readonly at?: Place
      readonly ending?: Step
      readonly loop?: Step
    }
  | { readonly is: 'through'; readonly journey: string; readonly place: Place }
  | { readonly is: 'restart' }

/** A step that is closed stands for good, whatever its `when` says by now. */
export function isClosed(step: Step, walk: Walk): boolean {
  const first: Place = step.repeat ? { step, list: true } : { step }
  return walk.laid.exits[placeKey(first)]?.closes === true
}

/** Passes a step over, or stops at it. */
export function walkStep(step: Step, walk: Walk): Stop {
  const before = scopeOf(walk)
  const place: Place = { step }
  if (step.when && !isClosed(step, walk) && !holds(step.when, before)) {
    const to = resolveNext(step.next, before)
    walk.note?.({ did: 'skip', place, scope: before, to })
    return { is: 'on', to, skipped: true }
  }
  const exit = walk.laid.exits[step.id]
  walk.path.push(place)
  const own = storedAt(place, walk.laid.answers)
  const given = stoodBefore(step, exit, own)
  if (exit && given) {
    Object.assign(walk.answers, given)
    return passOn(place, exit, walk)
  }
  const shown = shownEntries(place, own, before)
  gather(place, walk, shown.entries)
  if (!exit || !exitStands(step, exit, shown.entries, own, shown.scope)) {
    walk.note?.({ did: 'stop', place, scope: shown.scope, exit })
    return { is: 'here' }
  }
  rememberStood(step, exit, own, answersOf(shown.entries, own))
  return passOn(place, exit, walk)
}

function passOn(place: Place, exit: Exit, walk: Walk): Stop {
  const to = targetOfExit(place.step, exit, scopeOf(walk))
  walk.note?.({ did: 'pass', place, scope: scopeOf(walk), exit, to })
  return { is: 'on', to }
}
