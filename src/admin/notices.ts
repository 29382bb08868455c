import type { Ctx, HttpDeps } from '../http/context.ts'
import { keepSession } from '../http/visitor.ts'

/** What is to be said once, and is then forgotten. */
export async function takeNotices(c: Ctx, deps: HttpDeps): Promise<readonly string[]> {
  const { notices } = c.get('session')
  if (notices.length > 0) await keepSession(c, deps, { notices: [] })
  return notices
}
