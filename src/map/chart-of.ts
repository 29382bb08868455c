import type { ActionContract } from '../journey/contract.ts'
import type { Journey, Step } from '../journey/journey.ts'
import type { LoadedJourney } from '../journey/load-journeys.ts'
import type { Problem } from '../journey/problem.ts'
import { placeOf } from '../journey/tree.ts'
import { marksOf } from '../scenarios/coverage.ts'
import {
  type Chart,
  type ChartNode,
  type ChartStep,
  type ChartWay,
  choiceId,
  type Gone,
} from './chart.ts'
import { conditionInWords } from './condition-in-words.ts'
import { notesOf } from './notes-of.ts'
import { plainWords } from './plain-words.ts'
import { problemsOfStep, problemsWithin } from './problems-of.ts'
import { usedConditions } from './used-conditions.ts'
import { type WrittenWay, waysOf, waysOfNext } from './ways-of.ts'

/** What the scenarios of a journey go through. */
export interface Coverage {
  /** Names of the marks (`marksOf`). */
  readonly covered: ReadonlySet<string>
  readonly percent: number
}

type Contracts = ReadonlyMap<string, ActionContract>

/**
 * The chart of a journey, with what `check` found painted on it, and what its scenarios go through. Undefined where the
 * flow could not be read: there is nothing to draw.
 */
export function chartOf(
  loaded: LoadedJourney,
  contracts: Contracts,
  coverage?: Coverage,
): Chart | undefined {
  const journey = loaded.compiled
  if (!journey || journey.steps.length === 0) return undefined
  const { marks, problems } = loaded
  const named = new Map(
    marksOf(journey, contracts)
      .filter(({ of, part, step }) => of === 'branches' && part !== step)
      .map(({ part, name }) => [part, name]),
  )
  const context = { marks, contracts, markOf: (part: object) => named.get(part) }
  const goneOf = (names: readonly string[]): Gone => {
    if (!coverage || names.length === 0) return 'unknown'
    return names.some((name) => coverage.covered.has(name)) ? 'yes' : 'no'
  }
  const wayOf = (from: string, way: WrittenWay, to = nodeFor(way.to, journey)): ChartWay => ({
    from,
    to,
    kind: way.kind,
    reasons: way.reason === '' ? [] : [way.reason],
    gone: goneOf(way.marks),
    codes: problemsWithin(problems, marks.get(way.part))
      .filter(isOfWay)
      .map(({ code }) => code),
  })
  const ways = journey.steps.flatMap((step) => [
    ...(hasChoice(step)
      ? [
          wayOf(choiceId(step.id), askedWay(step, context), step.id),
          ...passedWays(step, context).map((way) => wayOf(choiceId(step.id), way)),
        ]
      : []),
    ...[...withinTasks(step, waysOf(step, context)), ...taskWays(step, context)].map((way) =>
      wayOf(step.id, way),
    ),
  ])
  const steps = journey.steps.map((step): ChartStep => {
    const at = marks.nameOf(step)
    return {
      is: 'step',
      id: step.id,
      title: titleOf(step),
      kind: step.kind,
      notes: notesOf(step, context),
      problems: problemsOfStep(problems, step, marks),
      gone: goneOf([step.id]),
      file: at?.source.file ?? '',
      line: at ? placeOf(at).line : 1,
    }
  })
  const onSteps = new Set(steps.flatMap((step) => step.problems))
  return {
    journey: journey.id,
    title: journey.title,
    start: nodeFor(journey.start, journey),
    nodes: [...steps.flatMap((step) => withChoice(step, journey)), ...returnNode(ways, journey)],
    ways: merged(ways),
    conditions: usedConditions(journey, marks),
    problems: problems.filter((one) => !onSteps.has(one)),
    ...(coverage && { percent: coverage.percent }),
  }
}

/** What is wrong with the words of a link is nothing that is wrong with where it leads. */
function isOfWay({ code, severity }: Problem): boolean {
  return severity === 'error' || !code.startsWith('FP06')
}

function titleOf(step: Step): string {
  if (step.title) return plainWords(step.title)
  const [only] = step.entries.flatMap((entry) => (entry.is === 'field' ? [entry] : []))
  return only ? (only.title ? plainWords(only.title) : only.field.title) : step.id
}

/** What has no condition has no choice before it. */
function hasChoice({ when }: Step): boolean {
  return when !== undefined
}

function nodeFor(target: string, { steps, stepIndex }: Journey): string {
  const step = steps[stepIndex.get(target) ?? -1]
  return step && hasChoice(step) ? choiceId(step.id) : target
}

function withChoice(step: ChartStep, journey: Journey): readonly ChartNode[] {
  const id = nodeFor(step.id, journey)
  return id === step.id ? [step] : [{ is: 'choice', id, step: step.id }, step]
}

function returnNode(ways: readonly ChartWay[], { home }: Journey): readonly ChartNode[] {
  return ways.some(({ to }) => to === '$return') ? [{ is: 'return', id: '$return', home }] : []
}

type Context = Parameters<typeof waysOf>[1]

function askedWay(step: Step, { marks }: Context): WrittenWay {
  const reason = step.when ? `if ${conditionInWords(step.when, marks)}` : ''
  const names = [`${step.id}: when holds`]
  return { to: step.id, kind: 'on', reason, marks: names, part: step.when ?? step }
}

/** Past a step, to where it leads. */
function passedWays(step: Step, context: Context): readonly WrittenWay[] {
  const names = [`${step.id}: when does not hold`]
  const ways = waysOfNext(step.next, ['otherwise'], names, context)
  return withinTasks(step, ways).map((way) => ({ ...way, marks: names }))
}

/** What leads out of a section leads to its task list. */
function withinTasks({ task }: Step, ways: readonly WrittenWay[]): readonly WrittenWay[] {
  if (!task) return ways
  const isOut = ({ to, kind }: WrittenWay) => kind === 'on' && !task.steps.includes(to)
  return ways.map((way) => (isOut(way) ? { ...way, to: task.list } : way))
}

/** A task list leads to the first step of each of its sections. */
function taskWays({ tasks = [] }: Step, { marks }: Context): readonly WrittenWay[] {
  return tasks.flatMap((task): WrittenWay[] => {
    const [to] = task.steps
    if (to === undefined) return []
    const after = task.after.length > 0 ? [`after ${task.after.join(' and ')}`] : []
    const when = task.when ? [`if ${conditionInWords(task.when, marks)}`] : []
    const reason = [`task: ${task.section ?? to}`, ...after, ...when].join(', ')
    return [{ to, kind: 'on', reason, marks: [], part: task }]
  })
}

/** Ways between the same two nodes are one line, with all that makes people go there. */
function merged(ways: readonly ChartWay[]): readonly ChartWay[] {
  const lines = new Map<string, ChartWay>()
  for (const way of ways) {
    const key = JSON.stringify([way.from, way.to, way.kind])
    const known = lines.get(key)
    lines.set(key, known ? joined(known, way) : way)
  }
  return [...lines.values()]
}

function joined(one: ChartWay, other: ChartWay): ChartWay {
  const gone = [one.gone, other.gone]
  return {
    ...one,
    reasons: [...new Set([...one.reasons, ...other.reasons])],
    gone: gone.includes('yes') ? 'yes' : gone.includes('no') ? 'no' : 'unknown',
    codes: [...new Set([...one.codes, ...other.codes])],
  }
}
