import { type Account, findAccount } from '../accounts/account.ts'
import type { HalfDone, StatusChange } from '../answers/draft.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Store } from '../store/store.ts'
import type { HistoryEntry } from '../views/admin-case.ts'
import { momentInWords } from '../views/moment.ts'
import { plainWords } from '../views/sent-words.ts'
import type { Case, Desk } from './find-case.ts'
import { moreNotes } from './more-notes.ts'
import { statusTitle } from './statuses.ts'

/** What happened to a case, in words, oldest first. What staff wrote is shown only to those who see everything. */
export async function historyOf(
  store: Store,
  about: Case,
  desk: Desk,
): Promise<readonly HistoryEntry[]> {
  const { submission } = about
  const { timeZone } = desk.journey.site
  const sent = { words: `Sent on ${momentInWords(submission.submittedAt, timeZone)}`, notes: [] }
  const moved = submission.history.map(async (change) => {
    const who = await whoIs(store, change.by)
    const title = statusTitle(desk.journey.admin, change.to)
    const label = desk.journey.admin.moves.find(({ id }) => id === change.move)?.label
    const what = whatHappened(change, title, label)
    const words = `${what}, by ${who} on ${momentInWords(change.at, timeZone)}`
    const notes = desk.rights.seesAll ? notesOf(change, desk) : []
    return { words, notes: [...notes, ...moreNotes(about, change, desk.rights)] }
  })
  return [sent, ...(await Promise.all(moved))]
}

function whatHappened(change: StatusChange, title: string, label: string | undefined): string {
  if (change.awaitsSecond)
    return `“${label ?? change.move}” agreed to, waiting for a second member of staff`
  if (change.failed) return `“${label ?? change.move}” tried, ${failedInWords(change.failed)}`
  const isAnswer = change.by === undefined && change.move === undefined
  return isAnswer ? `Questions answered, now ${title}` : title
}

function failedInWords({ at, done }: HalfDone): string {
  const named = (action: string) => `“${action.replaceAll('-', ' ')}”`
  if (done.length === 0) return `failed at ${named(at)}`
  return `failed at ${named(at)} after ${done.map(named).join(', ')} ${done.length > 1 ? 'were' : 'was'} done`
}

/** A person by their login: name, else email address. */
export function nameOf({ firstName, surname, email }: Account): string {
  return `${firstName} ${surname}`.trim() || email
}

async function whoIs(store: Store, id: string | undefined): Promise<string> {
  if (id === undefined) return 'the person'
  const account = await findAccount(store, id)
  return account ? nameOf(account) : 'someone who has no login any more'
}

function notesOf({ move, asked }: StatusChange, { journey }: Desk): HistoryEntry['notes'] {
  const fields = journey.admin.moves.find(({ id }) => id === move)?.asks ?? []
  return Object.entries(asked ?? {}).map(([name, value]) => {
    const field = fields.find((one) => one.name === name)
    if (!field) return { title: name, lines: [plainWords(value)] }
    const lines = kindOf(field.kind).summarise(field, value, { language: 'en' })
    return { title: field.title, lines }
  })
}
