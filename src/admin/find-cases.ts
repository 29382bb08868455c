import { findAccountByEmail } from '../accounts/account.ts'
import type { Submission } from '../answers/draft.ts'
import { submissions } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { answerLines } from '../views/sent-words.ts'
import type { AdminDeps } from './admin-deps.ts'
import { type Case, caseOf, type Desk } from './find-case.ts'
import type { ListQuery } from './list-query.ts'

const PAGE = 50

export interface FoundCases {
  /** Those of the page, newest first. */
  readonly cases: readonly Case[]
  readonly total: number
  /** At least 1. */
  readonly pages: number
}

/** A page of the cases that are wanted, newest first. Without a search only the page itself is read. */
export async function findCases(
  deps: AdminDeps,
  desk: Desk,
  query: ListQuery,
): Promise<FoundCases> {
  const { store } = deps.services
  const ids = [...(await idsOf(store, desk, query))].reverse()
  const found = query.q === '' ? ids : await searched(deps, desk, query.q, ids)
  const from = (query.page - 1) * PAGE
  const cases: Case[] = []
  for (const id of found.slice(from, from + PAGE)) {
    const submission = (await store.read(submissions, id))?.value
    if (submission) cases.push(await caseOf(deps, desk.journey, submission))
  }
  return { cases, total: found.length, pages: Math.max(1, Math.ceil(found.length / PAGE)) }
}

/** How many cases a journey has that are not at an end. */
export async function countOpen(
  store: Store,
  { journey }: Pick<Desk, 'journey' | 'rights'>,
): Promise<number> {
  let open = (await store.find(submissions, 'journey', journey.id)).length
  for (const [status, { ends }] of Object.entries(journey.admin.statuses))
    if (ends) open -= (await store.find(submissions, 'status', `${journey.id}|${status}`)).length
  return open
}

function idsOf(store: Store, { journey }: Desk, { status }: ListQuery): Promise<readonly string[]> {
  return status === undefined
    ? store.find(submissions, 'journey', journey.id)
    : store.find(submissions, 'status', `${journey.id}|${status}`)
}

async function searched(
  deps: AdminDeps,
  desk: Desk,
  q: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { store } = deps.services
  // What somebody may not see they cannot find by either (R-ACL-03).
  const names = desk.journey.admin.search.filter(
    (name) => desk.rights.maySee(name) && !desk.rights.isMasked(name),
  )
  const account = names.includes('account') ? (await findAccountByEmail(store, q))?.id : undefined
  const found: string[] = []
  for (const id of ids) {
    const submission = (await store.read(submissions, id))?.value
    if (!submission) continue
    const isTheirs = account !== undefined && submission.account === account
    if (isTheirs || (await isMatch(deps, desk, submission, names, q))) found.push(id)
  }
  return found
}

async function isMatch(
  deps: AdminDeps,
  desk: Desk,
  submission: Submission,
  names: readonly string[],
  q: string,
): Promise<boolean> {
  if (names.includes('reference') && referenceKey(submission.reference) === referenceKey(q))
    return true
  const about = await caseOf(deps, desk.journey, submission)
  return isSaid(
    names.flatMap((name) => answerLines(about, name, desk.rights)),
    q,
  )
}

/** Whether one of these lines holds what is looked for, whatever the case of its letters. */
export function isSaid(lines: readonly string[], q: string): boolean {
  const wanted = foldCase(q)
  return lines.some((line) => foldCase(line).includes(wanted))
}

function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

/** A reference is the same with and without its hyphen, in small letters too. */
function referenceKey(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/gu, '')
}
