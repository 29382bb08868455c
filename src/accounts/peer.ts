import { isIPv4, isIPv6 } from 'node:net'

/** What limits per network address count by. */
export interface Peer {
  /** One address; of IPv6 its /64, which is one customer's (R-AUTH-25). */
  readonly address: string
  /** Its /24, of IPv6 its /64. */
  readonly network: string
  readonly isLoopback: boolean
}

/** Where a request came from. An IPv4 address written as IPv6 is the same peer (R-AUTH-25). */
export function readPeer(text: string): Peer {
  const plain = text
    .trim()
    .replace(/^\[|\]$/gu, '')
    .replace(/%.*$/u, '')
  if (isIPv4(plain)) return ofIPv4(plain)
  if (!isIPv6(plain)) return { address: plain, network: plain, isLoopback: false }
  const groups = groupsOf(plain)
  const [high = 0, low = 0] = groups.slice(6)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return ofIPv4([high >> 8, high & 255, low >> 8, low & 255].join('.'))
  const network = `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
  const isLoopback = low === 1 && groups.slice(0, 7).every((group) => group === 0)
  return { address: network, network, isLoopback }
}

function ofIPv4(address: string): Peer {
  const network = `${address.split('.').slice(0, 3).join('.')}.0/24`
  return { address, network, isLoopback: address.startsWith('127.') }
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  // A URL's host is the address in its one canonical way of writing: no dotted part, at most one `::`.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail] = canonical.split('::')
  const first = numbersOf(head)
  if (tail === undefined) return first
  const last = numbersOf(tail)
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
}

function numbersOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}
