import { urls } from '../urls.ts'
import type { Assets } from './assets.ts'
import { escapeHtml, safeHref } from './markup.ts'
import type { SiteView } from './step-page.ts'
import { renderTemplate } from './templates.ts'
import { type EngineWords, wordsOf } from './words.ts'

/** What stands around a page's own part. */
export interface PageFrame {
  readonly language: string
  readonly site: SiteView
  readonly assets: Pick<Assets, 'css' | 'js' | 'icon'>
  /** htmx asks: only the page's own part is wanted. */
  readonly fragment: boolean
  /** Who is signed in, and the token that the log-out form posts. */
  readonly person?: string
  readonly token?: string
  /** When to warn that they will be logged out; with a script only. */
  readonly sessionEnd?: SessionEnd
}

export interface SessionEnd {
  /** Milliseconds from now to the warning. */
  readonly after: number
  /** It cannot be put off. */
  readonly isFinal: boolean
}

/** The page's own part. */
export interface MainView {
  /** As the h1 has it. */
  readonly title: string
  /** Safe HTML. */
  readonly mainHtml: string
  /** It shows an error summary, which takes the focus. */
  readonly errors?: boolean
}

/** `Error: Question – Service – Council` (WCAG 2.4.2; GOV.UK validation pattern). */
function titleOf(title: string, site: SiteView, words: EngineWords, errors = false): string {
  const whole = [...new Set([title, site.service, site.council])].filter(Boolean).join(' – ')
  return errors ? `${words.errorPrefix}: ${whole}` : whole
}

/** A whole page; or, of a fragment, its title, its main part and who is signed in. */
export function renderPage(frame: PageFrame, main: MainView): string {
  const words = wordsOf(frame.language)
  return renderTemplate(frame.fragment ? 'fragment' : 'layout', {
    ...frame,
    ...main,
    words,
    title: titleOf(main.title, frame.site, words, main.errors),
    homeHref: urls.home,
    logOutHref: urls.logOut,
    stayHref: urls.accountStay,
    phaseHtml: phaseHtmlOf(frame.site, words),
  })
}

function phaseHtmlOf(site: SiteView, words: EngineWords): string {
  const text = escapeHtml(words.phaseText)
  if (!site.feedback) return text
  const href = escapeHtml(safeHref(site.feedback))
  return `${text} <a class="govuk-link" href="${href}">${escapeHtml(words.phaseFeedback)}</a>`
}
