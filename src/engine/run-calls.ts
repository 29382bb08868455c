import type { Action, ActionContext, ActionResult } from '../actions/action.ts'
import { compileSchema } from '../answers/compile-schema.ts'
import type { HeldFact } from '../answers/draft.ts'
import type { Json, JsonObject } from '../fields/field.ts'
import { needIsMet } from '../flow/facts.ts'
import type { Scope } from '../flow/scope.ts'
import { resolveWith } from '../flow/values.ts'
import { putWords } from '../flow/words.ts'
import type { Needs } from '../journey/contract.ts'
import type { ActionCall } from '../journey/journey.ts'

/** How one action ended. */
export type CallEnding =
  | {
      readonly is: 'ran'
      readonly outcome: string
      readonly action: Action
      readonly result: ActionResult
      readonly facts: readonly HeldFact[]
    }
  /** A fact that it needs does not hold: it was not run. */
  | { readonly is: 'refused' }
  | { readonly is: 'fault'; readonly error: unknown }

export interface CallFrame {
  readonly scope: Scope
  readonly context: ActionContext
  readonly accountValue: (account: string, key: string) => Promise<string | undefined>
  readonly at: NonNullable<HeldFact['at']>
}

/** Runs one action: its inputs are resolved and checked, its needs protect it, its facts are made. */
export async function runCall(
  call: ActionCall,
  action: Action,
  frame: CallFrame,
): Promise<CallEnding> {
  const input = resolveWith(call.with, frame.scope)
  if (!compileSchema(action.input)(input)) return { is: 'refused' }
  if (!(await needsAreMet(action, input, frame))) return { is: 'refused' }
  try {
    const result = await action.run(input as never, frame.context)
    return {
      is: 'ran',
      outcome: result.outcome,
      action,
      result,
      facts: factsFrom(action, result, input, frame),
    }
  } catch (error) {
    return { is: 'fault', error }
  }
}

async function needsAreMet(action: Action, input: JsonObject, frame: CallFrame): Promise<boolean> {
  for (const need of action.needs ?? []) if (!(await needHolds(need, input, frame))) return false
  return true
}

async function needHolds(need: Needs, input: JsonObject, frame: CallFrame): Promise<boolean> {
  if (need.about === undefined) return needIsMet(need.fact, undefined, frame.scope)
  const given = input[need.about]
  if (need.of !== 'account.email')
    return given !== undefined && needIsMet(need.fact, given, frame.scope)
  const address = typeof given === 'string' ? await frame.accountValue(given, 'email') : undefined
  return address !== undefined && needIsMet(need.fact, address, frame.scope, isSameAddress)
}

function factsFrom(
  action: Action,
  result: ActionResult,
  input: JsonObject,
  frame: CallFrame,
): readonly HeldFact[] {
  const now = frame.context.now
  return (action.gives ?? [])
    .filter(
      (give) => give.on === result.outcome && give.about.every((name) => input[name] !== undefined),
    )
    .map((give) => ({
      fact: give.fact,
      scope: give.scope ?? 'journey',
      about: Object.fromEntries(give.about.map((name) => [name, input[name] ?? null])),
      at: frame.at,
      session: frame.context.session,
      since: now,
      ...(give.lasts !== undefined && { until: now + give.lasts }),
      carries: result.carries?.[give.fact] ?? {},
    }))
}

/** Addresses are the same whatever their case (R-AUTH-14). */
function isSameAddress(one: Json | undefined, other: Json | undefined): boolean {
  const plain = (value: Json | undefined) =>
    typeof value === 'string' ? value.trim().normalize('NFC').toLowerCase() : undefined
  return plain(one) !== undefined && plain(one) === plain(other)
}

/** What an outcome that is not the way on means for the page: the definition's entry, else the action's own words. */
export type Spoken =
  | { readonly then: 'go'; readonly text?: string }
  | { readonly then: 'error'; readonly field?: string; readonly text: string }
  | { readonly then: 'notice'; readonly text: string }

export function spokenFor(
  call: ActionCall,
  action: Action,
  { outcome, words }: Pick<ActionResult, 'outcome' | 'words'>,
  scope: Scope,
): Spoken | undefined {
  const entry = call.on[outcome]
  if (entry?.then === 'go')
    return { then: 'go', ...(entry.message && { text: putWords(entry.message, scope) }) }
  if (entry?.then === 'notice') return { then: 'notice', text: putWords(entry.message, scope) }
  if (entry?.then === 'error')
    return {
      then: 'error',
      text: putWords(entry.message, scope),
      ...(entry.field !== undefined && { field: entry.field }),
    }
  if (outcome === action.outcomes[0]) return undefined
  const text = words ?? action.words?.[outcome] ?? 'We could not do that. Try again'
  if (outcome === action.waits) return { then: 'notice', text }
  const field = secretIn(call, scope)
  return { then: 'error', text, ...(field !== undefined && { field }) }
}

/** An action's own words belong to the secret that was given to it: a wrong code is an error of the code's box. */
function secretIn(call: ActionCall, scope: Scope): string | undefined {
  for (const value of Object.values(call.with)) {
    if (value.from !== 'answer') continue
    const name = value.path[0] ?? ''
    if (scope.world.journey.fields.get(name)?.secret) return name
  }
  return undefined
}
