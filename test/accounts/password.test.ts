import { hash, parseOptions } from '@node-rs/argon2'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommonPassword } from '../../src/accounts/common-password.ts'
import { createHashQueue } from '../../src/accounts/hash-queue.ts'
import {
  checkLength,
  checkPassword,
  hashPassword,
  PARAMETERS,
} from '../../src/accounts/password.ts'

const CONTEXT = {
  service: 'Adult Social Care Online',
  council: 'Norfolk County Council',
  email: 'sam.taylor81@example.org',
  names: ['Sam', 'Taylor'],
}

async function stored(password: string): Promise<string> {
  const made = await hashPassword(password)
  if (made.status !== 'hashed') throw new Error(made.status)
  return made.hash
}

describe('a password', () => {
  test('R-AUTH-20: whole, in NFC, with every character, however long up to 1,024 bytes', async () => {
    const long = 'é'.repeat(512)
    expect(checkLength(long)).toBe('ok')
    expect(checkLength(`${long}x`)).toBe('too-long')
    expect(checkLength('👍👍👍👍👍👍👍👍')).toBe('ok')
    expect(checkLength('👍👍👍👍👍👍👍')).toBe('too-short')
    expect(checkLength('e\u0301'.repeat(7))).toBe('too-short')
    const kept = await stored(long)
    expect(await checkPassword(kept, 'e\u0301'.repeat(512))).toEqual({
      status: 'right',
      isOld: false,
    })
    expect((await checkPassword(kept, `${'é'.repeat(511)}e`)).status).toBe('wrong')
    expect((await checkPassword(kept, `${long}x`)).status).toBe('wrong')
    expect((await checkPassword(await stored('x'.repeat(73)), 'x'.repeat(72))).status).toBe('wrong')
  })

  test('R-AUTH-22: is kept as a PHC string of Argon2id, and hashed again when the cost rises', async () => {
    const kept = await stored('three purple kettles')
    expect(parseOptions(kept)).toMatchObject({ algorithm: 2, memoryCost: 19_456, timeCost: 2 })
    const old = await hash('three purple kettles', { ...PARAMETERS, memoryCost: 8192 })
    expect(await checkPassword(old, 'three purple kettles')).toEqual({
      status: 'right',
      isOld: true,
    })
  })

  test('R-AUTH-12: of an unknown address is wrong, whatever it is', async () => {
    expect(await checkPassword(undefined, '')).toEqual({ status: 'wrong' })
    expect(await checkPassword(undefined, 'x'.repeat(5000))).toEqual({ status: 'wrong' })
  })

  test.each([
    'password',
    'PassWord1',
    'iloveyou',
    'q1w2e3r4t5',
    'adultsocialcare',
    'Adult Social Care 2024',
    'norfolkcouncil1',
    'sam.taylor811',
    'SamTaylor!!',
    'taylor1981',
    'example.org',
  ])('R-AUTH-21: %s is refused', (password) => {
    expect(isCommonPassword(password, CONTEXT)).toBe(true)
  })

  test.each([
    'three purple kettles',
    'samovar on the table',
    'taylor4815162342',
    'zq8#mfoo',
    '!!!!!!!!',
  ])('R-AUTH-21: %s is taken', (password) => {
    expect(isCommonPassword(password, CONTEXT)).toBe(false)
  })

  test('R-AUTH-20: anything else of 8 code points and more is taken', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 12, maxLength: 60 }),
        (text) => checkLength(text) !== 'ok' || !isCommonPassword(`${text} quixotic zebu`, CONTEXT),
      ),
      { seed: 21, numRuns: 200 },
    )
  })
})

describe('R-AUTH-23: hashing', () => {
  test('runs two at once, lets twenty wait, and refuses the rest', async () => {
    const queue = createHashQueue({ atOnce: 2, waiting: 20 })
    let running = 0
    let most = 0
    const task = async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return true
    }
    const all = await Promise.all(Array.from({ length: 200 }, () => queue.run(task)))
    expect(all.filter((done) => done === true)).toHaveLength(22)
    expect(all.filter((done) => done === undefined)).toHaveLength(178)
    expect(most).toBe(2)
    expect(await queue.run(task)).toBe(true)
    expect(queue.isFull()).toBe(false)
  })

  test('a task that throws gives its place back', async () => {
    const queue = createHashQueue({ atOnce: 1, waiting: 0 })
    await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await queue.run(async () => 1)).toBe(1)
  })
})
