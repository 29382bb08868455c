import type { Requirement, Step } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { exitStepAt } from './exits.ts'
import type { Note } from './noted.ts'
import { type Place, placeKey, stepOf } from './place.ts'
import { walkRepeat } from './repeats.ts'
import { detourFor, lackingAt } from './requirements.ts'
import type { Scope, World } from './scope.ts'
import { type TaskStand, waitingIn, walkTasks } from './task-lists.ts'
import { gather, type Laid, scopeFor, scopeOf, startWalk, type Walk } from './walk.ts'
import { isClosed, type Stop, walkStep } from './walk-step.ts'

export type { Laid } from './walk.ts'

export type Where =
  | { readonly is: 'place'; readonly place: Place }
  | { readonly is: 'through'; readonly journey: string; readonly place: Place }
  | { readonly is: 'restart' }

/** Where a person is, and how they came there. Computed, never stored (FORMAT.md, Progress). */
export interface Progress {
  /** From the start to where they are. */
  readonly path: readonly Place[]
  readonly where: Where
  /** What is seen at the end of the path: all answers that count. */
  readonly scope: Scope
  /** An ending to which the last step's exit leads, without passing anything. */
  readonly ending?: Step
  /** The earlier step to which the last step's exit leads back. */
  readonly loop?: Step
  /** How the tasks of each list on the path stand. */
  readonly tasks: Readonly<Record<string, readonly TaskStand[]>>
  /** The places on the path that are not passed: where the person is, and where the sections of a task list stand. */
  readonly waiting: readonly Place[]
}

/** Follows the exits from the start to the first step that is not passed. `note` is told how. */
export function progressOf(world: World, laid: Laid, note?: Note): Progress {
  const walk = startWalk(world, laid, note)
  const seen = new Set<string>()
  let step = stepOf(world.journey, world.journey.start)
  while (step) {
    for (const id of within(step)) seen.add(id)
    const stop = passOver(step, walk)
    const target: Step | undefined = targetOf(stop, world)
    if (stop.is !== 'on' || !target) return finish(walk, stop)
    if (seen.has(target.id)) return finish(walk, { is: 'here', loop: target })
    const ending = stop.skipped ? undefined : exitStepAt(target.id, scopeOf(walk))
    if (ending) return finish(walk, { is: 'here', ending })
    step = target
  }
  return finish(walk, { is: 'here' })
}

/** A step, and those of its sections. */
function within(step: Step): readonly string[] {
  return [step.id, ...(step.tasks ?? []).flatMap((task) => task.steps)]
}

function passOver(step: Step, walk: Walk): Stop {
  const detour = detourAt(step, walk)
  if (detour) return detour
  if (step.kind === 'task-list') return walkTasks(step, walk)
  if (step.repeatFirst !== step.id) return walkStep(step, walk)
  const stop = walkRepeat(step, walk)
  return stop.is === 'lacks' ? detourTo(stop.required, stop.place, walk) : stop
}

function targetOf(stop: Stop, world: World): Step | undefined {
  return stop.is === 'on' && stop.to !== undefined ? stepOf(world.journey, stop.to) : undefined
}

function finish(walk: Walk, stop: Stop): Progress {
  const scope = scopeOf(walk)
  const { path, tasks } = walk
  const last = (stop.is === 'here' && stop.at) || path.at(-1)
  const base = { path, scope, tasks }
  if (stop.is === 'through') return { ...base, waiting: [], where: stop }
  if (stop.is === 'restart' || !last) return { ...base, waiting: [], where: { is: 'restart' } }
  return {
    ...base,
    where: { is: 'place', place: last },
    waiting: [last, ...waitingIn(tasks)],
    ...(stop.is === 'here' && stop.ending && { ending: stop.ending }),
    ...(stop.is === 'here' && stop.loop && { loop: stop.loop }),
  }
}

/** Someone who lacks a required fact goes where it is given; a step that is closed asks for nothing more. */
function detourAt(step: Step, walk: Walk): Stop | undefined {
  if (step.requires.length === 0) return undefined
  const scope = scopeOf(walk)
  if (isClosed(step, walk) || (step.when && !holds(step.when, scope))) return undefined
  const missing = lackingAt(step, scope)
  return missing && detourTo(missing, step.repeat ? { step, item: 1 } : { step }, walk)
}

function detourTo(required: Requirement, place: Place, walk: Walk): Stop {
  const detour = detourFor(required, walk.path, walk.laid.exits, walk.world)
  walk.note?.({ did: 'turn', place, scope: scopeFor(place, walk), required, detour })
  if (detour.is === 'through') return { ...detour, place }
  return detour.is === 'back' ? backTo(detour.index, walk) : { is: 'restart' }
}

/** Cuts the path off behind a place: the answers of what came after count no more. */
function backTo(index: number, walk: Walk): Stop {
  const kept = walk.path.slice(0, index + 1)
  walk.path.length = 0
  for (const name of Object.keys(walk.answers)) delete walk.answers[name]
  for (const place of kept) {
    walk.path.push(place)
    gather(place, walk)
  }
  return { is: 'here' }
}

/** Whether the path goes on beyond a step, or it is skipped. */
export function isPassed(progress: Progress, step: Step): boolean {
  const at = progress.path.findLastIndex((place) => place.step.id === step.id)
  if (at >= 0) return !progress.waiting.some((place) => place.step.id === step.id)
  return step.when !== undefined && !holds(step.when, progress.scope)
}

/** Progress → the scopes that were asked for, by place: a page asks for its own several times. */
const scopesBefore = new WeakMap<Progress, Map<string, Scope>>()

/** What is seen at a place: on the path, answers of what stands before it; else all that count. `laid` is what progress was computed from. */
export function scopeBefore(progress: Progress, place: Place, laid: Laid): Scope {
  const key = placeKey(place)
  const known = scopesBefore.get(progress)?.get(key)
  if (known) return known
  const scope = computeScopeBefore(progress, place, laid)
  const ofProgress = scopesBefore.get(progress) ?? new Map<string, Scope>()
  scopesBefore.set(progress, ofProgress.set(key, scope))
  return scope
}

function computeScopeBefore(progress: Progress, place: Place, laid: Laid): Scope {
  const key = placeKey(place)
  const at = progress.path.findIndex((one) => placeKey(one) === key)
  const walk = startWalk(progress.scope.world, laid)
  for (const one of at < 0 ? progress.path : progress.path.slice(0, at)) gather(one, walk)
  return scopeFor(place, walk)
}
