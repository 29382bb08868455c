import fc from 'fast-check'
import { ENDING, type Written } from '../format/forms-of.ts'

/** A small flow, made at random: what it asks, what it skips, where it branches. */
export interface RandomFlow {
  readonly steps: readonly RandomStep[]
}

export interface RandomStep {
  /** Its own question is `q<index>`; a second one, `r<index>`, is asked while the first is yes. */
  readonly hasSecond: boolean
  readonly isRequired: boolean
  /** Skipped while this is false; about the questions of steps before it. */
  readonly when?: RandomCondition
  /** Where a yes leads, instead of the step that follows: an index; the flow's length is check-answers. */
  readonly onYes?: number | 'exit'
  /** A link to another step. */
  readonly link?: number
}

export interface RandomCondition {
  readonly question: number
  readonly is: 'yes' | 'no'
  readonly not: boolean
}

export type Given = Readonly<Record<string, string>>

export function randomFlow(links: boolean): fc.Arbitrary<RandomFlow> {
  return fc
    .integer({ min: 3, max: 7 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, at) => randomStep(at, count, links))),
    )
    .map((steps) => ({ steps }))
}

function randomStep(at: number, count: number, links: boolean): fc.Arbitrary<RandomStep> {
  const sometimes = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 })
  const condition = fc.record({
    question: fc.integer({ min: 0, max: Math.max(at - 1, 0) }),
    is: fc.constantFrom('yes' as const, 'no' as const),
    not: fc.boolean(),
  })
  return fc
    .record({
      hasSecond: fc.boolean(),
      isRequired: fc.boolean(),
      when: at === 0 ? fc.constant(undefined) : sometimes(condition),
      onYes: sometimes(fc.oneof(fc.integer({ min: 0, max: count }), fc.constant('exit' as const))),
      link: links ? sometimes(fc.integer({ min: 0, max: count - 1 })) : fc.constant(undefined),
    })
    .map(({ when, onYes, link, ...rest }) => ({
      ...rest,
      ...(when && { when }),
      ...(onYes !== undefined && onYes !== at && onYes !== at + 1 && { onYes }),
      ...(link !== undefined && link !== at && { link }),
    }))
}

const YES_NO = { enum: ['yes', 'no'] }

/** The flow as its author would write it. */
export function writtenOf({ steps }: RandomFlow): Written {
  const fields = Object.fromEntries(
    steps.flatMap((step, at) => [
      [`q${at}`, { title: `Question ${at}`, ...YES_NO }],
      ...(step.hasSecond ? [[`r${at}`, { title: `Second ${at}`, ...YES_NO }]] : []),
    ]),
  )
  const required = steps.flatMap((step, at) => (step.isRequired ? [`q${at}`] : []))
  const flow = `
title: Random
steps:
${steps.map((step, at) => stepText(step, at, steps.length)).join('')}${ENDING.replace('check:', `s${steps.length}:`).replace('Check', 'The end')}
  stop: { kind: exit, title: Stop, content: Not you. }
`
  return {
    fields,
    required,
    flow: steps.some((step) => step.onYes === 'exit') ? flow : flow.replace(/ {2}stop:.*\n/u, ''),
  }
}

function stepText(step: RandomStep, at: number, count: number): string {
  const second = step.hasSecond ? `, { field: r${at}, when: { q${at}: yes } }` : ''
  const lines = [`  s${at}:`, `    title: Step ${at}`, `    fields: [q${at}${second}]`]
  if (step.when) lines.push(`    when: ${conditionText(step.when)}`)
  if (step.onYes !== undefined) {
    const target = step.onYes === 'exit' ? 'stop' : `s${step.onYes}`
    lines.push(`    next: [{ when: { q${at}: yes }, to: ${target} }, { to: s${at + 1} }]`)
  }
  if (step.link !== undefined && step.link < count)
    lines.push(`    links: [{ label: Elsewhere, to: s${step.link} }]`)
  return `${lines.join('\n')}\n`
}

function conditionText({ question, is, not }: RandomCondition): string {
  const test = `{ q${question}: ${is} }`
  return not ? `{ not: ${test} }` : test
}

/**
 * The path that these answers lead along when nobody follows a link, and what was answered on it. A model of the engine, as
 * simple as can be.
 */
export function pathOf(
  { steps }: RandomFlow,
  answers: Given,
): { path: readonly string[]; given: Given } {
  const path: string[] = []
  const given: Record<string, string> = {}
  let at = 0
  for (let step = steps[at]; step && path.length <= steps.length; step = steps[at]) {
    if (!step.when || holds(step.when, given)) {
      path.push(`s${at}`)
      Object.assign(given, answeredAt(step, at, answers))
    }
    at = given[`q${at}`] === 'yes' && typeof step.onYes === 'number' ? step.onYes : at + 1
  }
  return { path: [...path, `s${steps.length}`], given }
}

/** The second question counts while the first is yes. */
function answeredAt(step: RandomStep, at: number, answers: Given): Given {
  const names = step.hasSecond && answers[`q${at}`] === 'yes' ? [`q${at}`, `r${at}`] : [`q${at}`]
  return Object.fromEntries(
    names.flatMap((name) => {
      const answer = answers[name]
      return answer === undefined ? [] : [[name, answer]]
    }),
  )
}

function holds({ question, is, not }: RandomCondition, given: Given): boolean {
  return (given[`q${question}`] === is) !== not
}
