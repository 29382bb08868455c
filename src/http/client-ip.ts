import { BlockList, isIP } from 'node:net'
import type { HttpDeps } from './context.ts'
import type { Gate } from './gates.ts'

/** Tells the resident's address: the last hop that is not a proxy of ours (R-AUTH-25). Other forwarding headers do not count. */
export function createClientIp(
  trustedProxies: readonly string[],
): (peer: string, forwardedFor: string | undefined) => string {
  const trusted = new BlockList()
  for (const proxy of trustedProxies) addTo(trusted, proxy)
  return (peer, forwardedFor) => {
    if (forwardedFor === undefined) return plainAddress(peer)
    const hops = forwardedFor.split(',').map(plainAddress).filter(Boolean)
    let address = plainAddress(peer)
    while (isIP(address) && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) {
      const hop = hops.pop()
      if (hop === undefined || !isIP(hop)) break
      address = hop
    }
    return address
  }
}

function addTo(list: BlockList, text: string): void {
  const [address = '', bits] = text.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (!isIP(address)) throw new Error(`TRUSTED_PROXIES: "${text}" is not an address or a network`)
  if (bits === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(bits), family)
}

/** Notes the resident's address. */
export function notePeer({ trustedProxies }: Pick<HttpDeps, 'trustedProxies'>): Gate {
  const clientIp = createClientIp(trustedProxies)
  return function readPeer(c) {
    const peer = c.env?.incoming?.socket?.remoteAddress ?? '127.0.0.1'
    c.set('peer', clientIp(peer, c.req.header('x-forwarded-for')))
    return undefined
  }
}

/** IPv4 in IPv6 clothes is IPv4. */
function plainAddress(text: string): string {
  return text
    .trim()
    .replace(/^::ffff:(?=\d+\.)/iu, '')
    .replace(/^\[|\]$/gu, '')
}
