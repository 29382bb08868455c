import { Hono } from 'hono'
import { throughJourney } from '../engine/through.ts'
import { submissions } from '../store/records.ts'
import { urls } from '../urls.ts'
import {
  type JourneyLink,
  renderAccount,
  renderContentPage,
  renderHome,
} from '../views/render-pages.ts'
import type { App, HttpDeps } from './context.ts'
import { accountNameOf, accountOf } from './person.ts'
import { Refusal } from './refusal.ts'
import { frameOf, sendHtml } from './respond.ts'
import type { Ctx } from './session-cookie.ts'
import { destinationHref } from './step-view.ts'
import { keepSession, visitorOf } from './visitor.ts'

/** Pages that are no journey: the home page, the site's own pages, a person's own page. */
export function pageRoutes(deps: HttpDeps): App {
  const app: App = new Hono()

  app.get(urls.home, (c) => sendHtml(c, renderHome(frameOf(c, deps), offered(deps)), 200))

  app.get('/pages/:id', (c) => {
    const page = deps.pages.find((one) => one.id === c.req.param('id'))
    if (!page) throw new Refusal(404, 'no such page')
    return sendHtml(
      c,
      renderContentPage(frameOf(c, deps), { title: page.title, contentHtml: page.html }),
      200,
    )
  })

  app.get(urls.account, async (c) => {
    const session = c.get('session')
    const account = accountOf(session)
    if (account === undefined) return signInFirst(c, deps, urls.account)
    const links = await sentBy(deps, account)
    const { notices } = session
    if (notices.length > 0) await keepSession(c, deps, { notices: [] })
    const view = {
      name: accountNameOf(session) ?? '',
      journeys: [...links, ...offered(deps)],
      notices,
    }
    return sendHtml(c, renderAccount(frameOf(c, deps), view), 200)
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

/** Journeys that someone may begin: not those that only serve others. */
function offered(deps: HttpDeps): readonly JourneyLink[] {
  return [...deps.engine.journeys.values()]
    .filter((journey) => journey.id !== deps.site.signIn && Object.keys(journey.takes).length === 0)
    .map((journey) => ({ title: journey.title, href: urls.journey(journey.id) }))
}

/** What the person has sent, with its state in plain words. */
async function sentBy(deps: HttpDeps, account: string): Promise<readonly JourneyLink[]> {
  const links: JourneyLink[] = []
  for (const id of await deps.services.store.find(submissions, 'account', account)) {
    const sent = (await deps.services.store.read(submissions, id))?.value
    const journey = sent && deps.engine.journeys.get(sent.journey)
    if (!sent || !journey || journey.id === deps.site.signIn) continue
    const state = journey.admin.statuses[sent.status]
    const note = `${sent.reference}: ${state?.toResident ?? state?.title ?? sent.status}`
    links.push({ title: journey.title, href: urls.journey(journey.id), note })
  }
  return links
}
