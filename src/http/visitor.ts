import { changeSession, type Session } from '../accounts/sessions.ts'
import type { SessionChange, Visitor } from '../engine/visitor.ts'
import type { Ctx, HttpDeps } from './context.ts'
import { keepBegun } from './keep-begun.ts'
import { renewCookie } from './session-cookie.ts'

export function visitorOf(c: Ctx, session: Session = c.get('session')): Visitor {
  const { id, facts, callers, given, queries, invitations, notices } = session
  return {
    session: id,
    facts,
    callers,
    given,
    queries,
    invitations,
    notices,
    peer: c.get('peer'),
  }
}

/** Makes the session what the engine decided; a step up gets a new id in the cookie (R-SES-02). HEAD changes nothing (R-WEB-22). */
export async function keepSession(
  c: Ctx,
  deps: HttpDeps,
  change: SessionChange | undefined,
): Promise<void> {
  if (!change || c.req.method === 'HEAD') return
  const { renew, end, ...fields } = change
  if (Object.keys(fields).length > 0) {
    await keepBegun(c, deps)
    const { id, facts } = c.get('session')
    // A power cut may cost the notices of who is not signed in, and nothing else.
    const durable = facts.length > 0 || fields.facts !== undefined
    const changed = await changeSession(
      deps.services.store,
      id,
      (session) => ({ ...session, ...fields }),
      { durable },
    )
    if (changed) c.set('session', changed)
  }
  if (renew || end) await renewCookie(c, deps)
}
