import { readPeer } from '../accounts/peer.ts'

const HOUR = 60 * 60_000
const MB = 1024 * 1024

/** What may be uploaded in an hour: bytes (R-WEB-23). A library or an office is one network address. */
const MOST = { session: 200 * MB, address: 1024 * MB } as const
/** Uploads of one network address at the same time. */
const AT_ONCE = 8
/** How many are counted at once; beyond that the oldest is forgotten. */
const COUNTED = 20_000

/** Counts what is uploaded, in memory. */
export interface UploadQuota {
  /** False: too much came already, or too much comes at this moment. True: call `leave` when it is over. */
  enter(session: string, peer: string): boolean
  leave(session: string, peer: string, bytes: number): void
}

export function createUploadQuota(now: () => number): UploadQuota {
  const bytes = new Map<string, { readonly since: number; readonly sum: number }>()
  const open = new Map<string, number>()

  const sumOf = (key: string) => {
    const counted = bytes.get(key)
    return counted && counted.since + HOUR > now() ? counted.sum : 0
  }
  const add = (key: string, more: number) => {
    const sum = sumOf(key)
    const since = sum > 0 ? (bytes.get(key)?.since ?? now()) : now()
    bytes.delete(key)
    bytes.set(key, { since, sum: sum + more })
    const [oldest] = bytes.keys()
    if (bytes.size > COUNTED && oldest !== undefined) bytes.delete(oldest)
  }

  return {
    enter(session, peer) {
      const { address } = readPeer(peer)
      const isOver =
        sumOf(`session ${session}`) >= MOST.session ||
        sumOf(`address ${address}`) >= MOST.address ||
        (open.get(address) ?? 0) >= AT_ONCE
      if (!isOver) open.set(address, (open.get(address) ?? 0) + 1)
      return !isOver
    },
    leave(session, peer, came) {
      const { address } = readPeer(peer)
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
      add(`session ${session}`, came)
      add(`address ${address}`, came)
    },
  }
}
