import type { Exit } from '../answers/draft.ts'
import type { Step } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { storedAt } from './entries.ts'
import { linkExit, resolveNext } from './exits.ts'
import { type Place, placeKey, stepOf } from './place.ts'
import { type Laid, type Progress, scopeBefore } from './progress.ts'
import { lackingAt } from './requirements.ts'
import type { Scope } from './scope.ts'

/** How a place is reached: the exits that lay the path to it; none where it is on the path already. */
export interface Reach {
  readonly place: Place
  readonly lay: Readonly<Record<string, Exit>>
  /** What is seen before the place's own answers. */
  readonly scope: Scope
}

/**
 * Whether a person may be at a place now: it is on the path and not closed, or linked from one that is, and its
 * `requires` hold (FORMAT.md, Progress).
 */
export function reachOf(place: Place, progress: Progress, laid: Laid): Reach | undefined {
  if (progress.where.is !== 'place') return undefined
  const key = placeKey(place)
  const open = progress.path.filter((one) => !laid.exits[placeKey(one)]?.closes)
  const here = progress.where.place
  if (placeKey(here) === key) return { place, lay: {}, scope: scopeBefore(progress, place, laid) }
  if (open.some((one) => placeKey(one) === key))
    return { place, lay: {}, scope: scopeBefore(progress, place, laid) }
  const ends = [progress.ending, progress.loop].some((step) => step?.id === place.step.id)
  if (ends) return { place, lay: {}, scope: progress.scope }
  return linkedFrom(open.length > 0 ? open : [here], place, progress, laid)
}

/** Follows links breadth first, nearest to where the person is first. */
function linkedFrom(
  open: readonly Place[],
  wanted: Place,
  progress: Progress,
  laid: Laid,
): Reach | undefined {
  const seen = new Set(progress.path.map((one) => one.step.id))
  let edge: Reach[] = [...open]
    .reverse()
    .map((place) => ({ place, lay: {}, scope: scopeBefore(progress, place, laid) }))
  if (progress.ending)
    edge.unshift({ place: { step: progress.ending }, lay: {}, scope: progress.scope })
  while (edge.length > 0) {
    const beyond: Reach[] = []
    for (const reach of edge) {
      for (const link of linksOf(reach, laid)) {
        if (seen.has(link.to.id) || !mayEnter(link.to, reach.scope)) continue
        seen.add(link.to.id)
        const place: Place = link.to.repeat ? { step: link.to, item: 1 } : { step: link.to }
        const next = {
          place,
          lay: { ...reach.lay, [placeKey(reach.place)]: link.exit },
          scope: reach.scope,
        }
        if (link.to.id === wanted.step.id) return { ...next, place: wanted }
        beyond.push(next)
      }
    }
    edge = beyond
  }
  return undefined
}

function mayEnter(step: Step, scope: Scope): boolean {
  return (!step.when || holds(step.when, scope)) && !lackingAt(step, scope)
}

/** Steps that a page leads to without its question being answered. */
function linksOf(
  { place, scope }: Reach,
  laid: Laid,
): readonly { readonly to: Step; readonly exit: Exit }[] {
  const { journey } = scope.world
  const own = {
    ...scope,
    answers: { ...scope.answers, ...(place.step.repeat ? {} : storedAt(place, laid.answers)) },
  }
  const found: { to: Step; exit: Exit }[] = []
  for (const link of place.step.links) {
    if (!('to' in link) || (link.when && !holds(link.when, own))) continue
    const to = stepOf(journey, link.to)
    if (to) found.push({ to, exit: linkExit(to.id) })
  }
  for (const button of place.step.buttons) {
    if (button.validate || button.run.length > 0 || button.journey) continue
    if (button.when && !holds(button.when, own)) continue
    const target = resolveNext(button.next ?? place.step.next, own)
    const to = target === undefined ? undefined : stepOf(journey, target)
    if (to) found.push({ to, exit: { button: button.id, answers: {}, facts: [], closes: false } })
  }
  return found
}
