import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isStaff } from '../accounts/sessions.ts'
import { writePageToken } from '../engine/page-token.ts'
import type { Site } from '../journey/journey.ts'
import { urls } from '../urls.ts'
import type { ThemeView } from '../views/assets.ts'
import { type MainView, type PageFrame, renderPage } from '../views/page.ts'
import type { SiteView } from '../views/step-page.ts'
import type { Ctx, HttpDeps } from './context.ts'
import { wholeResponse } from './headers.ts'
import { pageIn, siteFor } from './language.ts'
import { METHODS } from './methods.ts'
import { accountNameOf } from './person.ts'
import { sessionEnd } from './session-end.ts'

/** htmx wants only the page's own part; but a page that it fetches again for Back is wanted whole. */
export function wantsFragment(c: Ctx): boolean {
  return (
    c.req.header('hx-request') === 'true' && c.req.header('hx-history-restore-request') !== 'true'
  )
}

const siteViews = new WeakMap<Site, SiteView>()

/** Made once for each site. */
export function siteView(site: Site, deps: Pick<HttpDeps, 'pages' | 'assets'>): SiteView {
  const known = siteViews.get(site)
  if (known) return known
  const made = makeSiteView(site, deps)
  siteViews.set(site, made)
  return made
}

function makeSiteView(site: Site, deps: Pick<HttpDeps, 'pages' | 'assets'>): SiteView {
  const theme = site.theme && deps.assets.themes.get(site.theme.name)
  const footer = site.pages.flatMap((id) => {
    const page = deps.pages.find((one) => one.id === id)
    if (!page) return []
    const { title, language } = pageIn(page, site.language)
    return [{ label: title, href: urls.page(id), ...foreignIn(language, site) }]
  })
  return {
    service: site.service,
    council: site.council,
    ...(site.foreign && { foreign: site.foreign }),
    footer: [...footer, ...(site.theme?.links ?? [])],
    ...(theme && { theme: withWords(theme, site) }),
    otherLanguages: site.languages
      .filter((language) => language !== site.language)
      .map((language) => ({ language, name: nameOfLanguage(language) })),
    ...(site.phase && { phase: site.phase }),
    ...(site.feedback && { feedback: site.feedback }),
  }
}

/** The language of words, where it is not that of the page around them (WCAG 3.1.2). */
export function foreignIn(
  language: string,
  page: Pick<Site, 'language'>,
): { readonly foreign?: string } {
  return language === page.language ? {} : { foreign: language }
}

/** The words in a logo are in the language of the site. */
function withWords({ logo, ...theme }: ThemeView, { theme: told }: Site): ThemeView {
  const alt = told?.logo?.alt
  return { ...theme, ...(logo && { logo: { ...logo, ...(alt !== undefined && { alt }) } }) }
}

/** What a language calls itself: "Cymraeg". */
function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** What stands around every page. */
export function frameOf(c: Ctx, deps: HttpDeps, site: Site = siteFor(c, deps)): PageFrame {
  const session = c.get('session')
  const person = session && accountNameOf(session)
  return {
    language: site.language,
    site: siteView(site, deps),
    assets: deps.assets,
    fragment: wantsFragment(c),
    ...(person !== undefined && {
      person,
      isStaff: isStaff(session),
      token: sessionToken(deps, session.id),
      sessionEnd: sessionEnd(session, deps.services.now()),
    }),
  }
}

/** The token of forms that belong to the session alone: logging out, the admin. */
export function sessionToken(deps: Pick<HttpDeps, 'services'>, session: string): string {
  return writePageToken({ session, draft: '', press: 0, place: 'session' }, deps.services.secretKey)
}

export function sendPage(
  c: Ctx,
  deps: HttpDeps,
  main: MainView,
  status: ContentfulStatusCode = 200,
  site?: Site,
  token?: string,
): Response {
  return sendHtml(c, renderPage(frameOf(c, deps, site), main, token), status)
}

/** Seconds after which it is worth trying again (R-AUTH-23). */
const RETRY_AFTER = 60

/** A 422 may be kept for Back, and adds no entry to the history; all else is for one showing (R-WEB-06). */
export function sendHtml(c: Ctx, html: string, status: ContentfulStatusCode): Response {
  return wholeResponse(c, html, status, {
    'Content-Type': 'text/html; charset=UTF-8',
    Vary: 'HX-Request',
    ...(status === 422 && { 'Cache-Control': 'private, no-cache' }),
    ...((status === 422 || status === 409 || status === 503) && { 'HX-Push-Url': 'false' }),
    ...(status === 405 && { Allow: METHODS }),
    ...((status === 429 || status === 503) && { 'Retry-After': String(RETRY_AFTER) }),
  })
}
