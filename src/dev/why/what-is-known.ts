import type { Answers, HeldFact } from '../../answers/draft.ts'
import type { Json } from '../../fields/field.ts'
import { fieldAt } from '../../flow/fields.ts'
import { stepOf } from '../../flow/place.ts'
import type { Scope } from '../../flow/scope.ts'
import { isSame } from '../../flow/values.ts'
import type { Operand } from '../../journey/condition.ts'
import type { Journey } from '../../journey/journey.ts'
import type { WhyView } from '../../views/render-aside.ts'

const LONGEST = 80
const MASK = '•••'

/** Facts that hold, and those that were established and hold no more; what they are about, without secrets. */
export function factLines(
  facts: readonly { readonly held: HeldFact; readonly holds: boolean }[],
  journey: Journey,
): Pick<WhyView, 'facts' | 'lapsed'> {
  const lines = (wanted: boolean) => [
    ...new Set(
      facts.filter((one) => one.holds === wanted).map(({ held }) => factLine(held, journey)),
    ),
  ]
  const facts_ = lines(true)
  return { facts: facts_, lapsed: lines(false).filter((line) => !facts_.includes(line)) }
}

function factLine(held: HeldFact, journey: Journey): string {
  const about = Object.entries(held.about).map(([input, value]) =>
    isSecretInput(held, input, journey) ? `${input} ${MASK}` : `${input} ${inShort(value)}`,
  )
  return about.length > 0 ? `${held.fact} (about ${about.join(', ')})` : held.fact
}

/** An input that a secret was given to; of what another journey earned nobody here can tell. */
function isSecretInput({ at }: HeldFact, input: string, journey: Journey): boolean {
  const call =
    at && stepOf(journey, at.step)?.buttons.find(({ id }) => id === at.button)?.run[at.call]
  const value = call?.with[input]
  if (value?.from === 'answer') return journey.fields.get(value.path[0] ?? '')?.secret === true
  return /password|code|secret/iu.test(input)
}

/** Answers that count, and those that are kept and do not. */
export function answerLines(
  counted: Answers,
  stored: Answers,
  journey: Journey,
): Pick<WhyView, 'answers' | 'kept'> {
  const lines = (answers: Answers, isWanted: (name: string, value: Json) => boolean) =>
    Object.entries(answers)
      .filter(([name, value]) => isWanted(name, value))
      .map(([name, value]) => `${name}: ${isSecret(name, journey) ? MASK : inShort(value)}`)
  return {
    answers: lines(counted, () => true),
    kept: lines(stored, (name, value) => !isSame(counted[name], value)),
  }
}

function isSecret(name: string, journey: Journey): boolean {
  return journey.fields.get(name)?.secret === true
}

/** What stood where a condition looked. */
export function valueInWords(operand: Operand, value: Json | undefined, scope: Scope): string {
  if (value === undefined) return 'not given'
  return fieldAt(operand, scope)?.secret ? MASK : inShort(value)
}

function inShort(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
