import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type LowdbStore, openLowdbStore } from '../../src/store/lowdb-store.ts'
import { type Person, people, person } from './store-contract-records.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const IDS = ['a', 'b', 'c', 'd', 'e'] as const

type Act = (typeof ACTS)[number]
const ACTS = ['write', 'write', 'write soon', 'write soon', 'stale', 'read', 'remove'] as const

/** What is done at the same moment, to records of their own; and what becomes of the process before. */
interface Turn {
  readonly acts: readonly { readonly id: (typeof IDS)[number]; readonly act: Act }[]
  readonly before: 'nothing' | 'close' | 'kill'
}

const turns: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc.record({
    acts: fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...IDS), act: fc.constantFrom(...ACTS) }),
      { selector: ({ id }) => id, minLength: 1 },
    ),
    before: fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'close', 'kill'),
  }),
  { minLength: 5, maxLength: 20 },
)

const open = (dir: string, cached: number) =>
  openLowdbStore({ dir, collections: [people], now: () => 0, ignoreBroken: false, cached })

/** The folder as a process that is killed now leaves it. */
async function killed(dir: string): Promise<string> {
  const left = await makeTemporaryFolder()
  await cp(dir, left, { recursive: true })
  await rm(join(left, 'lock.json'))
  return left
}

/** Plays the turns on a store; it must say at each moment what a plain map would. */
async function play(made: readonly Turn[], cached: number): Promise<void> {
  let dir = await makeTemporaryFolder()
  let store: LowdbStore = await open(dir, cached)
  const opened = [store]
  const model = new Map<string, { readonly value: Person; readonly version: number }>()
  let count = 0

  async function restart(how: 'close' | 'kill'): Promise<void> {
    if (how === 'close') await store.close()
    else dir = await killed(dir)
    store = await open(dir, cached)
    opened.push(store)
  }

  async function perform(id: string, act: Act): Promise<void> {
    const known = model.get(id)
    if (act === 'read') return expect(await store.read(people, id)).toEqual(known)
    if (act === 'remove') {
      model.delete(id)
      return store.remove(people, id)
    }
    count += 1
    // Most of a record stays as it was read.
    const stored = (await store.read(people, id))?.value
    const value = { ...(stored ?? person(id, { tags: ['first'] })), count }
    const version = (known?.version ?? 0) + (act === 'stale' ? 1 : 0)
    const written = await store.write(people, value, version, { durable: act !== 'write soon' })
    expect(written.status).toBe(act === 'stale' ? 'conflict' : 'written')
    if (act !== 'stale') model.set(id, { value, version: version + 1 })
  }

  for (const { acts, before } of made) {
    if (before !== 'nothing') await restart(before)
    await Promise.all(acts.map(({ id, act }) => perform(id, act)))
    expect(new Set(await store.ids(people))).toEqual(new Set(model.keys()))
    for (const id of IDS) expect(await store.read(people, id)).toEqual(model.get(id))
  }
  for (const one of opened) await one.close()
}

it.each([1, 3, 2000])(
  'The lowdb store with room for %i says what was written last, whatever is done at once, closed or killed',
  async (cached) => {
    await fc.assert(
      fc.asyncProperty(turns, (made) => play(made, cached)),
      { seed: 20261126 + cached, numRuns: 12 },
    )
  },
)
