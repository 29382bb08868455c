import { Hono } from 'hono'
import type { Decision } from '../engine/decision.ts'
import { readPageToken } from '../engine/page-token.ts'
import { chooseDraft } from '../engine/passage.ts'
import { press } from '../engine/press.ts'
import { queryFor, show } from '../engine/show.ts'
import { startAgain } from '../engine/start-again.ts'
import type { Journey } from '../journey/journey.ts'
import { urls } from '../urls.ts'
import { renderChoice } from '../views/render-choice.ts'
import type { App, Ctx, HttpDeps } from './context.ts'
import { redirect } from './headers.ts'
import { mainOf } from './main-of.ts'
import { takeInvitation } from './open-invitation.ts'
import { sendDraftFile } from './own-file.ts'
import { Refusal } from './refusal.ts'
import { requireJourney } from './require-journey.ts'
import { sendPage, siteView } from './respond.ts'
import { sendPdf } from './send-pdf.ts'
import { copyOf, sentFrom } from './sent-requests.ts'
import { cameFrom, destinationHref } from './step-view.ts'
import { keepSession, visitorOf } from './visitor.ts'

/** The residents' pages: every journey, every step. */
export function journeyRoutes(deps: HttpDeps): App {
  const { engine } = deps
  const app: App = new Hono()

  app.get('/:journey', async (c) => {
    const journey = requireJourney(c, deps, c.req.param('journey'))
    const opened = await takeInvitation(c, deps, journey)
    if (opened) return opened
    await keepQuery(c, deps, journey)
    return respond(c, deps, await show(engine, { journey, visitor: visitorOf(c) }))
  })

  app.post('/:journey', async (c) => {
    const journey = requireJourney(c, deps, c.req.param('journey'))
    requireToken(c, deps)
    const choice = c.get('body').get('choice')
    if (choice === 'new' || choice === 'saved')
      await chooseDraft(engine, journey, visitorOf(c), choice)
    else if (c.get('body').has('again')) await startAgain(engine, journey, visitorOf(c))
    return c.redirect(urls.journey(journey.id), 303)
  })

  app.get(urls.copy(':journey'), async (c) => {
    const journey = requireJourney(c, deps, c.req.param('journey') ?? '')
    const found = await sentFrom(c, deps, journey)
    if (!found) throw new Refusal(404, 'nothing that they have just sent')
    const copy = await copyOf(c, deps, found)
    return sendPdf(c, copy, `${journey.id}-${copy.reference}`)
  })
  app.get(urls.draftFile(':journey', ':step', ':file'), (c) => {
    const journey = requireJourney(c, deps, c.req.param('journey') ?? '')
    return sendDraftFile(c, deps, journey, c.req.param('file') ?? '')
  })
  app.get('/:journey/:step', (c) => showPlace(c, c.req.param('step')))
  app.post('/:journey/:step', (c) => pressPlace(c, c.req.param('step')))
  app.get('/:journey/:step/:item', (c) =>
    showPlace(c, `${c.req.param('step')}/${c.req.param('item')}`),
  )
  app.post('/:journey/:step/:item', (c) =>
    pressPlace(c, `${c.req.param('step')}/${c.req.param('item')}`),
  )

  async function showPlace(c: Ctx, key: string): Promise<Response> {
    const journey = requireJourney(c, deps, c.req.param('journey') ?? '')
    await keepQuery(c, deps, journey)
    return respond(c, deps, await show(engine, { journey, key, visitor: visitorOf(c) }))
  }

  async function pressPlace(c: Ctx, key: string): Promise<Response> {
    const journey = requireJourney(c, deps, c.req.param('journey') ?? '')
    const isPoll = c.req.header('footpath-poll') !== undefined
    const decision = await press(engine, {
      journey,
      key,
      visitor: visitorOf(c),
      body: c.get('body'),
      uploads: c.get('uploads') ?? new Map(),
      isPoll,
    })
    return respond(c, deps, decision)
  }

  return app
}

async function respond(c: Ctx, deps: HttpDeps, decision: Decision): Promise<Response> {
  if (decision.did) c.set('did', decision.did)
  await keepSession(c, deps, decision.session)
  switch (decision.is) {
    case 'not-found':
      throw new Refusal(404, 'no such step')
    case 'waiting':
      return c.body(null, 204)
    case 'go':
      return redirect(c, destinationHref(decision.to))
    case 'choose': {
      const { journey, token } = decision
      return sendPage(
        c,
        deps,
        renderChoice({
          language: journey.language,
          title: journey.title,
          url: urls.journey(journey.id),
          token,
        }),
        200,
        journey.site,
      )
    }
    case 'show': {
      const { page } = decision
      const { site } = page.journey
      const from = cameFrom(page.journey, c.get('session').callers)
      const main = mainOf(page, siteView(site, deps), from)
      const shown = deps.asideOf ? { ...main, asideHtml: deps.asideOf(page, c.get('peer')) } : main
      return sendPage(c, deps, shown, decision.status, site, page.token)
    }
  }
}

/** What the address brought for a `prefill` is kept with the session, so that it outlives the way to its step. */
async function keepQuery(c: Ctx, deps: HttpDeps, journey: Journey): Promise<void> {
  const at = c.req.url.indexOf('?')
  if (at < 0) return
  const found = queryFor(journey, new URLSearchParams(c.req.url.slice(at)))
  if (Object.keys(found).length === 0) return
  const { queries } = c.get('session')
  await keepSession(c, deps, {
    queries: { ...queries, [journey.id]: { ...queries[journey.id], ...found } },
  })
}

/** Forms that are no steps: the token must be of this very session. */
export function requireToken(c: Ctx, deps: HttpDeps): void {
  const { services } = deps
  const text = c.get('body').get('page') ?? c.get('body').get('token') ?? undefined
  const token = readPageToken(text, services.secretKey)
  if (token?.session !== c.get('session').id) throw new Refusal(403, 'a token of another session')
}
