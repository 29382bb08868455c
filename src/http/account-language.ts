import type { MiddlewareHandler, Next } from 'hono'
import { findAccount, setLanguage } from '../accounts/account.ts'
import { changeSession, type Session } from '../accounts/sessions.ts'
import type { Ctx, HttpDeps, HttpEnv } from './context.ts'
import { accountOf } from './person.ts'

/**
 * Keeps the language that somebody reads with their account, so that they are written to in it later; and shows their pages
 * in it in a browser in which they have chosen none. What was chosen in this browser wins. The session remembers what the
 * account says, so that it is asked once.
 */
export function accountLanguage(deps: HttpDeps): MiddlewareHandler<HttpEnv> {
  return function keepWithAccount(c, next) {
    const account = accountOf(c.get('session'))
    const isKept = deps.sites.size > 1 && account !== undefined && c.req.method !== 'HEAD'
    return isKept ? keep(c, next, account) : next()
  }

  async function keep(c: Ctx, next: Next, account: string): Promise<void> {
    c.set('language', await languageOf(c, deps, account))
    return next()
  }
}

/** In which the person reads now. */
async function languageOf(c: Ctx, deps: HttpDeps, account: string): Promise<string> {
  const { store } = deps.services
  const { reads } = c.get('session')
  const known = reads?.account === account ? reads.language : undefined
  const chosen = c.get('language')
  if (chosen === undefined || !deps.sites.has(chosen)) {
    if (known !== undefined) return known
    const language = (await findAccount(store, account))?.language ?? deps.site.language
    await remember(c, deps, { account, language })
    return language
  }
  if (known !== chosen) {
    await setLanguage(store, account, chosen)
    await remember(c, deps, { account, language: chosen })
  }
  return chosen
}

async function remember(c: Ctx, deps: HttpDeps, reads: Session['reads'] & object): Promise<void> {
  const { id } = c.get('session')
  const changed = await changeSession(deps.services.store, id, (session) => ({ ...session, reads }))
  if (changed) c.set('session', changed)
}
