import { jsonOf, type Node, type Pair, pairOf } from './tree.ts'

/** The task that a step belongs to: the list that it stands in, and the steps of its section. */
export interface TaskPlace {
  readonly list: string
  readonly steps: readonly string[]
}

/** Which steps each section of each task list is made of, told from the steps as they are written. */
export interface TaskOutline {
  /** Of a task list: section → the steps that it asks. */
  sectionsOf(list: string): ReadonlyMap<string, readonly string[]>
  /** The task that a step belongs to. */
  placeOf(step: string): TaskPlace | undefined
  /** The step that follows another of its own accord; none where a section ends, but for a confirmation, and an exit step with a `when`. */
  following(step: string): string | undefined
  /** The step that follows a list and all of its sections. */
  beyond(list: string): string | undefined
  /** One of its sections begins with check-answers. */
  isSending(list: string): boolean
}

interface Outlined {
  readonly id: string
  readonly section: string | undefined
  readonly kind: string
  readonly isConditional: boolean
  /** Of check-answers: it shows some sections only, and belongs to one. */
  readonly isPart: boolean
  /** Of a task list: its sections. */
  readonly sections: readonly string[]
}

const ENDS_A_SECTION = ['confirmation', 'task-list']

/**
 * A task's steps are the first run of steps below the list that belong to its section, up to one that ends it: a
 * confirmation, another task list, and check-answers about everything, unless the section begins with that. An exit
 * belongs to no task.
 */
export function outlineTasks(steps: Node | undefined): TaskOutline {
  const outlined = steps?.is === 'map' ? outline(steps.pairs) : []
  const lists = new Map<string, ReadonlyMap<string, readonly string[]>>()
  const places = new Map<string, TaskPlace>()
  for (const [index, { id, sections }] of outlined.entries()) {
    if (sections.length === 0) continue
    const below = outlined.slice(index + 1)
    const own = new Map(sections.map((section) => [section, runOf(section, below)]))
    lists.set(id, own)
    for (const run of own.values())
      for (const step of run) places.set(step, { list: id, steps: run })
  }
  const sectionOfStep = new Map(outlined.map(({ id, section }) => [id, section]))
  /** A confirmation, or an exit step of the section that some are not shown. */
  const isOnTheWay = ({ kind, section, isConditional }: Outlined, from: string) =>
    kind === 'confirmation' ||
    (kind === 'exit' && isConditional && section === sectionOfStep.get(from))
  return {
    sectionsOf: (list) => lists.get(list) ?? new Map(),
    placeOf: (step) => places.get(step),
    following(step) {
      const next = outlined[outlined.findIndex(({ id }) => id === step) + 1]
      const place = places.get(step)
      const ends = place && next && !place.steps.includes(next.id) && !isOnTheWay(next, step)
      return ends ? undefined : next?.id
    },
    isSending: (list) =>
      [...(lists.get(list)?.values() ?? [])].some(([first]) =>
        outlined.some(({ id, kind }) => id === first && kind === 'check-answers'),
      ),
    beyond(list) {
      const at = outlined.findLastIndex(({ id }) => id === list || places.get(id)?.list === list)
      return outlined[at + 1]?.id
    },
  }
}

function outline(pairs: readonly Pair[]): readonly Outlined[] {
  let section: string | undefined
  return pairs.map(({ key, value }) => {
    const named = pairOf(value, 'section')?.value
    section = named ? String(jsonOf(named)) : section
    const kind = pairOf(value, 'kind')?.value
    const tasks = pairOf(value, 'tasks')?.value
    return {
      id: key,
      section,
      kind: kind ? String(jsonOf(kind)) : tasks ? 'task-list' : '',
      isConditional: pairOf(value, 'when') !== undefined,
      isPart: pairOf(value, 'of') !== undefined,
      sections: tasks?.is === 'list' ? tasks.items.flatMap(sectionOf) : [],
    }
  })
}

function sectionOf(task: Node): readonly string[] {
  const section = pairOf(task, 'section')?.value
  return section?.is === 'scalar' && section.value !== null ? [String(section.value)] : []
}

function runOf(section: string, below: readonly Outlined[]): readonly string[] {
  const from = below.findIndex((step) => step.section === section)
  if (from < 0) return []
  const rest = below.slice(from)
  const end = rest.findIndex((step, index) => step.section !== section || ends(step, index))
  const run = rest.slice(0, end < 0 ? rest.length : end)
  return run.filter(({ kind }) => kind !== 'exit').map(({ id }) => id)
}

function ends({ kind, isPart }: Outlined, index: number): boolean {
  if (ENDS_A_SECTION.includes(kind)) return true
  return kind === 'check-answers' && !isPart && index > 0
}
