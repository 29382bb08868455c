import { answerAt } from '../../answers/compute.ts'
import { todayIn } from '../../answers/dates.ts'
import type { Answers } from '../../answers/draft.ts'
import type { Measure } from '../../answers/limit-flaws.ts'
import { fieldWithOptions } from '../../answers/options-from.ts'
import type { Field, Json, JsonObject } from '../../fields/field.ts'
import type { Scope, World } from '../../flow/scope.ts'
import { lookUp } from '../../flow/values.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import { sampleOf } from '../../scenarios/sample-answer.ts'
import { type Setting, sessionFact } from '../../scenarios/stage.ts'

/** What is supposed of a person, so that a page can be shown without anybody walking to it. */
export interface Supposed {
  readonly answers: Answers
  /** The facts that hold, and what they carry. */
  readonly facts: Readonly<Record<string, JsonObject>>
}

/** What is known of a login that nobody made. */
export const ACCOUNT: JsonObject = {
  email: 'sam.taylor@example.org',
  firstName: 'Sam',
  surname: 'Taylor',
  phoneType: 'mobile',
  phoneEnding: '123',
}

/** A world in which what is supposed is so. */
export function worldOf(setting: Setting, journey: Journey, supposed: Supposed): World {
  const { now } = setting
  return {
    journey,
    contracts: setting.contractsOf(journey.id),
    journeyGives: new Map([...setting.journeys].map(([id, one]) => [id, one.gives])),
    now,
    today: todayIn(journey.site.timeZone, now),
    language: journey.language,
    session: 'session',
    facts: Object.entries(supposed.facts).map(([fact, carries]) =>
      sessionFact(fact, { ...ACCOUNT, ...carries }, now),
    ),
    invitation: samplesFor(journey.invitation?.carries ?? [], journey),
    given: samplesFor(Object.keys(journey.takes), journey),
    query: {},
  }
}

/** What limits of answers are measured against. */
export function measureIn(scope: Scope): Measure {
  return {
    today: scope.world.today,
    answerOf: (path) => lookUp({ from: 'answer', path }, scope),
  }
}

/**
 * Everything answered, from `examples` where the schema has them; and the facts held that the step or those before it
 * need or give.
 */
export function supposeFor(setting: Setting, journey: Journey, step: Step): Supposed {
  const facts = Object.fromEntries(factsBefore(setting, journey, step).map((fact) => [fact, {}]))
  const answers: Record<string, Json> = {}
  const world = worldOf(setting, journey, { answers, facts })
  const measure = {
    today: world.today,
    answerOf: (path: readonly string[]) => answerAt(answers, path),
  }
  for (const field of journey.fields.values()) {
    const now = fieldWithOptions(field, journey, answers, world)
    const value = field.secret ? undefined : wholeSampleOf(now, measure)
    if (value !== undefined) answers[field.name] = value
  }
  return { answers, facts }
}

/** Of a list an item with all its parts, optional ones too. */
function wholeSampleOf(field: Field, measure: Measure): Json | undefined {
  const sample = sampleOf(field, measure)
  if (field.kind !== 'repeat' || !Array.isArray(sample)) return sample
  const whole = field.parts.flatMap((part): [string, Json][] => {
    const value = part.secret ? undefined : sampleOf(part, measure)
    return value === undefined ? [] : [[part.name, value]]
  })
  return sample.map((item: Json) => ({ ...Object.fromEntries(whole), ...(item as JsonObject) }))
}

function factsBefore(setting: Setting, journey: Journey, step: Step): readonly string[] {
  const at = journey.stepIndex.get(step.id) ?? 0
  const contracts = setting.contractsOf(journey.id)
  const before = journey.steps.slice(0, at)
  const given = before.flatMap(({ buttons }) =>
    buttons.flatMap(({ run, journey: through }) => [
      ...run.flatMap((call) => contracts.get(call.action)?.gives?.map(({ fact }) => fact) ?? []),
      ...(through === undefined ? [] : (setting.journeys.get(through)?.gives ?? [])),
    ]),
  )
  const required = [...before, step].flatMap(({ requires }) => requires.map(({ fact }) => fact))
  return [...new Set([...given, ...required])]
}

/** Values of a source, by key: those of the field of that name where there is one. */
function samplesFor(keys: readonly string[], journey: Journey): JsonObject {
  const measure = { today: '2026-06-15', answerOf: () => undefined }
  return Object.fromEntries(
    keys.map((key) => {
      const field = journey.fields.get(key)
      return [key, ACCOUNT[key] ?? (field && sampleOf(field, measure)) ?? key]
    }),
  )
}
