import { urls } from '../urls.ts'
import { type PageFrame, renderPage } from './page.ts'
import { renderTemplate } from './templates.ts'
import { type ErrorStatus, wordsOf } from './words.ts'

/** What a page says that stands in for one that cannot be shown. */
export interface ErrorView {
  readonly status: ErrorStatus
  /** What exactly happened, in place of the usual words. */
  readonly title?: string
  /** What it means and what to do, in place of the usual words. */
  readonly lines?: readonly string[]
  /** Finds the log line (R-WEB-21); never a person's data. */
  readonly reference?: string
  readonly contact?: string
  /** Where to go from here; the start page unless given. */
  readonly wayOn?: { readonly label: string; readonly href: string }
}

/** What happened, what it means, what to do, a way on. */
export function renderErrorPage(frame: PageFrame, error: ErrorView): string {
  const words = wordsOf(frame.language)
  const usual = words.errors[error.status]
  const view = {
    lines: usual.lines,
    wayOn: { label: usual.wayOn, href: urls.home },
    ...error,
    title: error.title ?? usual.title,
    words,
  }
  return renderPage(frame, { title: view.title, mainHtml: renderTemplate('error-page', view) })
}

export interface JourneyLink {
  readonly title: string
  /** The language of the title, where that is not the page's. */
  readonly foreign?: string
  readonly href: string
}

/** The journeys on offer; and the way to their own page, for who has one and is not signed in. */
export function renderHome(
  frame: PageFrame,
  journeys: readonly JourneyLink[],
  { notices = [], signIn }: { readonly notices?: readonly string[]; readonly signIn?: string } = {},
): string {
  const words = wordsOf(frame.language)
  const title = frame.site.service
  const view = { title, journeys, none: words.home.none, words, errors: [], notices, signIn }
  return renderPage(frame, { title, mainHtml: renderTemplate('journey-links', view) })
}

/** A page of `_pages`: accessibility statement, privacy, cookies, help. The HTML is rendered Markdown. */
export function renderContentPage(
  frame: PageFrame,
  page: { readonly title: string; readonly contentHtml: string },
): string {
  return renderPage(frame, { title: page.title, mainHtml: renderTemplate('content-page', page) })
}
