import { PROBLEMS } from './codes.ts'
import type { StepContext } from './flow-context.ts'
import type { Step, StepKind, Task } from './journey.ts'
import { helpWith } from './nearest.ts'
import { readJourney } from './read-buttons.ts'
import { readCondition } from './read-condition.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readName } from './read-scalar.ts'
import type { Node, Spot } from './tree.ts'

export const TASK_SHAPE = { what: 'a task', keys: ['section', 'journey', 'when', 'after'] } as const

/** `tasks` of a task list: sections of this journey, in any order but for `after`, and other journeys. */
export function readTasks(
  map: MapReader,
  id: string,
  kind: StepKind,
  context: StepContext,
): Pick<Step, 'tasks'> {
  const { report } = context.reading
  const node = map.get('tasks')
  if (kind !== 'task-list') {
    const help = 'Write "kind: task-list", or leave the kind out.'
    if (node)
      report(
        PROBLEMS.keysExclude,
        map.keyAt('tasks'),
        `A step of kind "${kind}" has no tasks.`,
        help,
      )
    return {}
  }
  if (!node)
    report(
      PROBLEMS.missingKey,
      map.keyAt('kind'),
      'This task list has no tasks.',
      'Add "tasks: [{ section: … }]".',
    )
  const items = readList(node, '"tasks"', report)
  if (node?.is === 'list' && items.length === 0)
    report(PROBLEMS.wrongValue, node, 'This task list has no tasks.', 'Add { section: … }.')
  const sections = context.outline.sectionsOf(id)
  const read = items.flatMap((item) => {
    const task = readTask(item, sections, context)
    return task ? [{ task, item }] : []
  })
  reportDoubled(read, context)
  reportCircles(read, context)
  return { tasks: read.map(({ task }) => task) }
}

type Read = readonly { readonly task: Task; readonly item: Node }[]

function readTask(
  item: Node,
  sections: ReadonlyMap<string, readonly string[]>,
  context: StepContext,
): Task | undefined {
  const { report } = context.reading
  const map = readMap(item, TASK_SHAPE, report)
  if (!map) return undefined
  const when = map.get('when')
  const after = readAfter(map.get('after'), sections, context)
  const base = { ...(when && { when: readCondition(when, context.condition) }), after }
  if (map.has('section') && map.has('journey'))
    report(
      PROBLEMS.keysExclude,
      map.keyAt('journey'),
      'A task is either a section or a journey.',
      'Take one away.',
    )
  const section = readSection(map.get('section'), sections, context)
  if (section !== undefined) return { section, ...base, steps: sections.get(section) ?? [] }
  const journey = readTaskJourney(map.get('journey'), context)
  if (journey !== undefined) return { journey, ...base, steps: [] }
  if (!map.has('section') && !map.has('journey'))
    report(
      PROBLEMS.missingKey,
      item,
      'This task names no section.',
      'Write { section: … } or { journey: … }.',
    )
  return undefined
}

function readSection(
  node: Node | undefined,
  runs: ReadonlyMap<string, readonly string[]>,
  { reading, sections }: StepContext,
): string | undefined {
  const name = readName(node, 'a section', reading.report)
  if (!node || name === undefined) return undefined
  if (!sections.has(name)) {
    const help = helpWith(name, sections, 'sections')
    reading.report(PROBLEMS.unknownSection, node, `There is no section "${name}".`, help)
    return undefined
  }
  if (runs.get(name)?.length === 0) {
    const message = `No step below this list belongs to the section "${name}".`
    reading.report(
      PROBLEMS.emptyTask,
      node,
      message,
      `Write "section: ${name}" on the first of its steps.`,
    )
  }
  return name
}

/** A journey is done when what it gives holds; of one that gives nothing that can never be told. */
function readTaskJourney(node: Node | undefined, context: StepContext): string | undefined {
  const name = readJourney(node, context)
  const head = name === undefined ? undefined : context.reading.journeys.get(name)
  if (node && head && head.gives.length === 0) {
    const message = `The journey "${name}" gives nothing, so that nobody can tell when it is done.`
    context.reading.report(PROBLEMS.emptyTask, node, message, 'Let its flow say "gives: [fact]".')
  }
  return name
}

function readAfter(
  node: Node | undefined,
  runs: ReadonlyMap<string, readonly string[]>,
  { reading }: StepContext,
): readonly string[] {
  return readList(node, '"after"', reading.report, true).flatMap((item) => {
    const name = readName(item, 'a section', reading.report)
    if (name === undefined || runs.has(name)) return name ?? []
    const help = helpWith(name, runs.keys(), 'tasks')
    reading.report(PROBLEMS.unknownSection, item, `There is no task "${name}" in this list.`, help)
    return []
  })
}

function reportDoubled(read: Read, { reading }: StepContext): void {
  const seen = new Set<string>()
  for (const { task, item } of read) {
    const key = JSON.stringify([task.section, task.journey])
    const what = task.section ?? task.journey
    if (seen.has(key))
      reading.report(
        PROBLEMS.doubledId,
        item,
        `"${what}" stands in this list twice.`,
        'Take one away.',
      )
    seen.add(key)
  }
}

/** Sections that wait for each other can never be begun. */
function reportCircles(read: Read, { reading }: StepContext): void {
  const after = new Map(read.map(({ task }) => [task.section, task.after]))
  for (const { task, item } of read) {
    const seen = new Set<string>()
    const rest = [...task.after]
    while (rest.length > 0) {
      const one = rest.pop() ?? ''
      if (seen.has(one)) continue
      seen.add(one)
      rest.push(...(after.get(one) ?? []))
    }
    if (task.section === undefined || !seen.has(task.section)) continue
    const message = `The section "${task.section}" waits for itself, and can never be begun.`
    reading.report(
      PROBLEMS.emptyTask,
      spotOf(item),
      message,
      'Take it out of the circle of "after".',
    )
  }
}

function spotOf(item: Node): Spot {
  const after = item.is === 'map' ? item.pairs.find(({ key }) => key === 'after') : undefined
  return after?.value ?? item
}

/** `of` of check-answers: the sections and steps that it shows. */
export function readOf(
  map: MapReader,
  kind: StepKind,
  { reading, sections, stepIds }: StepContext,
): Pick<Step, 'of'> {
  const { report } = reading
  const node = map.get('of')
  if (!node) return {}
  if (kind !== 'check-answers') {
    report(
      PROBLEMS.keysExclude,
      map.keyAt('of'),
      '"of" is for steps of kind "check-answers".',
      'Take it away.',
    )
    return {}
  }
  const of = readList(node, '"of"', report).flatMap((item) => {
    const name = readName(item, 'a section or a step', report)
    if (name === undefined || sections.has(name) || stepIds.has(name)) return name ?? []
    const help = helpWith(name, [...sections, ...stepIds], 'sections and steps')
    report(PROBLEMS.unknownSection, item, `There is no section or step "${name}".`, help)
    return []
  })
  if (node.is === 'list' && node.items.length === 0)
    report(
      PROBLEMS.wrongValue,
      node,
      'This page shows nothing.',
      'Name sections, or leave "of" out.',
    )
  return { of }
}
