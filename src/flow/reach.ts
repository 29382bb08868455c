import type { Exit } from '../answers/draft.ts'
import type { Condition } from '../journey/condition.ts'
import type { Button, Step } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { answersOf, shownEntries, storedAt } from './entries.ts'
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
  if (progress.where.is === 'restart') return undefined
  const key = placeKey(place)
  // Where only another journey gives what a step requires, nobody is here: they may go back all the same.
  const here = progress.where.is === 'place' ? [progress.where.place] : []
  const open = progress.path.filter((one) => !laid.exits[placeKey(one)]?.closes)
  if ([...here, ...open].some((one) => placeKey(one) === key))
    return { place, lay: {}, scope: scopeBefore(progress, place, laid) }
  const endings = Object.values(progress.tasks).flatMap((stands) => stands.map((one) => one.ending))
  const ends = [progress.ending, progress.loop, ...endings].some(
    (step) => step?.id === place.step.id,
  )
  if (ends) return { place, lay: {}, scope: progress.scope }
  return linkedFrom(open.length > 0 ? open : here, place, progress, laid)
}

/** Follows links breadth first, nearest to where the person is first. */
function linkedFrom(
  open: readonly Place[],
  wanted: Place,
  progress: Progress,
  laid: Laid,
): Reach | undefined {
  const seen = new Set(progress.path.map(placeKey))
  let edge: readonly Reach[] = [
    ...(progress.ending
      ? [{ place: { step: progress.ending }, lay: {}, scope: progress.scope }]
      : []),
    // What is seen at a place is worked out for those only that lead anywhere: a path may be long.
    ...[...open]
      .reverse()
      .filter(({ step }) => mayLead(step))
      .map((place) => ({ place, lay: {}, scope: scopeBefore(progress, place, laid) })),
  ]
  while (edge.length > 0) {
    edge = edge.flatMap((reach) => beyond(reach, laid, seen, progress.path))
    const found = edge.find((reach) => placeKey(reach.place) === placeKey(wanted))
    if (found) return found
  }
  return undefined
}

/** What one page leads to, of what was not seen before. */
function beyond(
  reach: Reach,
  laid: Laid,
  seen: Set<string>,
  path: readonly Place[],
): readonly Reach[] {
  return linksOf(reach, laid).flatMap(({ to, exit }) => {
    const place = linkedPlace(to, reach.place, path)
    if (seen.has(placeKey(place)) || !mayEnter(to, reach.scope)) return []
    seen.add(placeKey(place))
    return [{ place, lay: { ...reach.lay, [placeKey(reach.place)]: exit }, scope: reach.scope }]
  })
}

/** Where a link to a step leads: in an item's turn, and from an exit in which it ends, to the same item; else to the first. */
export function linkedPlace(to: Step, from: Place, path: readonly Place[]): Place {
  if (to.repeat === undefined) return { step: to }
  const turn = [from, path.at(-1)].find((one) => one?.step.repeatFirst === to.repeatFirst)
  return { step: to, item: turn?.item ?? 1 }
}

function mayEnter(step: Step, scope: Scope): boolean {
  return (!step.when || holds(step.when, scope)) && !lackingAt(step, scope)
}

/** Whether a page may lead on without its question being answered. */
function mayLead({ links, buttons }: Step): boolean {
  return links.some((link) => 'to' in link) || buttons.some(leadsUnanswered)
}

function leadsUnanswered({ validate, run, journey }: Button): boolean {
  return !validate && run.length === 0 && !journey
}

interface Way {
  readonly to: Step
  readonly exit: Exit
}

/** Steps that a page leads to without its question being answered. */
function linksOf({ place, scope }: Reach, laid: Laid): readonly Way[] {
  const answers = storedAt(place, laid.answers)
  const { entries, scope: own } = shownEntries(place, answers, scope)
  const isOffered = (one: { readonly when?: Condition }) => !one.when || holds(one.when, own)
  const linked = place.step.links.filter(isOffered).flatMap((link): Way[] => {
    const to = 'to' in link ? stepOf(scope.world.journey, link.to) : undefined
    return to ? [{ to, exit: linkExit(to.id) }] : []
  })
  const pressed = place.step.buttons.filter(isOffered).flatMap((button): Way[] => {
    if (!leadsUnanswered(button)) return []
    const target = resolveNext(button.next ?? place.step.next, own)
    const to = target === undefined ? undefined : stepOf(scope.world.journey, target)
    const exit = {
      button: button.id,
      answers: answersOf(entries, answers),
      facts: [],
      closes: false,
    }
    return to ? [{ to, exit }] : []
  })
  return [...linked, ...pressed]
}
