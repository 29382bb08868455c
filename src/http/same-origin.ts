import type { Gate } from './gates.ts'
import { Refusal } from './refusal.ts'

/**
 * A post must come from a page of ours (R-WEB-01): `Sec-Fetch-Site` where the browser sends it, else `Origin`, where it
 * sends that. With neither (text browsers, old ones) the page's own token alone decides.
 */
export function sameOrigin(origins: readonly string[]): Gate {
  return function refuseOthers(c) {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return undefined
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const isOurs =
      site !== undefined ? site === 'same-origin' : origin === undefined || origins.includes(origin)
    if (!isOurs) throw new Refusal(403, 'posted from another site')
    return undefined
  }
}

/** Requests that name another host are not for us (R-WEB-13). */
export function ownHost(origins: readonly string[]): Gate {
  const hosts = new Set(origins.map((origin) => new URL(origin).host))
  return function refuseOtherHosts(c) {
    const { url } = c.req
    const start = url.indexOf('//') + 2
    const host = url.slice(start, url.indexOf('/', start))
    // Parsed only where it is not written as we write it.
    if (!hosts.has(host) && !hosts.has(new URL(url).host))
      throw new Refusal(421, 'asked for under another name')
    if (hostsIn(c.env?.incoming?.rawHeaders) > 1)
      throw new Refusal(400, 'asked for under two names')
    return undefined
  }
}

/** Node keeps the first of two; a proxy before us may go by the last. Names and values stand in turn. */
function hostsIn(raw: readonly string[] = []): number {
  let count = 0
  for (let at = 0; at < raw.length; at += 2) if (raw[at]?.toLowerCase() === 'host') count++
  return count
}
