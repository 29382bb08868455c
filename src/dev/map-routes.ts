import { Hono } from 'hono'
import type { App, Ctx } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import { sendHtml } from '../http/respond.ts'
import { urls } from '../urls.ts'
import { type MapView, renderMap, renderSource } from '../views/render-map.ts'
import type { DevDeps, Maps } from './dev-deps.ts'
import { devFrame } from './dev-frame.ts'

const journeyOf = (c: Ctx) => c.req.param('journey') ?? ''

/** The map of each journey, and the lines of the files that it names. */
export function mapRoutes(deps: DevDeps): App {
  const app: App = new Hono()
  const frame = devFrame(deps)
  let loading: Promise<Maps> | undefined
  const maps = () => {
    loading ??= deps.loadMaps()
    return loading
  }
  const found = async (journey: string): Promise<MapView> => {
    const view = await (await maps()).map(journey)
    if (!view) throw new Refusal(404, 'no such journey')
    return view
  }

  app.get(urls.devMap(':journey'), async (c) =>
    sendHtml(c, renderMap(frame, await found(journeyOf(c))), 200),
  )
  app.get(urls.devMapImage(':journey'), async (c) => {
    const { svg } = await found(journeyOf(c))
    if (svg === undefined) throw new Refusal(404, 'nothing was drawn')
    return c.body(svg, 200, { 'Content-Type': 'image/svg+xml; charset=UTF-8' })
  })
  app.get(urls.devSourcePath(':journey'), async (c) => {
    const file = c.req.query('file') ?? ''
    const text = (await maps()).source(journeyOf(c), file)
    if (text === undefined) throw new Refusal(404, 'no such file')
    return sendHtml(c, renderSource(frame, file, text, Number(c.req.query('line') ?? 0)), 200)
  })
  return app
}
