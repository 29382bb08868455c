import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { keyedHash } from '../accounts/secret.ts'
import type { HttpEnv } from './context.ts'

/** Lives and dies with the process: what is stored under it tells nothing of what was posted. */
const key = randomBytes(32)

/** Names a post by all that was in it, secrets too: only the browser that sent it can send it again. */
export function pressMark(c: Context<HttpEnv>): string {
  const agent = c.req.header('user-agent') ?? ''
  return keyedHash(key, 'press', c.req.path, String(c.get('body')), agent)
}
