import { Hono } from 'hono'
import { sentenceIn } from '../answers/sentences.ts'
import { throughJourney } from '../engine/through.ts'
import { urls } from '../urls.ts'
import { type JourneyLink, renderContentPage, renderHome } from '../views/render-pages.ts'
import type { App, Ctx, HttpDeps } from './context.ts'
import { journeyFor, languageOfWords, pageIn, siteFor } from './language.ts'
import { Refusal } from './refusal.ts'
import { foreignIn, frameOf, sendHtml } from './respond.ts'
import { destinationHref } from './step-view.ts'
import { keepSession, visitorOf } from './visitor.ts'

/** Pages that are no journey: the home page, the site's own pages. */
export function pageRoutes(deps: HttpDeps): App {
  const app: App = new Hono()

  app.get(urls.home, async (c) => {
    const { notices } = c.get('session')
    if (notices.length > 0) await keepSession(c, deps, { notices: [] })
    const { language } = siteFor(c, deps)
    const said = notices.map((notice) => sentenceIn(language, notice))
    const frame = frameOf(c, deps)
    const maySignIn = deps.site.signIn !== undefined && frame.person === undefined
    const about = { notices: said, ...(maySignIn && { signIn: urls.account }) }
    return sendHtml(c, renderHome(frame, offered(c, deps, 'home'), about), 200)
  })

  app.get('/pages/:id', (c) => {
    const page = deps.pages.find((one) => one.id === c.req.param('id'))
    if (!page) throw new Refusal(404, 'no such page')
    const { language } = siteFor(c, deps)
    // A page that is not there in the language is in its own, with all that stands around it (WCAG 3.1.1).
    const isTold = page.translations?.has(language) ?? false
    const frame = frameOf(c, deps, isTold ? siteFor(c, deps) : deps.site)
    const { title, html } = pageIn(page, language)
    return sendHtml(c, renderContentPage(frame, { title, contentHtml: html }), 200)
  })

  return app
}

/** Whoever is not signed in goes through the journey that signs people in, and comes back. */
export async function signInFirst(c: Ctx, deps: HttpDeps, href: string): Promise<Response> {
  const { signIn } = deps.site
  if (signIn === undefined) throw new Refusal(404, 'nobody can sign in here')
  const decision = throughJourney(visitorOf(c), { called: signIn, href })
  await keepSession(c, deps, decision.session)
  return c.redirect(decision.is === 'go' ? destinationHref(decision.to) : urls.home, 303)
}

/** Journeys that someone may begin, by where their definition has them listed. */
export function offered(c: Ctx, deps: HttpDeps, where: 'home' | 'account'): readonly JourneyLink[] {
  return [...deps.engine.journeys.values()]
    .filter((journey) => journey.id !== deps.site.signIn && journey.offered === where)
    .map((journey) => {
      const told = journeyFor(c, journey)
      const language = languageOfWords(told, told.title)
      return {
        title: told.title,
        href: urls.journey(journey.id),
        ...foreignIn(language, siteFor(c, deps)),
      }
    })
}
