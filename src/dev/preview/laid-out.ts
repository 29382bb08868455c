import type { Draft } from '../../answers/draft.ts'
import type { Loaded } from '../../engine/load-draft.ts'
import { stepsAlong } from '../../flow/along.ts'
import { holds } from '../../flow/conditions.ts'
import type { Place } from '../../flow/place.ts'
import type { Progress } from '../../flow/progress.ts'
import { itemsAt, runOf } from '../../flow/repeats.ts'
import type { Scope } from '../../flow/scope.ts'
import type { TaskStand, TaskState } from '../../flow/task-lists.ts'
import { gather, scopeFor, scopeOf, startWalk } from '../../flow/walk.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import type { Setting } from '../../scenarios/stage.ts'
import { type Supposed, worldOf } from './supposed.ts'

const REFERENCE = 'HDJ2-1001'

/** The scope of a place as far as answers and facts alone tell: what its own `when` and its page see. */
export function scopeIn(
  setting: Setting,
  journey: Journey,
  place: Place,
  supposed: Supposed,
): Scope {
  const walk = startWalk(worldOf(setting, journey, supposed), {
    answers: supposed.answers,
    exits: {},
  })
  for (const one of pathTo(place, { world: walk.world, answers: supposed.answers }))
    gather(one, walk)
  return scopeFor(place, walk)
}

/** A person at a place, having come along the steps to which what is supposed leads. Nothing is stored. */
export function laidOut(
  setting: Setting,
  journey: Journey,
  place: Place,
  supposed: Supposed,
  tasks: TaskState = 'not-started',
): Loaded {
  const draft = draftOf(setting, journey, supposed, place.step)
  const world = {
    ...worldOf(setting, journey, supposed),
    ...(draft.submission && { reference: draft.submission.reference }),
  }
  const walk = startWalk(world, draft)
  const path = [...pathTo(place, { world, answers: supposed.answers }), place]
  for (const one of path) gather(one, walk)
  const progress: Progress = {
    path,
    where: { is: 'place', place },
    scope: scopeOf(walk),
    tasks: place.step.tasks ? { [place.step.id]: standsOf(place.step, journey, tasks) } : {},
    waiting: [place],
  }
  return { journey, draft, version: 1, world, progress }
}

/** The places before one: along the way on where it is on it, else all those before it in the file that are not skipped. */
function pathTo(place: Place, scope: Scope): readonly Place[] {
  const { step } = place
  const first = step.repeatFirst ?? step.id
  const { steps } = scope.world.journey
  const along = stepsAlong(scope)
  const at = along.findIndex(({ id }) => id === first)
  const before =
    at >= 0
      ? along.slice(0, at)
      : steps
          .slice(
            0,
            steps.findIndex(({ id }) => id === first),
          )
          .filter((one) => !isEnding(one) && (!one.when || holds(one.when, scope)))
  const places = before.flatMap((one) => placesOf(one, scope))
  if (step.repeat === undefined) return places
  const run = runOf(steps.find(({ id }) => id === first) ?? step, steps)
  const mine = place.list
    ? placesOf(step, scope).filter((one) => !one.list)
    : run.slice(0, run.indexOf(step)).map((one) => ({ step: one, item: place.item ?? 1 }))
  return [...places, ...mine]
}

function isEnding({ kind }: Step): boolean {
  return kind === 'confirmation' || kind === 'exit'
}

/** Of a repeat, at its first step, each item and the list. */
function placesOf(step: Step, scope: Scope): readonly Place[] {
  if (step.repeat === undefined) return [{ step }]
  if (step.repeatFirst !== step.id) return []
  const run = runOf(step, scope.world.journey.steps)
  const items = itemsAt(step.repeatFor ?? step.repeat, scope.answers)
  return [
    ...items.flatMap((_, index) => run.map((one) => ({ step: one, item: index + 1 }))),
    ...(step.repeatFor === undefined ? [{ step, list: true as const }] : []),
  ]
}

function standsOf(list: Step, journey: Journey, state: TaskState): readonly TaskStand[] {
  return (list.tasks ?? []).map((task) => {
    const first = journey.steps.find(({ id }) => id === task.steps[0])
    const waits = state === 'not-started' && task.after.length > 0
    return {
      task,
      state: waits ? 'cannot-start' : state,
      ...(first && !waits && { place: first.repeat ? { step: first, item: 1 } : { step: first } }),
    }
  })
}

function draftOf(setting: Setting, journey: Journey, supposed: Supposed, step: Step): Draft {
  const { now } = setting
  return {
    id: 'preview',
    journey: journey.id,
    hash: journey.hash,
    owner: { is: 'session', session: 'session' },
    answers: supposed.answers,
    exits: {},
    facts: [],
    given: {},
    ...(step.kind === 'confirmation' && { submission: { id: 'preview', reference: REFERENCE } }),
    presses: [],
    changed: {},
    press: 0,
    createdAt: now,
    savedAt: now,
    expiresAt: now + journey.draft.keep,
  }
}

/** A place without what its own page answers: as somebody sees it who comes to it first. */
export function withoutOwn(place: Place, supposed: Supposed): Supposed {
  const own = new Set(
    place.step.entries.flatMap((entry) => (entry.is === 'field' ? [entry.field.name] : [])),
  )
  const others = (answers: Supposed['answers']) =>
    Object.fromEntries(Object.entries(answers).filter(([name]) => !own.has(name)))
  const array = place.step.repeat
  if (array === undefined) return { ...supposed, answers: others(supposed.answers) }
  const items = place.list
    ? []
    : itemsAt(array, supposed.answers).map((item) => others(item as Supposed['answers']))
  return { ...supposed, answers: { ...supposed.answers, [array]: items } }
}
