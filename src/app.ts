import { Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { accountLanguage } from './http/account-language.ts'
import { accountRoutes } from './http/account-routes.ts'
import { notePeer } from './http/client-ip.ts'
import type { App, HttpDeps } from './http/context.ts'
import { errorPages } from './http/errors.ts'
import { gates } from './http/gates.ts'
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
import { rememberMatches } from './http/remembered-matches.ts'
import { requestLog } from './http/request-log.ts'
import { ownHost, sameOrigin } from './http/same-origin.ts'
import { sessionCookie } from './http/session-cookie.ts'
import { standingFacts } from './http/standing-facts.ts'
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
  const app: App = new Hono({ router: rememberMatches(new TrieRouter()) })
  const { onError, notFound } = errorPages(deps)
  app.onError(onError)
  app.notFound(notFound)

  app.use(requestLog(deps))
  app.use(headers(deps.services.origin))
  app.use(methods)
  app.route('/', healthRoutes(more))
  app.route('/', staticRoutes(deps.assets))
  app.use(gates(ownHost(deps.origins)))
  for (const routes of more.plain) app.route('/', routes)
  app.use(gates(notePeer(deps), languageChoice(deps), otherSite(deps), sameOrigin(deps.origins)))
  app.use(readBody(deps))
  app.use(sessionCookie(deps, repeatForTwin))
  app.use(oneAfterAnother(deps))
  app.use(standingFacts(deps))
  app.use(accountLanguage(deps))
  app.route('/', logOutRoutes(deps))
  app.route('/', pageRoutes(deps))
  app.route('/', accountRoutes(deps))
  app.route('/', moreRoutes(deps))
  app.route('/', more.admin)
  app.route('/', journeyRoutes(deps))
  return app
}
