import type { Value } from '../journey/condition.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import type { Step } from '../journey/journey.ts'
import type { Spot } from '../journey/tree.ts'
import type { Check, Subject } from './subject.ts'
import { answersIn } from './value-answers.ts'

const IDLE = { code: 'FP0716', severity: 'warning' } as const

/** A secret that is asked for, and that nothing on the page reads: it is never stored, so that it is asked for nothing. */
export const checkSecrets: Check = (subject) => {
  const { journey, marks, report } = subject
  for (const step of journey.steps) {
    const read = readBy(step, journey.checks)
    for (const entry of step.entries) {
      if (entry.is !== 'field' || !entry.field.secret || read.has(entry.field.name)) continue
      const at = insteadOfSecret(step, subject) ?? marks.get(entry) ?? marks.nameOf(step)
      const { name } = entry.field
      if (at)
        report(
          IDLE,
          at,
          `"${name}" is a secret that this page asks for, and nothing reads it.`,
          `Give it to an action of a button ("$${name}"), or test it in "checks". Or ask for it no longer.`,
        )
    }
  }
}

/** What an action takes in the place of a secret: an answer that is none. */
function insteadOfSecret(
  { buttons }: Step,
  { journey, contracts, marks }: Subject,
): Spot | undefined {
  const isOpen = (value: Value) =>
    answersIn(value).some(([name = '']) => journey.fields.get(name)?.secret === false)
  const spots = buttons
    .flatMap((button) => button.run)
    .flatMap(({ action, with: inputs }) => {
      const schemas = Object(contracts.get(action)?.input['properties'])
      return Object.entries(inputs).flatMap(([name, value]) =>
        Object(schemas[name]).format === 'secret' && isOpen(value) ? (marks.get(value) ?? []) : [],
      )
    })
  return spots[0]
}

function readBy({ buttons, checks }: Step, ofAll: Step['checks']): ReadonlySet<string> {
  const values = buttons.flatMap((button) => [
    ...Object.values(button.with),
    ...button.run.flatMap((call) => Object.values(call.with)),
  ])
  const tested = [...checks, ...ofAll].flatMap(({ must, operands }) => [
    ...operandsOf(must),
    ...operands,
  ])
  return new Set([...values, ...tested].flatMap(answersIn).map(([first = '']) => first))
}
