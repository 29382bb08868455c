import { Hono } from 'hono'
import type { App } from '../http/context.ts'
import { urls } from '../urls.ts'
import type { AdminDeps } from './admin-deps.ts'
import { revealCase, sendCaseCopy, showCase } from './case-page.ts'
import { showHome } from './home-page.ts'
import { showInvitations, takeInvite } from './invitations-page.ts'
import { showList, takeSearch } from './list-page.ts'
import { showMove, takeMove } from './move-page.ts'
import { rememberDefinitions } from './remember-definitions.ts'
import { sendFile } from './send-file.ts'
import { forStaff } from './staff.ts'

/** The pages of staff, generated for every journey from its definition. */
export function adminRoutes(given: AdminDeps): App {
  const deps = { ...given, journeyOf: rememberDefinitions(given.journeyOf) }
  const app: App = new Hono()
  const list = urls.adminJourney(':journey')
  const invitations = urls.adminInvitations(':journey')
  const one = urls.adminCase(':journey', ':case')
  const copy = `${list}/:file{[^/]+\\.pdf}`
  const move = urls.adminMove(':journey', ':case', ':move')

  app.get(urls.admin, forStaff(deps, showHome))
  app.get(list, forStaff(deps, showList))
  app.post(list, forStaff(deps, takeSearch))
  app.get(invitations, forStaff(deps, showInvitations))
  app.post(invitations, forStaff(deps, takeInvite))
  app.get(copy, forStaff(deps, sendCaseCopy))
  app.get(one, forStaff(deps, showCase))
  app.post(one, forStaff(deps, revealCase))
  app.get(urls.adminFile(':journey', ':case', ':file'), forStaff(deps, sendFile))
  app.get(move, forStaff(deps, showMove))
  app.post(move, forStaff(deps, takeMove, { holds: true }))

  return app
}
