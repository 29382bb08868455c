import type { Site } from '../../check/paths/graph.ts'
import { type Paths, pathsOf } from '../../check/paths/paths.ts'
import type { StateSet } from '../../check/paths/sets.ts'
import type { Subject } from '../../check/subject.ts'
import type { Json } from '../../fields/field.ts'
import type { Journey } from '../../journey/journey.ts'
import type { Witness } from '../../journey/problem.ts'
import type { Mark } from '../../scenarios/coverage.ts'
import type { Wish } from '../../scenarios/rules.ts'

/**
 * For what walks did not come to by chance: the answers and presses that lead there, as `check` knows them. `isPossible`:
 * whether an end of an action can be brought about.
 */
export function createWishes(
  subject: Subject,
  isPossible: (action: string, outcome: string) => boolean,
): (mark: Mark) => Wish | undefined {
  const paths = pathsOf(subject)
  return (mark) => {
    const [, , end = ''] = mark.of === 'outcomes' ? mark.name.split(': ') : []
    const [action = '', outcome = ''] = end.split(' ')
    if (end !== '' && !isPossible(action, outcome)) return undefined
    for (const { site, states } of sitesOf(mark, paths)) {
      const way = paths.wayTo(site, states, mark.step)
      if (way) return wishOf(way.witness, mark, subject.journey)
    }
    return undefined
  }
}

interface Place {
  readonly site: Site
  readonly states: StateSet
}

function sitesOf({ of, name, step, part }: Mark, paths: Paths): readonly Place[] {
  const { conditions, shown, done, calls } = paths.graph
  const { sets } = paths.formulas
  const all = (site: Site | undefined) => (site ? [{ site, states: paths.at(site) }] : [])
  if (of === 'steps') return all(shown.get(step))
  if (of === 'buttons') return all(done.get(step) ?? shown.get(step))
  if (of === 'outcomes') return calls.filter(({ call }) => call === part).flatMap(all)
  const isNot = name.endsWith('does not hold')
  return conditions
    .filter((one) => one.part === part)
    .map(({ rest, holding, ...own }) => {
      const site = rest ?? own
      const there = paths.at(site)
      return { site, states: isNot ? sets.minus(there, holding) : sets.and(there, holding) }
    })
}

function wishOf(
  { answers, empty, pages }: Witness,
  { of, step, part }: Mark,
  { fields }: Journey,
): Wish {
  // Days are seen from another today there.
  const isTold = ([name, value]: readonly [string, Json]) =>
    (value !== null || empty.includes(name)) && !/date|month/u.test(fields.get(name)?.kind ?? '')
  const button = step.buttons.find(
    (one) =>
      (of === 'buttons' && one === part) ||
      (of === 'outcomes' && one.run.some((call) => call === part)),
  )
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(isTold)),
    pages,
    ...(button && { press: { step: step.id, button: button.id } }),
  }
}
