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
  readonly assets: Pick<Assets, 'css' | 'js' | 'icon' | 'reload'>
  /** htmx asks: only the page's own part is wanted. */
  readonly fragment: boolean
  /** Who is signed in, and the token that the log-out form posts. */
  readonly person?: string
  readonly token?: string
  /** They work on requests. */
  readonly isStaff?: boolean
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
  /** What development adds below the page's own part. Safe HTML. */
  readonly asideHtml?: string
  /** What stands in it where each person's own token is to stand. */
  readonly slot?: string
}

/** `Error: Question – Service – Council` (WCAG 2.4.2; GOV.UK validation pattern). */
function titleOf(title: string, site: SiteView, words: EngineWords, errors = false): string {
  const whole = [...new Set([title, site.service, site.council])].filter(Boolean).join(' – ')
  return errors ? `${words.errorPrefix}: ${whole}` : whole
}

interface KnownPage {
  readonly frame: PageFrame
  /** Between them stands the token. */
  readonly parts: readonly string[]
}

/** Main part → the pages that were made of it for those who are not signed in: the same for the same part and frame. */
const pages = new WeakMap<MainView, readonly KnownPage[]>()

/** How many frames are kept of one main part: whole and fragment, in two languages. */
const MOST_FRAMES = 4

/** A whole page; or, of a fragment, its title, its main part and who is signed in. `token`: what fills the main part's slot. */
export function renderPage(frame: PageFrame, main: MainView, token = ''): string {
  return partsOf(frame, main).join(escapeHtml(token))
}

function partsOf(frame: PageFrame, main: MainView): readonly string[] {
  // Who is signed in sees when the session ends: that is never the same again.
  if (frame.person !== undefined) return renderParts(frame, main)
  const known = pages.get(main) ?? []
  const same = known.find((one) => isSameFrame(one.frame, frame))
  if (same) return same.parts
  const parts = renderParts(frame, main)
  pages.set(main, [{ frame, parts }, ...known.slice(0, MOST_FRAMES - 1)])
  return parts
}

function renderParts(frame: PageFrame, main: MainView): readonly string[] {
  const html = renderPageAnew(frame, main)
  return main.slot === undefined ? [html] : html.split(main.slot)
}

function isSameFrame(one: PageFrame, other: PageFrame): boolean {
  return (
    one.site === other.site &&
    one.language === other.language &&
    one.assets === other.assets &&
    one.fragment === other.fragment
  )
}

function renderPageAnew(frame: PageFrame, main: MainView): string {
  const words = wordsOf(frame.language)
  const title = titleOf(main.title, frame.site, words, main.errors)
  const { account: accountHref, admin: adminHref, logOut: logOutHref, accountStay: stayHref } = urls
  const hrefs = { accountHref, adminHref, logOutHref, stayHref }
  const view = { ...frame, ...main, words, title, ...hrefs }
  if (frame.fragment) return renderTemplate('fragment', view)
  const [start, head, header, end] = aroundOf(frame)
  const personHtml = renderTemplate('parts/person', view)
  const mainPartHtml = renderTemplate('parts/main', view)
  return start + escapeHtml(title) + head + personHtml + header + mainPartHtml + end
}

/** What stands before, between and after the title, the person and the main part. */
type Around = readonly [string, string, string, string]

/** Site → its surroundings, by language and files: they are put together once. */
const arounds = new WeakMap<SiteView, Map<string, Around>>()

function aroundOf(frame: PageFrame): Around {
  const { language, site, assets } = frame
  const key = [language, assets.css, assets.js, assets.icon, assets.reload?.revision].join(' ')
  const ofSite = arounds.get(site) ?? new Map<string, Around>()
  arounds.set(site, ofSite)
  const known = ofSite.get(key)
  if (known) return known
  const made = renderAround(frame)
  ofSite.set(key, made)
  return made
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']

/** Marks a place in the layout that is filled for each page. */
const SLOT = '\u0000'

function renderAround({ language, site, assets }: PageFrame): Around {
  const words = wordsOf(language)
  const layout = renderTemplate('layout', {
    language,
    isRightToLeft: RIGHT_TO_LEFT.includes(language.slice(0, 2)),
    site,
    assets,
    words,
    titleHtml: SLOT,
    personHtml: SLOT,
    mainPartHtml: SLOT,
    homeHref: urls.home,
    phaseHtml: phaseHtmlOf(site, words),
  })
  const [start = '', head = '', header = '', end, ...more] = layout.split(SLOT)
  if (end === undefined || more.length > 0) throw new Error('the layout has other slots')
  return [start, head, header, end]
}

function phaseHtmlOf(site: SiteView, words: EngineWords): string {
  const text = escapeHtml(words.phaseText)
  if (!site.feedback) return text
  const href = escapeHtml(safeHref(site.feedback))
  return `${text} <a class="govuk-link" href="${href}">${escapeHtml(words.phaseFeedback)}</a>`
}
