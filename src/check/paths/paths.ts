import type { Condition } from '../../journey/condition.ts'
import type { Step } from '../../journey/journey.ts'
import type { Witness } from '../../journey/problem.ts'
import { earnedFacts, giversOf } from '../earned-facts.ts'
import type { Subject } from '../subject.ts'
import { buildGraph } from './build-graph.ts'
import { type Explored, explore } from './explore.ts'
import { createFormulas, type Formulas } from './formulas.ts'
import type { Graph, Site } from './graph.ts'
import { after } from './moves.ts'
import { canBePlayed, isDecided, type Replayed, replay } from './replay.ts'
import type { StateSet } from './sets.ts'
import { traceTo } from './trace.ts'
import { witnessOf } from './witness.ts'

/** What is known along all ways through one journey. */
export interface Paths {
  readonly formulas: Formulas
  readonly graph: Graph
  readonly explored: Explored
  /** All states that are possible there. */
  at(site: Site): StateSet
  /**
   * A way that leads there with one of some states. `isCertain`: the engine led there too, and what `holds` asks was so.
   * Undefined: no way leads there.
   */
  wayTo(
    site: Site,
    states: StateSet,
    step: Step,
    holds?: (seen: Replayed) => boolean,
  ): Way | undefined
}

export interface Way {
  readonly witness: Witness
  readonly isCertain: boolean
  /** Nothing on it had to be left undecided. */
  readonly isPlayable: boolean
  /** The same, but for pages that are come to again. */
  readonly isDecided: boolean
}

const made = new WeakMap<Subject, Paths>()

/** The analysis of a journey; made once for all checks, and gone with them: a service that runs does not need it. */
export function pathsOf(subject: Subject): Paths {
  const known = made.get(subject)
  if (known) return known
  const paths = analyse(subject)
  made.set(subject, paths)
  return paths
}

function analyse(subject: Subject): Paths {
  const formulas = createFormulas(subject)
  const graph = buildGraph(subject, formulas)
  const explored = explore(subject.journey, graph, formulas, neverHeld(formulas, subject))
  const { sets } = formulas
  const seen = new WeakMap<Site, StateSet>()
  const at = (site: Site) => {
    const known = seen.get(site) ?? after(explored.at(site.node), site.ops, sets)
    seen.set(site, known)
    return known
  }
  return {
    formulas,
    graph,
    explored,
    at,
    wayTo(site, states, step, holds) {
      if (!sets.meet(at(site), states)) return undefined
      const trace = traceTo(site, states, explored, formulas)
      if (!trace) return undefined
      const isPlayable = canBePlayed(trace)
      let isCertain: boolean | undefined
      return {
        witness: witnessOf(trace, step),
        isPlayable,
        isDecided: isDecided(trace),
        get isCertain() {
          isCertain ??= isSeen()
          return isCertain
        },
      }
      function isSeen(): boolean {
        const played = trace && replay(trace, { step, isSkipped: site.skipped === true }, subject)
        if (played) return !holds || holds(played)
        // Through a task list nobody is led from page to page: the sections are walked as the graph has them.
        return isPlayable && trace?.legs.some(({ act }) => act?.step.tasks) === true
      }
    },
  }
}

/** Facts that nothing in this journey gives, nor another. */
function neverHeld({ variables }: Formulas, subject: Subject): ReadonlySet<string> {
  const earned = earnedFacts(subject)
  if (!earned) return new Set()
  const names = variables.filter(({ is }) => is === 'fact').map(({ name }) => name)
  return new Set(names.filter((name) => !earned.has(name) && giversOf(name, subject).length === 0))
}

/** Nothing was understood of it: it stands where a condition could not be read. */
export function isUnread(condition: Condition | undefined): boolean {
  return condition?.is === 'any' && condition.of.length === 0
}
