import { Hono, type MiddlewareHandler } from 'hono'
import type { App, HttpEnv } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import { sendHtml } from '../http/respond.ts'
import type { LoadedJourney } from '../journey/load-journeys.ts'
import { urls } from '../urls.ts'
import { type DevJourney, renderDevHome } from '../views/render-dev-pages.ts'
import type { DevDeps } from './dev-deps.ts'
import { devFrame } from './dev-frame.ts'
import { messageRoutes } from './message-routes.ts'
import { previewRoutes } from './preview/preview-routes.ts'

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/u

/** Development only, for this machine alone: what authors and developers see, and residents never. */
export function devRoutes(deps: DevDeps): App {
  const app: App = new Hono()
  app.use(urls.dev, forThisMachine)
  app.use(`${urls.dev}/*`, forThisMachine)
  app.get(urls.dev, (c) =>
    sendHtml(c, renderDevHome(devFrame(deps), deps.forms.journeys.map(journeyView)), 200),
  )
  app.route('/', messageRoutes(deps))
  app.route('/', previewRoutes(deps))
  return app
}

/** Whoever asks from another machine finds nothing; and nothing of it is kept or found by a search. */
const forThisMachine: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const peer = c.env?.incoming?.socket?.remoteAddress ?? '127.0.0.1'
  if (!LOOPBACK.test(peer)) throw new Refusal(404, 'not from this machine')
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
