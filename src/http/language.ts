import { generateCookie } from 'hono/cookie'
import type { Journey, Site } from '../journey/journey.ts'
import type { ContentPage } from '../journey/read-page.ts'
import { safePath } from '../urls.ts'
import type { Ctx, HttpDeps } from './context.ts'
import type { Gate } from './gates.ts'
import { redirect } from './headers.ts'

/** Holds the chosen language and nothing else: it outlives the session, so that the next visit begins in it. */
const COOKIE = 'language'
/** Seconds. */
const YEAR = 365 * 24 * 60 * 60
const CHOICE = 'lang'

/**
 * Keeps the language that somebody chose by a link `?lang=cy`, and goes on to the same page without it. Nothing but
 * that link chooses: browsers name languages that nobody asked them to.
 */
export function languageChoice(deps: HttpDeps): Gate {
  const { sites } = deps
  return function chooseLanguage(c) {
    if (sites.size < 2) return undefined
    c.set('language', keptLanguage(c))
    const chosen = c.req.url.includes('?') ? c.req.query(CHOICE) : undefined
    if (c.req.method !== 'GET' || chosen === undefined || !sites.has(chosen)) return undefined
    const cookie = generateCookie(COOKIE, chosen, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: YEAR,
      secure: deps.services.origin.startsWith('https:'),
    })
    c.set('cookie', cookie)
    return redirect(c, withoutChoice(c.req.url))
  }
}

function keptLanguage(c: Ctx): string | undefined {
  return /(?:^|;\s*)language=([a-z]{2,3})(?:;|$)/u.exec(c.req.header('cookie') ?? '')?.[1]
}

function withoutChoice(url: string): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.delete(CHOICE)
  const query = searchParams.toString()
  return query === '' ? safePath(pathname) : safePath(`${pathname}?${query}`)
}

/** The site's words in the language that the person reads. */
export function siteFor(c: Ctx, { site, sites }: Pick<HttpDeps, 'site' | 'sites'>): Site {
  return sites.get(c.get('language') ?? '') ?? site
}

/** The journey in the language that the person reads; where it is not there in that, as it was written. */
export function journeyFor(c: Ctx, journey: Journey): Journey {
  return journey.translations.get(c.get('language') ?? '') ?? journey
}

/** The page in a language; where it is not there in that, as it was written. */
export function pageIn(page: ContentPage, language: string): ContentPage {
  return page.translations?.get(language) ?? page
}

/** In which some words of a journey are: of a translation those that nobody translated are in the author's. */
export function languageOfWords({ language, untranslated }: Journey, words: string): string {
  return untranslated?.words.includes(words) ? untranslated.language : language
}
