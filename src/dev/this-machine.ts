import type { Ctx } from '../http/context.ts'

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/u

/** Whether an address is this machine's own: only here is anything shown that is for authors. */
export function isThisMachine(address: string): boolean {
  return LOOPBACK.test(address)
}

/** Who is at the other end of the connection. */
export function peerOf(c: Ctx): string {
  return c.env?.incoming?.socket?.remoteAddress ?? '127.0.0.1'
}
