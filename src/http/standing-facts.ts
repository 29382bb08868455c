import type { MiddlewareHandler, Next } from 'hono'
import { withStandingFacts } from '../accounts/account-of-fact.ts'
import { changeSession } from '../accounts/sessions.ts'
import type { Ctx, HttpDeps, HttpEnv } from './context.ts'

/**
 * Whoever signed in to an account that has been closed since, or has got another password or lost its phone, is nobody,
 * on every page (R-AUTH-27, R-SES-05, R-SES-07).
 */
export function standingFacts({
  services,
}: Pick<HttpDeps, 'services'>): MiddlewareHandler<HttpEnv> {
  return function dropLapsed(c, next) {
    return c.get('session').facts.length === 0 ? next() : dropFrom(c, next)
  }

  async function dropFrom(c: Ctx, next: Next): Promise<void> {
    const { store } = services
    const session = c.get('session')
    const standing = await withStandingFacts(store, session)
    if (standing === session) return next()
    const { facts } = standing
    // Kept, so that what is read of the session later in this request has them no more either.
    const kept = await changeSession(store, session.id, (stored) => ({ ...stored, facts }))
    c.set('session', kept ?? standing)
    return next()
  }
}
