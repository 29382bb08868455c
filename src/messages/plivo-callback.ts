import type { CallEvent } from './call-states.ts'

/** What Plivo says about a call, once its signature is right. */
export interface PlivoCallback {
  /** Plivo's own name of the call: the one that it gave when it took it (R-HOOK-04). */
  readonly provider: string
  readonly event?: CallEvent
}

const WORD = /^[\w .,:()+-]{0,200}$/u
const NUMBER = /^\+?[\w.@:-]{0,80}$/u
const UUID = /^[\w-]{1,80}$/u

/** Every name that a voice callback may have, and what its value looks like. Signatures do not separate the two. */
const ALLOWED: ReadonlyMap<string, RegExp> = new Map([
  ...['CallUUID', 'RequestUUID', 'ALegUUID', 'ALegRequestUUID'].map(
    (name) => [name, UUID] as const,
  ),
  ...['ParentAuthID', 'SubAccountID'].map((name) => [name, UUID] as const),
  ...['From', 'To', 'ForwardedFrom', 'CallerName'].map((name) => [name, NUMBER] as const),
  ...['Direction', 'Event', 'Machine', 'RouteType', 'InputType', 'SessionStart'].map(
    (name) => [name, WORD] as const,
  ),
  ...[
    'StartTime',
    'AnswerTime',
    'EndTime',
    'Duration',
    'BillDuration',
    'BillRate',
    'TotalCost',
  ].map((name) => [name, WORD] as const),
  ...['HangupCause', 'HangupCauseCode', 'HangupCauseName', 'HangupSource'].map(
    (name) => [name, WORD] as const,
  ),
  ...['STIRVerification', 'STIRAttestation', 'ScheduledHangupId'].map(
    (name) => [name, WORD] as const,
  ),
  ['CallStatus', /^[a-z-]{1,20}$/u],
  ['Digits', /^[0-9*#]{0,40}$/u],
])

/** Undefined when a name is unknown, comes twice, or has a value that it cannot have (R-HOOK-03). */
export function readParams(
  entries: Iterable<readonly [string, string]>,
): ReadonlyMap<string, string> | undefined {
  const params = new Map<string, string>()
  for (const [name, value] of entries) {
    if (params.has(name) || !ALLOWED.get(name)?.test(value)) return undefined
    params.set(name, value)
  }
  return params
}

/** How a call ends, by Plivo's word for it. */
const ENDINGS: ReadonlyMap<string, CallEvent> = new Map([
  ['completed', { event: 'hang-up' }],
  ['busy', { event: 'busy' }],
  ['no-answer', { event: 'no-answer' }],
  ['timeout', { event: 'no-answer' }],
  ['cancel', { event: 'no-answer' }],
  ['failed', { event: 'not-possible' }],
  ['rejected', { event: 'not-possible' }],
])

/** What a callback says; undefined where it does not name its call. `about`: which of the three addresses it came to. */
export function readCallback(
  params: ReadonlyMap<string, string>,
  about: 'answer' | 'step' | 'hang-up',
): PlivoCallback | undefined {
  const provider = params.get('CallUUID')
  if (provider === undefined) return undefined
  const event = eventOf(params, about)
  return { provider, ...(event && { event }) }
}

function eventOf(params: ReadonlyMap<string, string>, about: string): CallEvent | undefined {
  // A machine that answers confirms nothing (R-TEL-07).
  if (params.get('Machine') === 'true') return { event: 'no-answer' }
  if (about === 'answer') return { event: 'answered' }
  if (about === 'hang-up')
    return ENDINGS.get(params.get('CallStatus') ?? '') ?? { event: 'hang-up' }
  const digits = params.get('Digits')
  return digits ? { event: 'digits', digits } : undefined
}
