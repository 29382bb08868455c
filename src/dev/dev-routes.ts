import { Hono, type MiddlewareHandler } from 'hono'
import type { App, HttpEnv } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import { sendHtml } from '../http/respond.ts'
import type { LoadedJourney } from '../journey/load-journeys.ts'
import { urls } from '../urls.ts'
import { type DevJourney, renderDevHome } from '../views/render-dev-pages.ts'
import { changeRoutes } from './change-routes.ts'
import type { DevDeps } from './dev-deps.ts'
import { devFrame } from './dev-frame.ts'
import { mapRoutes } from './map-routes.ts'
import { messageRoutes } from './message-routes.ts'
import { previewRoutes } from './preview/preview-routes.ts'
import { problemRoutes } from './problem-routes.ts'
import { isThisMachine, peerOf } from './this-machine.ts'

export { createAside } from './aside.ts'

/** Development only, for this machine alone: what authors and developers see, and residents never. */
export function devRoutes(deps: DevDeps): App {
  const app: App = new Hono()
  app.use(urls.dev, forThisMachine)
  app.use(`${urls.dev}/*`, forThisMachine)
  app.get(urls.dev, (c) => {
    const journeys = deps.forms.journeys.map(journeyView)
    return sendHtml(c, renderDevHome(devFrame(deps), journeys, deps.problems.length), 200)
  })
  app.route('/', messageRoutes(deps))
  app.route('/', problemRoutes(deps))
  if (deps.changes) app.route('/', changeRoutes(deps.changes))
  app.route('/', previewRoutes(deps))
  app.route('/', mapRoutes(deps))
  return app
}

/** Whoever asks from another machine finds nothing; and nothing of it is kept or found by a search. */
const forThisMachine: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (!isThisMachine(peerOf(c))) throw new Refusal(404, 'not from this machine')
  await next()
  c.res.headers.set('X-Robots-Tag', 'noindex')
}

function journeyView({ id, status, problems, compiled }: LoadedJourney): DevJourney {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    id,
    title: compiled?.title ?? id,
    isSound: status === 'sound',
    errors,
    warnings: problems.length - errors,
  }
}
