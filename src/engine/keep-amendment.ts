import { outgoingOf } from '../actions/outgoing.ts'
import {
  type Amendment,
  type AnswerChange,
  type AskedMore,
  openAsking,
} from '../answers/asked-more.ts'
import type { Answers, OutgoingMessage, StatusChange, Submission } from '../answers/draft.ts'
import { storedAt } from '../flow/entries.ts'
import type { Scope } from '../flow/scope.ts'
import { isObject, isSame } from '../flow/values.ts'
import type { Journey } from '../journey/journey.ts'
import { changeRecord } from '../store/change.ts'
import { submissions } from '../store/records.ts'
import { caseScope, languageFor, toldScope } from './case-scope.ts'
import { composeWith } from './compose-message.ts'
import type { Engine } from './engine.ts'
import type { Part } from './more-parts.ts'
import type { MoreAt } from './show-more.ts'
import { itemIn, type Turned } from './turned.ts'

/** What the answers come to: what is another now, and where they lead. */
export function amendmentOf(
  { submission, scope }: MoreAt,
  {
    parts,
    answers,
    turned,
  }: { readonly parts: readonly Part[]; readonly answers: Answers; readonly turned: Turned },
  press: string,
): Omit<Amendment, 'at'> {
  const path = pathOf(submission.path, turned)
  return { press, changes: changesOf(parts, scope, answers, turned), ...(path && { path }) }
}

function changesOf(
  parts: readonly Part[],
  before: Scope,
  answers: Answers,
  { dropped }: Turned,
): readonly AnswerChange[] {
  const asked = parts.flatMap(({ place, entries }) => {
    if (place.list) return []
    const [old, own] = [storedAt(place, before.answers), storedAt(place, answers)]
    return entries.map(({ field: { name } }) => ({
      ...itemIn(place),
      field: name,
      ...(old[name] !== undefined && { before: old[name] }),
      ...(own[name] !== undefined && { after: own[name] }),
    }))
  })
  const shut = dropped.flatMap((answer): AnswerChange[] => {
    const { array, item, field } = answer
    const items = array === undefined ? undefined : before.answers[array]
    const own =
      array === undefined
        ? before.answers
        : Array.isArray(items)
          ? items[(item ?? 1) - 1]
          : undefined
    const old = isObject(own) ? own[field] : undefined
    return old === undefined ? [] : [{ ...answer, before: old }]
  })
  return [...asked, ...shut].filter((change) => !isSame(change.before, change.after))
}

/** The path without the places that the answers shut, and with those that they opened; undefined: it is the same. */
function pathOf(before: readonly string[], { came, gone }: Turned) {
  const path = before.filter((key) => !gone.has(key))
  for (const { key, after } of came) {
    const at = after === undefined ? -1 : path.lastIndexOf(after)
    if (!path.includes(key)) path.splice(at < 0 ? path.length : at + 1, 0, key)
  }
  return isSame(path, before) ? undefined : path
}

/** Writes the answers beside what was sent, with the change of status and the email, in one. */
export async function keepAmendment(
  engine: Engine,
  request: { readonly submission: string; readonly journey: Journey },
  { submission, asked }: MoreAt,
  amendment: Omit<Amendment, 'at'>,
): Promise<void> {
  const answered: Amendment = { ...amendment, at: engine.now() }
  const back = backOf(asked, request.journey)
  const message = await messageOf(engine, request.journey, submission, asked)
  const change: StatusChange = { at: answered.at, to: back }
  await changeRecord(engine.store, submissions, request.submission, (before) =>
    before && openAsking(before)?.id === asked.id
      ? {
          ...before,
          status: back,
          history: [...before.history, change],
          more: (before.more ?? []).map((one) =>
            one.id === asked.id ? { ...one, answered } : one,
          ),
          messages: message ? [...before.messages, message] : before.messages,
        }
      : undefined,
  )
  if (message) engine.services.outbox.dispatch(submissions, request.submission)
}

/** Where the case goes: what the move says now, else what it said then, else to the beginning. */
function backOf({ move, back }: AskedMore, { admin }: Journey): string {
  const now = admin.moves.find(({ id }) => id === move)?.more?.back
  return (
    [now, back].find((id) => id !== undefined && Object.hasOwn(admin.statuses, id)) ?? admin.start
  )
}

async function messageOf(
  engine: Engine,
  journey: Journey,
  submission: Submission,
  { move }: AskedMore,
): Promise<OutgoingMessage | undefined> {
  const name = journey.admin.moves.find(({ id }) => id === move)?.more?.answered
  const { account, reference, language: wrote } = submission
  if (name === undefined || account === undefined) return undefined
  const to = await engine.accountValue(account, 'email')
  const language = await languageFor(engine, account, wrote)
  const scope = toldScope(journey, caseScope(engine, journey, submission, language), language)
  const own = { reference, link: engine.moreLink(reference) }
  return to === undefined
    ? undefined
    : outgoingOf(composeWith(engine, scope.world, scope, name, own, []), to, engine.now())
}
