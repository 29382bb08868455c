import { describe, expect, test } from 'vitest'
import {
  CODE_LIFETIME,
  type CodeSubject,
  challenges,
  checkCode,
  createCode,
  isAddressLocked,
  issueCode,
} from '../../src/accounts/codes.ts'
import { purgeExpired } from '../../src/accounts/purge.ts'
import { createMemoryStore } from './memory-store.ts'

const SUBJECT: CodeSubject = {
  journey: 'login',
  of: 'email',
  value: 'sam@example.org',
  address: 'sam@example.org',
  network: '192.0.2.0/24',
  session: 'browser-1',
}
const secretKey = Buffer.alloc(32, 7)

function setUp() {
  const store = createMemoryStore()
  let now = 1_800_000_000_000
  const context = () => ({ store, secretKey, now })
  let sent = 0
  return {
    store,
    context,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    issue: (code: string, subject: CodeSubject = SUBJECT, known = true) =>
      issueCode(context(), subject, {
        code,
        known,
        message: {
          id: `m${sent++}`,
          channel: 'email',
          to: subject.address,
          text: '',
          at: now,
          status: 'sent',
          tries: 1,
        },
      }),
    check: (code: string, subject: CodeSubject = SUBJECT) => checkCode(context(), subject, code),
  }
}

describe('a code', () => {
  test('R-AUTH-01: is six digits, each as likely as any other', () => {
    const codes = Array.from({ length: 20_000 }, createCode)
    expect(codes.every((code) => /^\d{6}$/u.test(code))).toBe(true)
    expect(codes.some((code) => code < '100000')).toBe(true)
    for (let place = 0; place < 6; place++) {
      const counts = Array<number>(10).fill(0)
      for (const code of codes) {
        const digit = Number(code[place])
        counts[digit] = (counts[digit] ?? 0) + 1
      }
      const chiSquare = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)
      // 9 degrees of freedom: 50 is passed by chance once in ten million times.
      expect(chiSquare).toBeLessThan(50)
    }
  })

  test('R-AUTH-02: works for 600 seconds from issue, and a clock that goes back does not revive it', async () => {
    const inTime = setUp()
    await inTime.issue('123456')
    inTime.pass(599_000)
    expect(await inTime.check('123456')).toBe('right')

    const late = setUp()
    await late.issue('123456')
    late.pass(601_000)
    expect(await late.check('123456')).toBe('expired')
    late.pass(-300_000)
    expect(await late.check('123456')).toBe('expired')
  })

  test('R-AUTH-03: five wrong entries use it up, and the right one comes too late', async () => {
    const { issue, check } = setUp()
    await issue('123456')
    for (let tries = 0; tries < 4; tries++) expect(await check('000000')).toBe('wrong')
    expect(await check('000000')).toBe('used-up')
    expect(await check('123456')).toBe('used-up')
  })

  test('R-AUTH-03: fifty wrong entries at once make no more than five comparisons', async () => {
    const { store, issue, check } = setUp()
    const id = await issue('123456')
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => check('000000')))
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(4)
    expect(outcomes.filter((outcome) => outcome === 'used-up')).toHaveLength(46)
    expect((await store.read(challenges, id))?.value.tries).toBe(5)
  })

  test('R-AUTH-04: is right once, however many come at once', async () => {
    for (let round = 0; round < 20; round++) {
      const { issue, check } = setUp()
      await issue('123456')
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => check('123456')))
      expect(outcomes.filter((outcome) => outcome === 'right')).toHaveLength(1)
      expect(await check('123456')).toBe('used-up')
    }
  })

  test('R-AUTH-05: of another purpose, journey, address or browser is not right', async () => {
    const { issue, check } = setUp()
    const others: readonly CodeSubject[] = [
      { ...SUBJECT, journey: 'reset-password' },
      { ...SUBJECT, of: 'phone' },
      { ...SUBJECT, of: 'account' },
      { ...SUBJECT, value: 'eve@example.org', address: 'eve@example.org' },
      { ...SUBJECT, session: 'browser-2' },
    ]
    await issue('123456')
    for (const other of others) expect(await check('123456', other)).toBe('expired')
    for (const other of others) await issue('999999', other)
    for (const other of others) expect(await check('123456', other)).toBe('wrong')
    expect(await check('123456')).toBe('right')
  })

  test('D3: the newest two count, and share their tries', async () => {
    const { issue, check } = setUp()
    await issue('111111')
    await issue('222222')
    await issue('333333')
    expect(await check('111111')).toBe('wrong')
    expect(await check('222222')).toBe('right')

    const again = setUp()
    await again.issue('111111')
    for (let tries = 0; tries < 4; tries++) await again.check('000000')
    await again.issue('222222')
    expect(await again.check('000000')).toBe('used-up')
    await again.issue('444444')
    expect(await again.check('444444')).toBe('right')
  })

  /** How many of forty wrong codes are compared, four to a browser. */
  async function failIn({ issue, check }: ReturnType<typeof setUp>, subject: CodeSubject) {
    let compared = 0
    for (let round = 0; round < 10; round++) {
      const own = { ...subject, session: `browser-${round} ${subject.network}` }
      await issue('123456', own)
      for (let tries = 0; tries < 4; tries++)
        if ((await check('000000', own)) === 'wrong') compared++
    }
    return compared
  }

  test('R-AUTH-06: no more than 20 wrong entries in a row from one network in 24 hours, however many codes are asked for', async () => {
    const own = setUp()
    const { issue, check, context, pass } = own
    expect(await failIn(own, SUBJECT)).toBe(20)
    expect(await isAddressLocked(context(), SUBJECT)).toBe(true)
    await issue('123456')
    expect(await check('123456')).toBe('locked')
    pass(24 * 60 * 60_000 + 1)
    await issue('123456')
    expect(await check('123456')).toBe('right')
  })

  test('R-AUTH-24: a stranger elsewhere locks nobody out of their own address', async () => {
    const own = setUp()
    await failIn(own, { ...SUBJECT, network: '198.51.100.0/24' })
    expect(await isAddressLocked(own.context(), SUBJECT)).toBe(false)
    await own.issue('123456')
    expect(await own.check('123456')).toBe('right')
  })

  test('R-AUTH-06: from all networks together no more than 50, and a right code ends that row', async () => {
    const own = setUp()
    const from = (number: number) => failIn(own, { ...SUBJECT, network: `198.51.${number}.0/24` })
    expect(await from(1)).toBe(20)
    await own.issue('123456')
    expect(await own.check('123456')).toBe('right')
    expect([await from(2), await from(3), await from(4), await from(5)]).toEqual([20, 20, 10, 0])
    expect(await from(1)).toBe(0)
    expect(await isAddressLocked(own.context(), SUBJECT)).toBe(true)
  })

  test('R-AUTH-06: after the right password codes count apart, 20 from everywhere', async () => {
    const own = setUp()
    await failIn(own, SUBJECT)
    const { network: _anywhere, ...after } = { ...SUBJECT, of: 'account' as const }
    expect(await isAddressLocked(own.context(), after)).toBe(false)
    expect(await failIn(own, after)).toBe(20)
    expect(await isAddressLocked(own.context(), after)).toBe(true)
  })

  test('R-AUTH-06: a right code ends the row', async () => {
    const { issue, check, context } = setUp()
    for (let round = 0; round < 10; round++) {
      await issue('123456')
      for (let tries = 0; tries < 3; tries++) expect(await check('000000')).toBe('wrong')
      expect(await check('123456')).toBe('right')
    }
    expect(await isAddressLocked(context(), SUBJECT)).toBe(false)
  })

  test('R-AUTH-08: is stored as a keyed hash only, and purged', async () => {
    const { store, issue, pass, context } = setUp()
    await issue('864209')
    expect(store.dump()).not.toContain('864209')
    expect(await purgeExpired(store, challenges, context().now)).toBe(0)
    pass(CODE_LIFETIME + 24 * 60 * 60_000)
    expect(await purgeExpired(store, challenges, context().now)).toBe(1)
    expect(await store.ids(challenges)).toEqual([])
  })

  test('R-AUTH-12: of nobody is never right, and otherwise like any other', async () => {
    const known = setUp()
    const unknown = setUp()
    await known.issue('123456')
    await unknown.issue('123456', SUBJECT, false)
    for (let tries = 0; tries < 4; tries++)
      expect(await unknown.check('000000')).toBe(await known.check('000000'))
    expect(await unknown.check('123456')).toBe('used-up')
  })
})
