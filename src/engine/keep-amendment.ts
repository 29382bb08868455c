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
import { isSame } from '../flow/values.ts'
import type { Journey } from '../journey/journey.ts'
import { changeRecord } from '../store/change.ts'
import { submissions } from '../store/records.ts'
import { caseScope, languageFor, toldScope } from './case-scope.ts'
import { composeWith } from './compose-message.ts'
import type { Engine } from './engine.ts'
import { itemIn, type Part, type Turned } from './more-parts.ts'
import type { MoreAt } from './show-more.ts'

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
  const asked = parts.flatMap((part) => {
    const [old, own] = [storedAt(part.place, before.answers), storedAt(part.place, answers)]
    return part.entries.map(({ field: { name } }) => ({
      ...itemIn(part),
      field: name,
      ...(old[name] !== undefined && { before: old[name] }),
      ...(own[name] !== undefined && { after: own[name] }),
    }))
  })
  const shut = [...dropped].flatMap((field): AnswerChange[] => {
    const old = before.answers[field]
    return old === undefined ? [] : [{ field, before: old }]
  })
  return [...asked, ...shut].filter((change) => !isSame(change.before, change.after))
}

/** The path without the steps that the answers shut, and with those that they opened; undefined: it is the same. */
function pathOf(before: readonly string[], { steps, gone }: Turned) {
  const stepOf = (key: string) => key.split('/')[0] ?? key
  const path = before.filter((key) => !gone.has(stepOf(key)))
  for (const { id, after } of steps) {
    const at = path.findLastIndex((key) => stepOf(key) === after)
    if (!path.includes(id)) path.splice(at < 0 ? path.length : at + 1, 0, id)
  }
  return steps.length === 0 && path.length === before.length ? undefined : path
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
