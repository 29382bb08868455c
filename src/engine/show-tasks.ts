import { type Place, placeKey } from '../flow/place.ts'
import { saidHere } from '../flow/said.ts'
import type { TaskStand } from '../flow/task-lists.ts'
import type { ShownTask } from './decision.ts'
import type { Engine } from './engine.ts'
import type { Loaded } from './load-draft.ts'

/** The tasks of a list as they stand; those whose `when` is false are not shown. */
export function showTasks(engine: Engine, loaded: Loaded, { step }: Place): readonly ShownTask[] {
  const stands = loaded.progress.tasks[step.id] ?? []
  return stands.flatMap((stand, index) =>
    stand.hidden ? [] : [showTask(engine, loaded, stand, index)],
  )
}

function showTask(engine: Engine, loaded: Loaded, stand: TaskStand, index: number): ShownTask {
  const { task, state, place } = stand
  const { journey, draft } = loaded
  if (task.journey !== undefined) {
    const title = engine.journeys.get(task.journey)?.title ?? task.journey
    return { title, state, ...(state === 'not-started' && { post: `task-${index}` }) }
  }
  const title = saidHere(
    journey.sections[task.section ?? ''] ?? task.section ?? '',
    loaded.progress.scope,
  )
  const isOpen = place !== undefined && !draft.exits[placeKey(place)]?.closes
  return { title, state, ...(isOpen && { place: placeKey(place) }) }
}
