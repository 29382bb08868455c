import type { Operand, Test } from '../../journey/condition.ts'
import { operandsOf } from '../../journey/condition-operands.ts'
import type { Step } from '../../journey/journey.ts'
import { checksAtSending, type Subject } from '../subject.ts'
import { isOfOrder } from './candidates.ts'
import {
  allWords,
  conditionsOf,
  conditionsTried,
  factsIn,
  operandsIn,
  testsIn,
} from './condition-places.ts'
import { answersIn } from './intervals.ts'
import { keyBefore, ranKey } from './ran.ts'
import { isAlone, type Wanted } from './variables.ts'
import { answerOf } from './which-answer.ts'

/** The mark of answers that were sent. */
export const SENT = 'mark:submitted'

export type AnswerOperand = Extract<Operand, { from: 'answer' }>

type Named = Omit<Wanted, 'tests' | 'at'>

/** What may differ between people on the steps of a journey, by key; in the order of the steps. */
export function wantedIn(subject: Subject): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  const want = (one: Named, at: number, tests: readonly Test[] = []) => {
    const known = wanted.get(one.key) ?? { ...one, at, tests: [] }
    known.tests.push(...tests)
    wanted.set(one.key, known)
  }
  for (const [index, step] of subject.journey.steps.entries()) {
    for (const { one, tests } of wantedOn(step, subject))
      want(one, Math.min(index, askedAt(one, subject) ?? index), tests)
  }
  for (const [index, step] of subject.journey.steps.entries())
    for (const at of [...conditionsTried(step), ...checksAtSending(step, subject)].keys())
      want({ key: `open:${step.id} ${at}`, is: 'open', name: step.id }, index)
  want({ key: SENT, is: 'mark', name: 'submitted' }, subject.journey.steps.length)
  return wanted
}

interface Want {
  readonly one: Named
  readonly tests?: readonly Test[]
}

function wantedOn(step: Step, subject: Subject): readonly Want[] {
  const sending = checksAtSending(step, subject).map(({ must }) => must)
  const conditions = [...conditionsOf(step), ...sending]
  const operands = [
    ...conditions.flatMap(operandsOf),
    ...allWords(step).flatMap(operandsIn),
    ...Object.values(step.prefill),
  ]
  return [
    ...conditions.flatMap(testsIn).flatMap((one) => wantedForTest(one.of, one.test, step, subject)),
    ...operands.flatMap((operand) => wantedFor(operand, step, subject)),
    ...operands.flatMap((operand) => (operand.from === 'fact' ? [factWanted(operand.fact)] : [])),
    ...[...listsChosenFrom(step), ...listPairedWith(step)].flatMap((operand) =>
      wantedFor(operand, step, subject),
    ),
    ...conditions.flatMap(factsIn).map(factWanted),
    ...step.requires.flatMap(({ fact }) => [
      factWanted(fact),
      { one: { key: `mark:gives ${fact}`, is: 'mark', name: fact } as const },
    ]),
    ...wantedForCalls(step, subject),
  ]
}

/** The earlier lists whose items are the options of a step's questions. */
export function listsChosenFrom({
  entries,
  repeat,
}: Pick<Step, 'entries'> & { readonly repeat?: string | undefined }): readonly AnswerOperand[] {
  return entries.flatMap((entry): readonly AnswerOperand[] => {
    const of = entry.is === 'field' ? entry.field.presentation.optionsFrom?.of : undefined
    return of === undefined || of === repeat ? [] : [{ from: 'answer', path: [of] }]
  })
}

/** The earlier list of which a repeat has one item for each. */
function listPairedWith({ id, repeatFirst, repeatFor }: Step): readonly AnswerOperand[] {
  return repeatFor === undefined || repeatFirst !== id
    ? []
    : [{ from: 'answer', path: [repeatFor] }]
}

function wantedForCalls(step: Step, subject: Subject): readonly Want[] {
  const calls = [...step.enter, ...step.buttons.flatMap((button) => button.run)]
  return calls.flatMap((call): readonly Want[] => {
    const contract = subject.contracts.get(call.action)
    const facts = [...(contract?.needs ?? []), ...(contract?.gives ?? [])]
    const ran = { key: ranKey(call, call.action, subject), is: 'mark', name: call.action } as const
    // Also where nothing here runs the one that must come before.
    const before = keyBefore(call, subject)
    const earlier = { key: before ?? ran.key, is: 'mark', name: call.action } as const
    return [...facts.map(({ fact }) => factWanted(fact)), { one: ran }, { one: earlier }]
  })
}

function factWanted(fact: string): Want {
  return { one: { key: `fact:${fact}`, is: 'fact', name: fact } }
}

function wantedForTest(of: Operand, test: Test, step: Step, subject: Subject): readonly Want[] {
  const key = testKey(of, test, step, subject)
  const one = { key, is: 'test', name: nameOf(of) } as const
  if (of.from === 'value') return wantedForValue(of.key, test, { one, step }, subject)
  const told = isTold(of, test, step, subject)
  // Also where it is told: an answer with too many tests is not told apart by them.
  return [...(told ? wantedFor(of, step, subject, [test]) : []), { one }]
}

function wantedForValue(
  computed: string,
  test: Test,
  { one, step }: { readonly one: Named; readonly step: Step },
  subject: Subject,
): readonly Want[] {
  const rule = subject.journey.values[computed]
  const parts = rule ? answersIn(rule, subject.journey) : []
  return [
    ...parts.flatMap((part) => wantedFor(part, step, subject)),
    { one: { ...one, name: computed, computed }, tests: isOfOrder(test) ? [test] : [] },
  ]
}

function wantedFor(
  operand: Operand,
  step: Step,
  subject: Subject,
  tests: readonly Test[] = [],
): readonly Want[] {
  if (isConstant(operand)) return []
  const key = keyOf(operand, step, subject)
  if (operand.from !== 'answer')
    return [{ one: { key, is: 'source', name: nameOf(operand) }, tests }]
  const { field, array, path } = answerOf(operand.path, step, subject.journey)
  const more = { ...(array !== undefined && { array }), ...(field && { field }) }
  return [{ one: { key, is: 'answer', name: path.join('.'), path, ...more }, tests }]
}

/** The first step that asks for it. */
function askedAt({ path, is }: Named, { journey }: Subject): number | undefined {
  if (is !== 'answer') return undefined
  const at = journey.steps.findIndex((step) =>
    step.entries.some((entry) => entry.is === 'field' && entry.field.name === path?.[0]),
  )
  return at < 0 ? undefined : at
}

export function keyOf(operand: Operand, step: Step, { journey }: Subject): string {
  if (operand.from === 'answer') return answerOf(operand.path, step, journey).key
  return `source:${JSON.stringify(operand)}`
}

export function testKey(of: Operand, test: Test, step: Step, subject: Subject): string {
  const what = keyOf(of, step, subject)
  // A number that is made of answers: all that only its size decides is one.
  return of.from === 'value' && isOfOrder(test)
    ? `test:${what}`
    : `test:${what} ${JSON.stringify(test)}`
}

/** Always given; what it is, is for no answer to say, or for all of them. */
function isConstant({ from }: Operand): boolean {
  return from === 'literal' || from === 'engine' || from === 'value'
}

/** `{reference}`, which is there once the answers were sent. */
export function isReference(operand: Operand): boolean {
  return operand.from === 'engine' && operand.key === 'reference'
}

/** An operand as authors write it. */
export function nameOf(operand: Operand): string {
  switch (operand.from) {
    case 'answer':
      return operand.path.join('.')
    case 'fact':
      return ['fact', operand.fact, ...(operand.key === undefined ? [] : [operand.key])].join('.')
    case 'literal':
      return JSON.stringify(operand.value)
    default:
      return [operand.from, operand.key ?? ''].join('.')
  }
}

/** Whether all that a test depends on is one answer of which the kinds can be told, or a source that is compared. */
function isTold(of: Operand, test: Test, step: Step, { journey }: Subject): boolean {
  if (!isAlone(test) || isConstant(of)) return false
  if (of.from !== 'answer') return 'values' in test && test.test !== 'kind'
  const { field } = answerOf(of.path, step, journey)
  return field !== undefined && field.kind !== 'repeat'
}
