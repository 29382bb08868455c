import { isEndFinal, type Session } from '../accounts/sessions.ts'
import { urls } from '../urls.ts'
import type { SessionEnd } from '../views/page.ts'
import type { App, HttpDeps } from './context.ts'
import { accountOf } from './person.ts'

/** How long before the end somebody is warned: milliseconds (WCAG 2.2.1). */
const WARNING = 2 * 60_000
/** The longest that a browser's timer can wait: the page is another one by then. */
const NEVER = 2_147_483_647

/** When a page is to warn of the session's end, and whether that can be put off. */
export function sessionEnd(session: Session, now: number): SessionEnd {
  return { after: Math.max(0, session.expiresAt - WARNING - now), isFinal: isEndFinal(session) }
}

/** Asked by a page whose reader stays: the request itself is the sign of life. Answers when to warn again, in milliseconds. */
export function addStayRoute(app: App, { services }: HttpDeps): void {
  app.get(urls.accountStay, (c) => {
    const session = c.get('session')
    const { after } = sessionEnd(session, services.now())
    return c.text(String(accountOf(session) === undefined || after === 0 ? NEVER : after))
  })
}
