import { describe, expect, test } from 'vitest'
import {
  type Counted,
  countAct,
  counters,
  emailLimits,
  endAct,
  endCoolDown,
  failureLimits,
  phoneLimits,
  phonePrefixLimits,
} from '../../src/accounts/limits.ts'
import { readPeer } from '../../src/accounts/peer.ts'
import { createMemoryStore } from './memory-store.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const NUMBER = '+447700900123'

function setUp() {
  const store = createMemoryStore()
  let now = 1_800_000_000_000
  const counting = () => ({ store, secretKey: Buffer.alloc(32, 7), now })
  return {
    store,
    counting,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    count: async (of: string, ...counted: readonly Counted[]) =>
      (await countAct(counting(), of, counted)).status,
  }
}

describe('limits', () => {
  test('R-AUTH-07: an address gets a code after 30 seconds, 3 in 10 minutes, 10 in 24 hours', async () => {
    const { count, pass } = setUp()
    const limits = emailLimits('sam@example.org')
    expect(await count('code', limits)).toBe('allowed')
    pass(29 * SECOND)
    expect(await count('code', limits)).toBe('too-many')
    pass(2 * SECOND)
    expect(await count('code', limits)).toBe('allowed')
    pass(31 * SECOND)
    expect(await count('code', limits)).toBe('allowed')
    pass(31 * SECOND)
    expect(await count('code', limits)).toBe('too-many')
    for (let counted = 3; counted < 10; counted++) {
      pass(10 * MINUTE)
      expect(await count('code', limits)).toBe('allowed')
    }
    pass(10 * MINUTE)
    expect(await count('code', limits)).toBe('too-many')
  })

  test('R-AUTH-07: there is no cool-down after a code that was right or used up, but it counts', async () => {
    const { count, counting } = setUp()
    const limits = emailLimits('sam@example.org')
    for (let counted = 0; counted < 3; counted++) {
      expect(await count('code', limits)).toBe('allowed')
      await endCoolDown(counting(), limits)
    }
    expect(await count('code', limits)).toBe('too-many')
  })

  test('R-AUTH-28: 3 in an hour where the address may be unknown', async () => {
    const { count, pass } = setUp()
    const limits = emailLimits('sam@example.org')
    for (let counted = 0; counted < 3; counted++) {
      expect(await count('maybe-unknown', limits)).toBe('allowed')
      pass(11 * MINUTE)
    }
    expect(await count('maybe-unknown', limits)).toBe('too-many')
    expect(await count('code', limits)).toBe('allowed')
  })

  test('R-TEL-02: fifty texts asked for at once pass no limit together', async () => {
    const { count, pass } = setUp()
    const all = await Promise.all(
      Array.from({ length: 50 }, () => count('sms', phoneLimits(NUMBER))),
    )
    expect(all.filter((status) => status === 'allowed')).toHaveLength(1)
    pass(31 * SECOND)
    const prefix = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        count('sms', phonePrefixLimits(`+44740010${String(index).padStart(4, '0')}`)),
      ),
    )
    expect(prefix.filter((status) => status === 'allowed')).toHaveLength(10)
  })

  test('R-TEL-02: 5 texts in 10 minutes, 12 in 24 hours; 8 calls in an hour, 15 in 24 hours', async () => {
    for (const [of, first, within, whole] of [
      ['sms', 5, 10 * MINUTE, 12],
      ['call', 8, 60 * MINUTE, 15],
    ] as const) {
      const { count, pass } = setUp()
      const limits = phoneLimits(NUMBER)
      for (let counted = 0; counted < first; counted++) {
        expect(await count(of, limits)).toBe('allowed')
        pass(31 * SECOND)
      }
      expect(await count(of, limits)).toBe('too-many')
      for (let counted = first; counted < whole; counted++) {
        pass(within)
        expect(await count(of, limits)).toBe('allowed')
      }
      pass(within)
      expect(await count(of, limits)).toBe('too-many')
    }
  })

  test('a subject at its limit costs the others nothing', async () => {
    const { count, counting, store } = setUp()
    const full = phoneLimits(NUMBER)
    const other = phonePrefixLimits(NUMBER)
    await count('sms', full)
    expect(await count('sms', other, full)).toBe('too-many')
    expect(await store.ids(counters)).toHaveLength(1)
    expect(counting().now).toBeGreaterThan(0)
  })

  test('R-AUTH-25: 20 failures of an address in 15 minutes; a right password is none, and forgives none', async () => {
    const { count, counting } = setUp()
    const [address] = failureLimits(readPeer('192.0.2.1'))
    if (!address) throw new Error('no limit')
    for (let counted = 0; counted < 19; counted++) await count('password', address)
    expect(await count('password', address)).toBe('allowed')
    await endAct(counting(), address)
    expect(await count('password', address)).toBe('allowed')
    expect(await count('password', address)).toBe('too-many')
  })

  test('what is counted is not told from what is stored', async () => {
    const { count, store } = setUp()
    await count('sms', phoneLimits(NUMBER), emailLimits('sam@example.org'))
    expect(store.dump()).not.toMatch(/447700|sam@/u)
  })
})

describe('a peer (R-AUTH-25)', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7', '192.0.2.0/24', false],
    ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2.0/24', false],
    ['::ffff:c000:207', '192.0.2.7', '192.0.2.0/24', false],
    ['127.0.0.1', '127.0.0.1', '127.0.0.0/24', true],
    ['::ffff:127.0.0.1', '127.0.0.1', '127.0.0.0/24', true],
    ['::1', '0:0:0:0::/64', '0:0:0:0::/64', true],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1:2::/64', false],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64', '2001:db8:1:2::/64', false],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0:0::/64', false],
  ])('%s is counted as %s of %s', (text, address, network, isLoopback) => {
    expect(readPeer(text)).toEqual({ address, network, isLoopback })
  })
})
