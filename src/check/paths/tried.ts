import type { Condition } from '../../journey/condition.ts'
import type { Check, Step } from '../../journey/journey.ts'
import type { Spot } from '../../journey/tree.ts'
import type { Subject } from '../subject.ts'
import type { ConditionSite } from './graph.ts'
import { isUnread, type Paths, pathsOf } from './paths.ts'
import { NONE } from './sets.ts'

/** A condition of a definition, with all places where it is tried. */
export interface Tried {
  readonly step: Step
  readonly condition: Condition
  readonly at: Spot
  /** Of a check. */
  readonly check?: Check
  readonly sites: readonly ConditionSite[]
  /** It holds there sometimes. */
  readonly holds: boolean
  /** It does not hold there sometimes. */
  readonly fails: boolean
  /** It is tried though an entry before it holds always, or takes all that it would take. */
  readonly isLeftOver: boolean
}

const made = new WeakMap<Subject, readonly Tried[]>()

/** All conditions that are tried at all: those on pages that nobody sees are not. Worked out once for all checks. */
export function triedConditions(subject: Subject): readonly Tried[] {
  const known = made.get(subject) ?? conditionsIn(subject)
  made.set(subject, known)
  return known
}

function conditionsIn(subject: Subject): readonly Tried[] {
  const paths = pathsOf(subject)
  const groups = new Map<object, ConditionSite[]>()
  for (const site of paths.graph.conditions) {
    const group = groups.get(site.part) ?? []
    group.push(site)
    groups.set(site.part, group)
  }
  return [...groups].flatMap(([part, sites]) => {
    const tried = sites.filter((site) => paths.at(site) !== NONE)
    const [first] = tried
    const condition = conditionOf(part)
    const at =
      subject.marks.get(part, first?.key) ?? subject.marks.get(part) ?? subject.marks.nameOf(part)
    if (!first || !at || isUnread(condition)) return []
    return [triedOf(first, tried, condition, at, paths)]
  })
}

const ALWAYS: Condition = { is: 'all', of: [] }

function conditionOf(part: object): Condition {
  const { when, must } = part as { readonly when?: Condition; readonly must?: Condition }
  return when ?? must ?? ALWAYS
}

function triedOf(
  first: ConditionSite,
  sites: readonly ConditionSite[],
  condition: Condition,
  at: Spot,
  paths: Paths,
): Tried {
  const { sets } = paths.formulas
  return {
    step: first.step,
    condition,
    at,
    ...(first.key === 'must' && { check: first.part as Check }),
    sites,
    holds: sites.some((site) => sets.meet(paths.at(site), site.holding)),
    fails: sites.some((site) => sets.meet(paths.at(site), sets.not(site.holding))),
    isLeftOver: !sites.some((site) => sets.meet(paths.at(site.rest ?? site), site.holding)),
  }
}
