import type { MainView } from './page.ts'
import { renderTemplate } from './templates.ts'
import { wordsOf } from './words.ts'

/** A status, and whether the work is done with it. */
export interface StatusTag {
  readonly text: string
  readonly ends: boolean
}

/** Lines of plain text, below a status where it is one. */
export interface ListCell {
  readonly lines: readonly string[]
  readonly tag?: StatusTag
}

export interface ListRow {
  readonly href: string
  /** In the order of the columns; the first leads to the case. */
  readonly cells: readonly ListCell[]
}

export interface AdminListView {
  readonly title: string
  readonly back: string
  readonly url: string
  readonly token: string
  /** Where people are invited, by those who may. */
  readonly invitations?: string
  readonly notices: readonly string[]
  readonly statuses: readonly { readonly value: string; readonly text: string }[]
  /** Empty: all. */
  readonly status: string
  readonly q: string
  /** What is searched, in words; none: there is no search. */
  readonly searches: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly ListRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly newer?: string
  readonly older?: string
}

/** The cases of a journey as a table, with a search. */
export function renderAdminList(view: AdminListView): MainView {
  const cases = view.total === 1 ? '1 request' : `${view.total} requests`
  const isFiltered = view.status !== '' || view.q !== ''
  const count = isFiltered ? `${cases} found` : cases
  const caption = view.pages > 1 ? `${count}, page ${view.page} of ${view.pages}` : count
  const none = isFiltered ? 'No requests were found.' : 'There are no requests yet.'
  return {
    title: view.title,
    mainHtml: renderTemplate('admin/list', {
      ...view,
      caption,
      none,
      isFiltered,
      words: wordsOf('en'),
      errors: [],
    }),
  }
}
