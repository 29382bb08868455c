import type { ShownStep } from '../engine/decision.ts'

/** A task of a list that is not completed and can be gone on with. */
export interface TaskToDo {
  /** Where it leads, as scenarios name it: a place, or `/<journey>`. */
  readonly to: string
  /** Of another journey: what its control posts as `link`. */
  readonly post?: string
}

/** What a page's list of tasks leads to; of what is completed nothing. */
export function tasksToDo({ tasks = [], step }: ShownStep): readonly TaskToDo[] {
  return tasks.flatMap(({ state, place, post }) => {
    if (state === 'completed') return []
    if (place !== undefined) return [{ to: place }]
    const journey = step.tasks?.[Number(post?.replace('task-', ''))]?.journey
    return post === undefined || journey === undefined ? [] : [{ to: `/${journey}`, post }]
  })
}

/** What the press of a task of another journey posts. */
export function bodyOfTask({ token }: ShownStep, post: string): URLSearchParams {
  return new URLSearchParams({ page: token, link: post })
}
