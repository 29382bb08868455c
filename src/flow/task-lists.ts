import type { Step, Task } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { exitStands, innerTarget, resolveNext, targetOfExit } from './exits.ts'
import { type Place, stepOf } from './place.ts'
import { type RepeatStop, walkRepeat } from './repeats.ts'
import { detourFor, lackingAt } from './requirements.ts'
import { heldFact } from './values.ts'
import { scopeOf, type Walk } from './walk.ts'
import { isClosed, type Stop, walkStep } from './walk-step.ts'

export type TaskState = 'cannot-start' | 'not-started' | 'in-progress' | 'completed'

/** How a task of a list stands. */
export interface TaskStand {
  readonly task: Task
  /** Its `when` is false: it is not shown, and holds nothing up. */
  readonly hidden?: true
  readonly state: TaskState
  /** Where the list leads to: the first step that is not passed; of a completed section its first step. */
  readonly place?: Place
  /** An exit to which the last press of the section leads. */
  readonly ending?: Step
  /** The journey that gives what the place requires. */
  readonly through?: string
  /** Where the section leads once it is completed. */
  readonly beyond?: string
}

/**
 * A task list is a step whose sections are walked each for itself, in an order in which those that a section waits for
 * come first. The path holds the list and all that was passed of each section; the person is at the list until all are
 * completed. It goes on where a section ends in a confirmation, else where the list's own button leads.
 */
export function walkTasks(list: Step, walk: Walk): Stop {
  const before = scopeOf(walk)
  const place: Place = { step: list }
  if (list.when && !isClosed(list, walk) && !holds(list.when, before)) {
    const to = resolveNext(list.next, before)
    walk.note?.({ did: 'skip', place, scope: before, to })
    return { is: 'on', to, skipped: true }
  }
  walk.path.push(place)
  const stands = standsOf(list.tasks ?? [], walk)
  walk.tasks[list.id] = stands
  const isComplete = stands.every(({ state }) => state === 'completed')
  const exit = walk.laid.exits[list.id]
  if (!isComplete) {
    walk.note?.({ did: 'stop', place, scope: scopeOf(walk), exit })
    return { is: 'here', at: place }
  }
  const sent = stands.find(({ beyond }) => isConfirmation(beyond, walk))
  if (sent) return { is: 'on', to: sent.beyond }
  if (!exit || !exitStands(list, exit, list.entries, {}, scopeOf(walk))) {
    walk.note?.({ did: 'stop', place, scope: scopeOf(walk), exit })
    return { is: 'here', at: place }
  }
  const to = targetOfExit(list, exit, scopeOf(walk))
  walk.note?.({ did: 'pass', place, scope: scopeOf(walk), exit, to })
  return { is: 'on', to }
}

function isConfirmation(id: string | undefined, { world }: Walk): boolean {
  return id !== undefined && stepOf(world.journey, id)?.kind === 'confirmation'
}

/** In the order in which they are shown. */
function standsOf(tasks: readonly Task[], walk: Walk): readonly TaskStand[] {
  const found = new Map<Task, TaskStand>()
  const isDone = (section: string) =>
    tasks.every((task) => task.section !== section || found.get(task)?.state === 'completed')
  for (const task of inTurn(tasks)) found.set(task, standOf(task, walk, isDone))
  return tasks.flatMap((task) => found.get(task) ?? [])
}

/** The order in which tasks are walked: what a section waits for comes before it. */
export function inTurn(tasks: readonly Task[]): readonly Task[] {
  const order: Task[] = []
  let rest = [...tasks]
  while (rest.length > 0) {
    const next =
      rest.find((task) =>
        task.after.every((one) => !rest.some(({ section }) => section === one)),
      ) ?? rest[0]
    if (!next) break
    order.push(next)
    rest = rest.filter((task) => task !== next)
  }
  return order
}

function standOf(task: Task, walk: Walk, isDone: (section: string) => boolean): TaskStand {
  if (task.when && !holds(task.when, scopeOf(walk)))
    return { task, state: 'completed', hidden: true }
  if (!task.after.every(isDone)) return { task, state: 'cannot-start' }
  if (task.journey === undefined) return walkSection(task, walk)
  const gives = walk.world.journeyGives.get(task.journey) ?? []
  const isEarned = gives.length > 0 && gives.every((fact) => heldFact(fact, scopeOf(walk)))
  return { task, state: isEarned ? 'completed' : 'not-started' }
}

/** Follows a section from its first step until an exit leads out of it. */
function walkSection(task: Task, walk: Walk): TaskStand {
  const from = walk.path.length
  const seen = new Set<string>()
  let id = task.steps[0]
  while (id !== undefined && task.steps.includes(id)) {
    const step = stepOf(walk.world.journey, id)
    if (!step || seen.has(id)) return standing(task, from, walk)
    seen.add(id)
    const stop = passIn(step, walk)
    if (stop.is === 'lacks') return detoured(task, from, stop, walk)
    if (stop.is !== 'on') return standing(task, from, walk, endingOf(stop))
    const { ending, to } = innerTarget(stop.to, scopeOf(walk))
    // Nobody is led out of a section that asked nothing.
    if (ending && walk.path.length > from) return standing(task, from, walk, ending)
    id = to
  }
  return completed(task, walk.path[from], id)
}

function completed(task: Task, first: Place | undefined, beyond: string | undefined): TaskStand {
  return {
    task,
    state: 'completed',
    ...(first && { place: first }),
    ...(beyond !== undefined && { beyond }),
  }
}

/** An exit to which a press in an item's turn leads makes it reachable, and passes nothing. */
function endingOf(stop: Stop | RepeatStop): Step | undefined {
  return stop.is === 'here' ? stop.ending : undefined
}

/** Passes a step of a section over; what it requires and nobody gave stops the section, not the journey. */
function passIn(step: Step, walk: Walk): Stop | RepeatStop {
  const scope = scopeOf(walk)
  if (!isClosed(step, walk) && (!step.when || holds(step.when, scope))) {
    const required = lackingAt(step, scope)
    const place = step.repeat ? { step, item: 1 } : { step }
    if (required) return { is: 'lacks', required, place }
  }
  if (step.repeatFirst !== step.id) return walkStep(step, walk)
  return walkRepeat(step, walk)
}

/** Not completed: the person is at the last step that was walked. */
function standing(task: Task, from: number, walk: Walk, ending?: Step): TaskStand {
  const place = walk.path.at(-1)
  const isBegun = walk.path.length > from + 1 || ending !== undefined
  return {
    task,
    state: isBegun ? 'in-progress' : 'not-started',
    ...(place && walk.path.length > from && { place }),
    ...(ending && { ending }),
  }
}

function detoured(
  task: Task,
  from: number,
  { required, place }: Extract<RepeatStop, { is: 'lacks' }>,
  walk: Walk,
): TaskStand {
  const state = walk.path.length > from ? 'in-progress' : 'not-started'
  const detour = detourFor(required, walk.path, walk.laid.exits, walk.world)
  walk.note?.({ did: 'turn', place, scope: scopeOf(walk), required, detour })
  if (detour.is === 'through') return { task, state, place, through: detour.journey }
  const back = detour.is === 'back' ? walk.path[detour.index] : undefined
  return { task, state, ...(back && { place: back }) }
}

/** The stand of the task that a step belongs to, where its list is on the path. */
export function standAt(
  { step }: Place,
  tasks: Readonly<Record<string, readonly TaskStand[]>>,
): TaskStand | undefined {
  const { task } = step
  if (!task) return undefined
  return tasks[task.list]?.find((stand) => stand.task.steps.includes(step.id))
}

/** The places of sections at which people are. */
export function waitingIn(tasks: Readonly<Record<string, readonly TaskStand[]>>): readonly Place[] {
  return Object.values(tasks)
    .flat()
    .flatMap(({ state, place }) => (place && state !== 'completed' ? [place] : []))
}

/** The section that a place belongs to, as a key: places of one section follow each other. */
export function lineOf(place: Place): string {
  return place.step.task ? `${place.step.task.list}/${place.step.task.steps[0] ?? ''}` : ''
}
