import { findAccount } from '../accounts/account.ts'
import { invitedAddressesOf } from '../accounts/invitations.ts'
import type { Submission } from '../answers/draft.ts'
import type { Field } from '../fields/field.ts'
import type { Store } from '../store/store.ts'
import type { ListCell } from '../views/admin-list.ts'
import { momentInWords } from '../views/moment.ts'
import { answerLines } from '../views/sent-words.ts'
import type { Case, Desk } from './find-case.ts'
import { nameOf } from './history.ts'
import { statusTag } from './statuses.ts'

const ENGINE_TITLES: Readonly<Record<string, string>> = {
  reference: 'Reference',
  submittedAt: 'Sent',
  status: 'Status',
  account: 'Login',
}

/** The columns that somebody may see; the reference is the first, since it is what leads to the case. */
export function columnsOf({ journey, rights }: Desk): readonly string[] {
  const others = journey.admin.columns.filter((name) => name !== 'reference' && rights.maySee(name))
  return ['reference', ...others]
}

export function columnTitle(name: string, { journey }: Desk): string {
  const field = journey.fields.get(name)
  return ENGINE_TITLES[name] ?? (field ? fieldTitle(field) : name)
}

/** `your telephone number` as "Telephone number": staff do not fill it in. */
function fieldTitle({ presentation, title }: Field): string {
  const short = (presentation.short ?? title).replace(/^(?:your|the|their) /u, '')
  return `${short.charAt(0).toUpperCase()}${short.slice(1)}`.replace(/ \(optional\)$/u, '')
}

export async function cellOf(
  store: Store,
  name: string,
  about: Case,
  desk: Desk,
): Promise<ListCell> {
  const { submission } = about
  switch (name) {
    case 'reference':
      return { lines: [submission.reference] }
    case 'submittedAt':
      return { lines: [momentInWords(submission.submittedAt, desk.journey.site.timeZone)] }
    case 'status':
      return {
        lines: newAnswers(about, desk),
        tag: statusTag(desk.journey.admin, submission.status, desk.isOverdue(submission)),
      }
    case 'account':
      return { lines: await accountLines(store, submission.account) }
    default:
      return { lines: answerLines(about, name, desk.rights) }
  }
}

/** Said of a case that the person's answers brought back, until staff move it. */
function newAnswers({ submission: { history } }: Case, { journey }: Desk): readonly string[] {
  const last = history.at(-1)
  if (!last || last.by !== undefined || last.move !== undefined) return []
  return [`New answers on ${momentInWords(last.at, journey.site.timeZone)}`]
}

/** The login of a case; and the address that they were invited at, where it is another one. */
export async function loginLines(
  store: Store,
  { journey, account }: Pick<Submission, 'journey' | 'account'>,
): Promise<readonly string[]> {
  const lines = await accountLines(store, account)
  if (account === undefined) return lines
  const invited = await invitedAddressesOf(store, journey, account)
  const others = invited.filter(
    (one) => !lines.some((line) => line.toLowerCase() === one.toLowerCase()),
  )
  return [...lines, ...others.map((one) => `Invited at ${one}`)]
}

/** Name and email address of a login. */
export async function accountLines(
  store: Store,
  id: string | undefined,
): Promise<readonly string[]> {
  const account = id === undefined ? undefined : await findAccount(store, id)
  return account ? [...new Set([nameOf(account), account.email])] : []
}
