import type { StatusTag } from './admin-list.ts'
import type { MainView } from './page.ts'
import type { SummarySection } from './step-page.ts'
import { renderTemplate } from './templates.ts'
import { wordsOf } from './words.ts'

/** Something that happened to a case, and what was written about it. */
export interface HistoryEntry {
  readonly words: string
  readonly notes: readonly { readonly title: string; readonly lines: readonly string[] }[]
}

export interface AdminCaseView {
  readonly title: string
  readonly caption: string
  readonly back: { readonly href: string; readonly text: string }
  readonly notices: readonly string[]
  readonly reference: string
  readonly tag: StatusTag
  readonly sent: string
  /** By when staff are to move it on. */
  readonly due?: string
  /** Name and address of the login that sent it; none: no login, or not to be seen. */
  readonly login: readonly string[]
  /** Where a copy of it is downloaded from. */
  readonly copy: string
  readonly sections: readonly SummarySection[]
  /** Oldest first. */
  readonly history: readonly HistoryEntry[]
  readonly moves: readonly { readonly label: string; readonly href: string }[]
  readonly errors: readonly { readonly control?: string; readonly text: string }[]
  /** Some answers are masked, and may be shown to whoever says why. */
  readonly reveal?: { readonly url: string; readonly token: string }
}

/** A case: how it stands, what can be done, what was sent, what happened. */
export function renderAdminCase(view: AdminCaseView): MainView {
  const words = wordsOf('en')
  return {
    title: view.title,
    mainHtml: renderTemplate('admin/case', { ...view, words, heading: view.title }),
    errors: view.errors.length > 0,
  }
}
