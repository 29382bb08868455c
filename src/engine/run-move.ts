import type { Action, ActionContext } from '../actions/action.ts'
import { asAmended, closeAsking } from '../answers/asked-more.ts'
import type { StatusChange, Submission } from '../answers/draft.ts'
import type { JsonObject } from '../fields/field.ts'
import type { Scope } from '../flow/scope.ts'
import { isSame, resolveWith } from '../flow/values.ts'
import type { ActionCall } from '../journey/journey.ts'
import { changeRecord } from '../store/change.ts'
import { submissions } from '../store/records.ts'
import { type Asking, prepareAsking } from './ask-for-more.ts'
import { caseScope, languageFor, toldScope } from './case-scope.ts'
import { composeWith } from './compose-message.ts'
import type { Engine } from './engine.ts'
import { agree, agreedTo, doneBefore, type MoveRequest, note } from './move-history.ts'
import { type CallEnding, runCall } from './run-calls.ts'

export type Moved =
  /** By this press, or by its twin. */
  | { readonly status: 'moved' }
  /** It was agreed to, and waits for another member of staff. */
  | { readonly status: 'awaits-second'; readonly words: string }
  /** Someone moved the case before: it is not where this move begins. */
  | { readonly status: 'elsewhere' }
  /** An action ended otherwise than it should: nothing was moved, though actions before it may have run. */
  | { readonly status: 'not-possible'; readonly words: string }
  | { readonly status: 'not-found' }

/** Takes a case from one status to another: the move's actions run, in order, then the status and who moved it are kept. */
export async function runMove(engine: Engine, request: MoveRequest): Promise<Moved> {
  return engine.lock(`case:${request.submission}`, () => moveCase(engine, request))
}

async function moveCase(engine: Engine, request: MoveRequest): Promise<Moved> {
  const { move, journey } = request
  const found = await engine.store.read(submissions, request.submission)
  if (found?.value.journey !== journey.id) return { status: 'not-found' }
  if (!move.from.includes(found.value.status)) return movedBefore(found.value, request)
  const scope = scopeOf(engine, request, asAmended(found.value))
  const { account, language: wrote } = found.value
  const language = await languageFor(engine, account, wrote)
  const asking = await askingOf(engine, request, found.value, scope)
  if (asking?.status === 'not-possible') return asking
  const done = doneBefore(found.value, move)
  for (const [index, call] of move.run.entries()) {
    if (index < done.length) continue
    const action = engine.actionsOf(journey.id).get(call.action)
    if (!action) throw new Error(`no action is called ${call.action}`)
    const agreed = await agreeingTo(request, found.value, call, scope)
    const context = contextOf(
      engine,
      request,
      found.value,
      toldScope(journey, scope, language),
      agreed,
    )
    const at = { step: '', button: move.id, call: index }
    const ending = await runCall(call, action, {
      scope,
      context,
      accountValue: engine.accountValue,
      at,
    })
    const stopped = await stoppedBy(engine, request, action, ending, done)
    if (stopped) return stopped
    done.push(call.action)
  }
  const change: StatusChange = {
    at: engine.now(),
    by: request.staff,
    move: move.id,
    to: move.to,
    asked: request.asked,
  }
  await changeRecord(
    engine.store,
    submissions,
    request.submission,
    (before) => before && movedBy(before, change, asking),
  )
  if (asking) engine.services.outbox.dispatch(submissions, request.submission)
  return { status: 'moved' }
}

/** The same press a second time is answered as the first was. Other words or questions were not taken, and that is said. */
function movedBefore({ status, history, more }: Submission, request: MoveRequest): Moved {
  const { move, staff, asked, again } = request
  const last = history.at(-1)
  const isOurs = last?.by === staff && last.move === move.id && status === move.to
  const questions = move.more ? (more?.at(-1)?.questions ?? []) : []
  const isSameAsked =
    isSame(last?.asked ?? {}, asked) &&
    isSame(questions.toSorted(), (again?.questions ?? []).toSorted())
  return { status: isOurs && isSameAsked ? 'moved' : 'elsewhere' }
}

/** The case after a move. What was asked of the person is asked no more, unless it is by this move. */
function movedBy(
  before: Submission,
  change: StatusChange,
  asking: Extract<Asking, { readonly status: 'ready' }> | undefined,
): Submission {
  const more = closeAsking(before.more, change.at)
  const moved = { ...before, status: change.to, history: [...before.history, change] }
  if (!asking) return more ? { ...moved, more } : moved
  return {
    ...moved,
    more: [...(more ?? []), { ...asking.asked, at: change.at }],
    messages: [...before.messages, asking.message],
  }
}

/** What a move asks of the person; undefined: nothing. */
async function askingOf(
  engine: Engine,
  { journey, move, asked, again }: MoveRequest,
  found: Submission,
  scope: Scope,
): Promise<Asking | undefined> {
  if (!move.more) return undefined
  const { questions = [], madeWith = journey } = again ?? {}
  const about = { submission: asAmended(found), madeWith }
  return prepareAsking(engine, { journey, move, asked, questions }, move.more, about, scope)
}

const NOTHING = 'Nothing has changed.'
const PART = 'Part of this has been done.'

/** Undefined: the action ended as it should, and the move goes on. `done`: the actions before it. */
async function stoppedBy(
  engine: Engine,
  request: MoveRequest,
  action: Action,
  ending: CallEnding,
  done: readonly string[],
): Promise<Moved | undefined> {
  if (ending.is === 'ran' && ending.outcome === action.outcomes[0]) return undefined
  if (ending.is === 'ran' && ending.outcome === action.seconds) {
    await agree(engine, request)
    return { status: 'awaits-second', words: action.words?.[ending.outcome] ?? COULD_NOT }
  }
  if (ending.is === 'fault')
    engine.onFault({ journey: request.journey.id, action: action.name, error: ending.error })
  // A fault may have come after what the action does.
  if (done.length > 0 || ending.is === 'fault')
    await note(engine, request, { failed: { done: [...done], at: action.name } })
  return { status: 'not-possible', words: failureInWords(action, ending, done.length > 0) }
}

function failureInWords(action: Action, ending: CallEnding, isPartDone: boolean): string {
  if (ending.is !== 'ran')
    return isPartDone
      ? `${PART} Try again.`
      : `We could not do that just now. ${NOTHING} Try again.`
  const own = action.words?.[ending.outcome]
  return isPartDone ? partly(own) : (own ?? COULD_NOT)
}

const COULD_NOT = `We could not do that. ${NOTHING}`

/** An action's own words may end without a full stop. */
function partly(own = 'We could not do that'): string {
  return `${own.replace(/\.$/u, '')}. ${PART} Try again.`
}

/** Who else has agreed to this call with the same inputs, and may still do the move (R-SES-07). */
async function agreeingTo(
  { move, staff, mayMove }: MoveRequest,
  submission: Submission,
  call: ActionCall,
  scope: Scope,
): Promise<readonly string[]> {
  const agreed: string[] = []
  for (const { by, asked = {} } of agreedTo(submission, move))
    if (by !== undefined && by !== staff && isSameCall(call, { ...scope, asked }, scope))
      if (await mayMove(by)) agreed.push(by)
  return agreed
}

/** Whether two members of staff ask an action for the same. */
function isSameCall(call: ActionCall, one: Scope, other: Scope): boolean {
  return isSame(resolveWith(call.with, one), resolveWith(call.with, other))
}

function scopeOf(
  engine: Engine,
  { journey, asked, language }: MoveRequest,
  submission: Submission,
): Scope {
  const { world, answers } = caseScope(engine, journey, submission, language)
  const about: JsonObject = {
    ...submission.answers,
    reference: submission.reference,
    ...(submission.account !== undefined && { account: submission.account }),
  }
  return { world, answers, submission: about, asked }
}

function contextOf(
  engine: Engine,
  request: MoveRequest,
  submission: Submission,
  told: ReturnType<typeof toldScope>,
  agreed: readonly string[],
): ActionContext {
  const { journey } = request
  const link = `${engine.services.origin}/account`
  return {
    now: told.world.now,
    journey,
    draft: submission.draft,
    session: '',
    peer: '127.0.0.1',
    language: told.world.language,
    services: engine.services,
    compose: (message, words, language) => {
      const to = language === undefined ? told : toldScope(journey, told, language)
      return composeWith(engine, to.world, to, message, { link, ...words }, [])
    },
    submission: () => ({ answers: told.answers, path: submission.path }),
    case: {
      submission: submission.id,
      staff: request.staff,
      agreed,
    },
  }
}
