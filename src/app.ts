import { Hono } from 'hono'
import { accountLanguage } from './http/account-language.ts'
import { accountRoutes } from './http/account-routes.ts'
import { createClientIp } from './http/client-ip.ts'
import type { App, HttpDeps } from './http/context.ts'
import { errorPages } from './http/errors.ts'
import { headers } from './http/headers.ts'
import { healthRoutes } from './http/health-routes.ts'
import { journeyRoutes } from './http/journey-routes.ts'
import { languageChoice } from './http/language.ts'
import { logOutRoutes } from './http/log-out.ts'
import { methods } from './http/methods.ts'
import { moreRoutes } from './http/more-routes.ts'
import { otherSite } from './http/other-site.ts'
import { pageRoutes } from './http/page-routes.ts'
import { readBody } from './http/read-body.ts'
import { requestLog } from './http/request-log.ts'
import { ownHost, sameOrigin } from './http/same-origin.ts'
import { sessionCookie } from './http/session-cookie.ts'
import { staticRoutes } from './http/static-routes.ts'
import { oneAfterAnother, repeatForTwin } from './http/twin-press.ts'

/** Routes that main adds: those without a session (callbacks, messages of development), and the admin with one. */
export interface MoreRoutes {
  readonly plain: readonly App[]
  readonly admin: App
  readonly isReady: () => boolean
}

/** The whole service, as a list: what a request passes, in order. */
export function createApp(deps: HttpDeps, more: MoreRoutes): App {
  const app: App = new Hono()
  const { onError, notFound } = errorPages(deps)
  const clientIp = createClientIp(deps.trustedProxies)
  app.onError(onError)
  app.notFound(notFound)

  app.use(requestLog(deps))
  app.use(headers(deps.services.origin))
  app.use(methods)
  app.route('/', healthRoutes(more))
  app.route('/', staticRoutes(deps.assets))
  app.use(ownHost(deps.origins))
  for (const routes of more.plain) app.route('/', routes)
  app.use(async (c, next) => {
    const peer = c.env?.incoming?.socket?.remoteAddress ?? '127.0.0.1'
    c.set('peer', clientIp(peer, c.req.header('x-forwarded-for')))
    await next()
  })
  app.use(languageChoice(deps))
  app.use(otherSite(deps))
  app.use(sameOrigin(deps.origins))
  app.use(readBody)
  app.use(sessionCookie(deps, repeatForTwin))
  app.use(oneAfterAnother(deps))
  app.use(accountLanguage(deps))
  app.route('/', logOutRoutes(deps))
  app.route('/', pageRoutes(deps))
  app.route('/', accountRoutes(deps))
  app.route('/', moreRoutes(deps))
  app.route('/', more.admin)
  app.route('/', journeyRoutes(deps))
  return app
}
