import type { Measure } from '../../answers/limit-flaws.ts'
import { completedHere } from '../../engine/read-answers.ts'
import type { Json } from '../../fields/field.ts'
import { type FieldEntry, fieldsOf, shownEntries, storedAt } from '../../flow/entries.ts'
import type { Place } from '../../flow/place.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import { textsOf } from '../../scenarios/fill-page.ts'
import { sampleOf } from '../../scenarios/sample-answer.ts'
import type { Setting } from '../../scenarios/stage.ts'
import { wrongAnswersOf } from '../../scenarios/wrong-answers.ts'
import { scopeIn } from './laid-out.ts'
import { placeOfState, showState } from './show-state.ts'
import { type State, slug, type Texts, type Variant } from './state.ts'
import { measureIn } from './supposed.ts'

/** The page with each error that its boxes can bring, one at a time and all that are empty at once; then its checks. */
export function errorStates(
  setting: Setting,
  journey: Journey,
  step: Step,
  variants: readonly Variant[],
): readonly State[] {
  const place = placeOfState(step, {})
  const found = new Map<string, State>()
  const note = (state: State) => {
    if (found.has(state.id)) return
    const [error] = showState(setting, journey, step, state).errors
    if (error) found.set(state.id, { ...state, what: `${state.what}: “${error.text}”` })
  }
  for (const { supposed } of variants) {
    const before = scopeIn(setting, journey, place, supposed)
    const own = storedAt(place, supposed.answers)
    const entries = askedIn(shownEntries(place, own, before).entries)
    const measure = measureIn(before)
    if (entries.length > 1)
      note({ id: 'error-all', what: 'all left empty', supposed, over: { is: 'typed', texts: {} } })
    for (const { field } of entries)
      for (const { keyword, texts } of wrongAnswersOf(field, measure)) {
        const others = textsFor(
          entries.filter((one) => one.field !== field),
          own,
          measure,
        )
        note({
          id: slug(`error-${field.name}-${keyword}`),
          what: `error of ${field.name}, ${keyword}`,
          supposed,
          over: { is: 'typed', texts: { ...others, ...texts } },
        })
      }
    for (const state of checkStates(journey, place, supposed, before)) note(state)
  }
  return [...found.values()]
}

function askedIn(entries: Parameters<typeof fieldsOf>[0]): readonly FieldEntry[] {
  return fieldsOf(entries).filter(({ readOnly, field }) => !readOnly && !field.readOnly)
}

/** What a person has typed who answers as supposed. */
function textsFor(
  entries: readonly FieldEntry[],
  own: Readonly<Record<string, Json>>,
  measure: Measure,
): Texts {
  return Object.assign(
    {},
    ...entries.map(({ field }) => {
      const value = own[field.name] ?? sampleOf(field, measure)
      return value === undefined ? {} : textsOf(field, value, field.name)
    }),
  )
}

function checkStates(
  journey: Journey,
  place: Place,
  supposed: State['supposed'],
  before: ReturnType<typeof scopeIn>,
): readonly State[] {
  const { step } = place
  const wide = completedHere(journey.checks, place, { ...before, answers: supposed.answers })
  const stateOf = (of: 'step' | 'journey', index: number): State => ({
    id: `check-${of}-${index + 1}`,
    what: `check ${index + 1} of the ${of} fails`,
    supposed,
    over: { is: 'check', of, index },
  })
  return [
    ...step.checks.map((_, index) => stateOf('step', index)),
    ...wide.map((check) => stateOf('journey', journey.checks.indexOf(check))),
  ]
}
