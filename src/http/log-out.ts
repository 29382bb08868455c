import { Hono } from 'hono'
import { beginSession } from '../accounts/begun-session.ts'
import { endSession } from '../accounts/sessions.ts'
import { readPageToken } from '../engine/page-token.ts'
import { drafts } from '../store/records.ts'
import { urls } from '../urls.ts'
import type { App, HttpDeps } from './context.ts'
import { giveCookie } from './session-cookie.ts'

/**
 * Logging out (R-SES-04): a POST with the page's token. It ends the session on the server, deletes its drafts, changes the
 * cookie and asks the browser to forget. Someone whose session is over already is simply logged out.
 */
export function logOutRoutes(deps: HttpDeps): App {
  const app: App = new Hono()
  app.post(urls.logOut, async (c) => {
    const session = c.get('session')
    const token = readPageToken(c.get('body').get('token') ?? undefined, deps.services.secretKey)
    if (token?.session === session.id) {
      await dropDrafts(deps, session.id)
      await endSession(deps.services.store, session.id)
      const { secretKey, now } = deps.services
      giveCookie(c, deps, beginSession(secretKey, now()).token)
    }
    // Also where the session has ended by itself: its pages may still lie in the browser.
    if (token) c.header('Clear-Site-Data', '"cache", "storage"')
    // htmx must load the next page whole: nothing of this one may stay.
    if (c.req.header('hx-request') === 'true') {
      c.header('HX-Redirect', urls.home)
      return c.body(null, 200)
    }
    return c.redirect(urls.home, 303)
  })
  app.get(urls.logOut, (c) => c.redirect(urls.home, 303))
  return app
}

/** Drafts of the session go with it; those of the account stay. */
async function dropDrafts(deps: HttpDeps, session: string): Promise<void> {
  const { store } = deps.services
  for (const id of await store.find(drafts, 'session', session)) await store.remove(drafts, id)
}
