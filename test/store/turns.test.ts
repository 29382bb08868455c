import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTurns } from '../../src/store/turns.ts'

interface Run {
  readonly key: 'a' | 'b'
  /** How many moments it takes; without any it ends where it begins. */
  readonly moments: number
  readonly fails: boolean
  /** How many moments pass before it is asked for. */
  readonly after: number
}

const runs = fc.array(
  fc.record<Run>({
    key: fc.constantFrom('a', 'b'),
    moments: fc.nat(4),
    fails: fc.boolean(),
    after: fc.nat(3),
  }),
  { minLength: 1, maxLength: 20 },
)

async function pass(moments: number): Promise<void> {
  for (let count = 0; count < moments; count++) await Promise.resolve()
}

async function play(made: readonly Run[]): Promise<void> {
  const turns = createTurns()
  const log: string[] = []
  const running = new Set<string>()
  const asked: string[] = []
  const done: Promise<unknown>[] = []
  for (const [index, { key, moments, fails, after }] of made.entries()) {
    await pass(after)
    asked.push(`${key}${index}`)
    const turn = turns.take(key, async () => {
      expect(running.has(key)).toBe(false)
      running.add(key)
      log.push(`${key}${index}`)
      await pass(moments)
      running.delete(key)
      if (fails) throw new Error(String(index))
      return index
    })
    done.push(
      fails ? expect(turn).rejects.toThrow(String(index)) : expect(turn).resolves.toBe(index),
    )
  }
  await turns.idle()
  expect(running.size).toBe(0)
  for (const key of ['a', 'b']) {
    expect(turns.isTaken(key)).toBe(false)
    const ofKey = (all: readonly string[]) => all.filter((one) => one.startsWith(key))
    expect(ofKey(log)).toEqual(ofKey(asked))
  }
  await Promise.all(done)
}

describe('what takes turns', () => {
  it('runs one at a time for each key, in the order of asking, whichever of them fail', async () => {
    await fc.assert(fc.asyncProperty(runs, play), { seed: 20261126, numRuns: 300 })
  })

  it('is taken from the first to the last, and waits for nobody with another key', async () => {
    const turns = createTurns()
    let open: () => void = () => undefined
    const gate = new Promise<void>((done) => {
      open = done
    })
    const first = turns.take('a', () => gate)
    const second = turns.take('a', () => Promise.resolve('second'))
    expect(await turns.take('b', () => Promise.resolve('other'))).toBe('other')
    expect(turns.isTaken('a')).toBe(true)
    open()
    await first
    expect(await second).toBe('second')
    await turns.idle()
    expect(turns.isTaken('a')).toBe(false)
  })

  it('gives its turn on where it cannot even begin', async () => {
    const turns = createTurns()
    const broken = async () =>
      turns.take('a', () => {
        throw new Error('broken')
      })
    await expect(broken()).rejects.toThrow('broken')
    const after = turns.take('a', () => pass(3))
    await expect(broken()).rejects.toThrow('broken')
    await after
    expect(await turns.take('a', () => Promise.resolve('next'))).toBe('next')
  })
})
