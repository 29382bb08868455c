import { Hono } from 'hono'
import { kindOf } from '../../fields/kinds.ts'
import type { App, Ctx } from '../../http/context.ts'
import { redirect } from '../../http/headers.ts'
import { limitBody } from '../../http/read-body.ts'
import { Refusal } from '../../http/refusal.ts'
import { sendHtml, siteView } from '../../http/respond.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import { urls } from '../../urls.ts'
import { renderPage } from '../../views/page.ts'
import { renderPreviewList, renderPreviewNote } from '../../views/render-dev-pages.ts'
import { renderStepMain } from '../../views/render-step.ts'
import type { DevDeps } from '../dev-deps.ts'
import { devFrame } from '../dev-frame.ts'
import { type Gallery, galleryOf, hrefOf, type Picture } from './gallery.ts'
import { pageInPreview } from './page-in-preview.ts'
import { showState } from './show-state.ts'
import type { State, Texts } from './state.ts'

const STATE = '/dev/:journey/preview/:language/:step/:state'

/** Every step of a journey in every state, each at its own address. Nothing that is real is read, kept or run. */
export function previewRoutes(deps: DevDeps): App {
  const app: App = new Hono()

  app.get('/dev/:journey/preview', (c) => {
    const { journey, steps } = gallery(c)
    return sendHtml(c, renderPreviewList(devFrame(deps), journey, steps), 200)
  })
  app.get('/dev/:journey/preview/:language/:step', (c) => {
    const { pictures } = gallery(c)
    const first = pictures.find(({ step }) => step.id === c.req.param('step'))
    if (!first) throw new Refusal(404, 'no such step')
    return redirect(c, hrefOf(gallery(c).journey, languageOf(c), first))
  })
  app.get(STATE, (c) => {
    const { journey } = gallery(c)
    const chosen = c.req.query('lang')
    const picture = pictureOf(c)
    if (chosen !== undefined) return redirect(c, hrefOf(journey, chosen, picture))
    return show(c, picture, picture.state)
  })
  app.post(STATE, limitBody, async (c) => {
    const picture = pictureOf(c)
    const texts = textsOf(new URLSearchParams(await c.req.text()), picture.step)
    return show(c, picture, { ...picture.state, over: { is: 'posted', texts } })
  })

  function gallery(c: Ctx): Gallery {
    const id = c.req.param('journey') ?? ''
    const journey = deps.engine.journeys.get(id)
    const loaded = deps.forms.journeys.find((one) => one.id === id)
    if (!journey || !loaded) throw new Refusal(404, 'no such journey')
    return galleryOf(deps.engine, journey, loaded.marks)
  }

  function pictureOf(c: Ctx): Picture {
    const picture = gallery(c).pictures.find(
      ({ step, state }) => step.id === c.req.param('step') && state.id === c.req.param('state'),
    )
    if (!picture) throw new Refusal(404, 'no such state')
    return picture
  }

  function show(c: Ctx, picture: Picture, state: State): Response {
    const { journey, setting, pictures } = gallery(c)
    const language = languageOf(c)
    const told = toldIn(journey, language)
    const step = told.steps.find(({ id }) => id === picture.step.id)
    if (!step) throw new Refusal(404, 'no such step')
    const site = siteView(told.site, deps)
    const shown = showState(setting, told, step, state)
    const at = pictures.indexOf(picture)
    const [before, after] = [pictures[at - 1], pictures[at + 1]]
    const hrefTo = (one: Picture) => hrefOf(journey, language, one)
    const asideHtml = renderPreviewNote({
      step: step.id,
      what: picture.state.what,
      at: picture.at,
      all: `${urls.devPreview(journey.id)}#step-${step.id}`,
      ...(before && { before: hrefTo(before) }),
      ...(after && { after: hrefTo(after) }),
    })
    const main = renderStepMain(pageInPreview(shown, site, language, hrefTo(picture)))
    const frame = { ...devFrame(deps), language: told.language, site }
    const status = c.req.method === 'POST' && shown.errors.length > 0 ? 422 : 200
    return sendHtml(c, renderPage(frame, { ...main, asideHtml }), status)
  }

  function languageOf(c: Ctx): string {
    return c.req.param('language') ?? ''
  }

  return app
}

function toldIn(journey: Journey, language: string): Journey {
  const told = language === journey.language ? journey : journey.translations.get(language)
  if (!told) throw new Refusal(404, 'not in this language')
  return told
}

/** The boxes of the step, of all that was posted. */
function textsOf(body: URLSearchParams, step: Step): Texts {
  const names = step.entries.flatMap((entry) =>
    entry.is === 'field' ? kindOf(entry.field.kind).controls(entry.field, entry.field.name) : [],
  )
  return Object.fromEntries(
    names.flatMap((name) => (body.has(name) ? [[name, body.getAll(name)]] : [])),
  )
}
