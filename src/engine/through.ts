import { compileSchema } from '../answers/compile-schema.ts'
import type { Json, JsonObject } from '../fields/field.ts'
import type { Scope } from '../flow/scope.ts'
import { resolveWith } from '../flow/values.ts'
import type { Value } from '../journey/condition.ts'
import type { Journey } from '../journey/journey.ts'
import type { Decision } from './decision.ts'
import type { Caller, Visitor } from './visitor.ts'

/** Sends a person through another journey; who sent them is kept in the session. */
export function throughJourney(
  visitor: Visitor,
  caller: Caller,
  called?: Journey,
  inputs: Readonly<Record<string, Value>> = {},
  scope?: Scope,
): Decision {
  const callers = [...visitor.callers.filter((one) => one.called !== caller.called), caller].slice(
    -6,
  )
  const given = scope && called ? takenBy(called, resolveWith(inputs, scope)) : {}
  return {
    is: 'go',
    to: { journey: caller.called },
    session: { callers, given: { ...visitor.given, [caller.called]: given } },
  }
}

/** Only what the called journey declares in `takes`, and of the right form. */
function takenBy(called: Journey, handed: Record<string, Json>): JsonObject {
  return Object.fromEntries(
    Object.entries(called.takes).flatMap(([key, schema]) => {
      const value = handed[key]
      return value !== undefined && compileSchema(schema)(value) ? [[key, value]] : []
    }),
  )
}
