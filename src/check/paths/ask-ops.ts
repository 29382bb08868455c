import type { Field } from '../../fields/field.ts'
import type { Entry, Step } from '../../journey/journey.ts'
import { callsOf, type Subject } from '../subject.ts'
import { askedValues, variablesOf } from './formulas.ts'
import { answersIn } from './intervals.ts'
import { type Layout, setOps } from './layout.ts'
import type { Op } from './moves.ts'
import { EVERY, type StateSet } from './sets.ts'
import { range } from './value-sets.ts'
import { FIRST_ANSWER } from './variables.ts'
import { listsChosenFrom } from './wanted.ts'

type FieldEntry = Extract<Entry, { is: 'field' }>

/** A page's questions and checks; `validates`: who leaves it has answered them. */
export function askOps(
  step: Step,
  node: number,
  shown: readonly Op[],
  validates: boolean,
  layout: Layout,
): readonly Op[] {
  const ops: Op[] = [...shown, ...markOps(step, layout)]
  for (const entry of step.entries) {
    const when = entry.when ? layout.formulas.holding(entry.when, step) : EVERY
    if (entry.when && validates)
      layout.conditions.push({ node, ops: [...ops], step, part: entry, key: 'when', holding: when })
    ops.push(...entryOps(entry, step, when, validates, layout), ...valueOps(entry, step, layout))
  }
  if (validates) ops.push(...checkOps(step, node, ops, layout))
  return ops
}

/** An answer may change the numbers that are made of it. */
function valueOps(entry: Entry, step: Step, layout: Layout): readonly Op[] {
  return entry.is === 'field' ? forgetValues(step.repeat ?? entry.field.name, layout) : []
}

/** What numbers made of an answer are is not known any more. */
export function forgetValues(name: string, { formulas, subject }: Layout): readonly Op[] {
  const { journey } = subject
  const made = formulas.variables.filter(({ computed = '' }) => {
    const rule = journey.values[computed]
    return rule && answersIn(rule, journey).some(({ path }) => path[0] === name)
  })
  return made.length === 0
    ? []
    : [{ is: 'forget', variables: new Set(made.map(({ index }) => index)) }]
}

/** Which required facts a press of this step may give. */
function markOps(step: Step, layout: Layout): readonly Op[] {
  const { contracts, journeys } = layout.subject
  const facts = step.buttons.flatMap((button) => [
    ...button.run.flatMap((call) =>
      (contracts.get(call.action)?.gives ?? []).map((give) => give.fact),
    ),
    ...(button.journey === undefined ? [] : (journeys.get(button.journey)?.gives ?? [])),
  ])
  return [...new Set(facts)].flatMap((fact) => setOps(`mark:gives ${fact}`, 1, layout))
}

function entryOps(
  entry: Entry,
  step: Step,
  when: number,
  validates: boolean,
  layout: Layout,
): readonly Op[] {
  if (entry.is !== 'field' || entry.field.secret) return []
  const asked = layout.formulas.sets.and(when, whereOffered(entry, step, layout))
  const lapses = entry.readOnly ? [] : lapseOps(entry.field.name, asked, layout)
  const asks = variablesOf(entry.field.name, step, layout.formulas.variables).map(
    (variable): Op => {
      const isWhole = variable.path.length === 1
      const mayBeLeft =
        !validates ||
        entry.readOnly ||
        !entry.field.required ||
        !isAlwaysOffered(entry.field, layout) ||
        (!isWhole && !variable.field?.required)
      const values = mayBeLeft ? askedValues(variable) : range(FIRST_ANSWER, variable.size)
      return { is: 'ask', variable: variable.index, values, when: asked }
    },
  )
  return [...asks, ...lapses]
}

/** What is chosen from an earlier list is asked only where that has an item. */
function whereOffered(entry: FieldEntry, step: Step, { formulas }: Layout): StateSet {
  const [list] = listsChosenFrom({ entries: [entry], repeat: step.repeat })
  const variable = list && formulas.of(list, step)
  return variable ? formulas.sets.where(variable.index, range(FIRST_ANSWER, variable.size)) : EVERY
}

/** An item may have nothing to choose it by; all may have been taken away again; there may be none to have one for each. */
function isAlwaysOffered({ presentation }: Field, { subject }: Layout): boolean {
  const { optionsFrom } = presentation
  if (!optionsFrom) return true
  const { fields, steps } = subject.journey
  const list = fields.get(optionsFrom.of)
  const part = list?.parts.find(({ name }) => name === optionsFrom.value)
  const isEmptied = !(Number(list?.schema['minItems'] ?? 0) > 0)
  const isPaired = steps.some((one) => one.repeat === optionsFrom.of && one.repeatFor !== undefined)
  return part?.required === true && !isPaired && !isEmptied
}

/** A fact holds for the very answer that it is about (FORMAT.md, The press): who is asked again may give another. */
function lapseOps(name: string, when: number, { subject, formulas }: Layout): readonly Op[] {
  return [...(factsAbout(subject).get(name) ?? [])].flatMap((fact): readonly Op[] => {
    const variable = formulas.variable(`fact:${fact}`)
    return variable ? [{ is: 'lapse', variable: variable.index, when, by: name }] : []
  })
}

const about = new WeakMap<Subject, ReadonlyMap<string, ReadonlySet<string>>>()

/** Facts by the answer that they are about. */
function factsAbout(subject: Subject): ReadonlyMap<string, ReadonlySet<string>> {
  const known = about.get(subject)
  if (known) return known
  const pairs = callsOf(subject.journey).flatMap(({ call }) =>
    (subject.contracts.get(call.action)?.gives ?? []).flatMap((give) =>
      give.about.flatMap((input) => {
        const value = call.with[input]
        return value?.from === 'answer' ? [[value.path[0] ?? '', give.fact] as const] : []
      }),
    ),
  )
  const made = new Map<string, Set<string>>()
  for (const [name, fact] of pairs) made.set(name, (made.get(name) ?? new Set()).add(fact))
  about.set(subject, made)
  return made
}

/** Who does not pass a check does not go on; a check is not made while an operand is open. */
function checkOps(step: Step, node: number, ops: readonly Op[], layout: Layout): readonly Op[] {
  const { sets } = layout.formulas
  return step.checks.flatMap((check): readonly Op[] => {
    if (check.operands.some((one) => isSecret(one, step))) return []
    const holding = layout.formulas.holding(check.must, step)
    layout.conditions.push({ node, ops: [...ops], step, part: check, key: 'must', holding })
    const given = check.operands.reduce(
      (all, one) => sets.and(all, layout.formulas.given(one, step)),
      EVERY,
    )
    return [{ is: 'keep', states: sets.or(sets.not(given), holding) }]
  })
}

function isSecret(
  operand: { readonly from: string; readonly path?: readonly string[] },
  step: Step,
): boolean {
  return step.entries.some(
    (entry) => entry.is === 'field' && entry.field.secret && entry.field.name === operand.path?.[0],
  )
}
