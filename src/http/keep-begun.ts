import { keepBegunSession } from '../accounts/begun-session.ts'
import { readPeer } from '../accounts/peer.ts'
import { readPageToken } from '../engine/page-token.ts'
import type { Ctx, HttpDeps } from './context.ts'
import { Refusal } from './refusal.ts'

/** So many sessions are kept for one network address in so many milliseconds: a library is one, a script is too. */
const MOST = 300
const WITHIN = 10 * 60_000
/** How many addresses are counted at once; beyond that the oldest is forgotten. */
const COUNTED = 20_000

const counts = new Map<string, { since: number; count: number }>()

/** What is to be remembered of a session that is in its cookie only makes a record of it: a bounded number of them. */
export async function keepBegun(c: Ctx, deps: HttpDeps): Promise<void> {
  if (!c.get('isBegun')) return
  const { store, now, development } = deps.services
  const peer = readPeer(c.get('peer'))
  if (!(development && peer.isLoopback) && !mayKeep(peer.address, now()))
    throw new Refusal(429, 'too many sessions of one network address')
  await keepBegunSession(store, c.get('session'), now())
  c.set('isBegun', false)
}

/** Whether a post brings a page that was made for this very session. */
export function bringsOwnPage(c: Ctx, deps: HttpDeps): boolean {
  const text = c.get('body').get('page') ?? c.get('body').get('token') ?? undefined
  return readPageToken(text, deps.services.secretKey)?.session === c.get('session').id
}

function mayKeep(address: string, now: number): boolean {
  const before = counts.get(address)
  const counted = before && before.since + WITHIN > now ? before : { since: now, count: 0 }
  counts.delete(address)
  counts.set(address, { ...counted, count: counted.count + 1 })
  const [oldest] = counts.keys()
  if (counts.size > COUNTED && oldest !== undefined) counts.delete(oldest)
  return counted.count < MOST
}
