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
      { seed: 20261126 + cached, numRuns: 6 },
    )
  },
)

interface Asked {
  readonly act: 'write' | 'write as new' | 'remove'
  readonly durable: boolean
}

const bursts = fc.array(
  fc.array(
    fc.record<Asked>({
      act: fc.constantFrom('write', 'write', 'write as new', 'remove'),
      durable: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  { minLength: 2, maxLength: 8 },
)

type Known = { readonly value: Person; readonly version: number } | undefined

/** What is asked for, and what must become of it, where `before` is what is there by then. */
function nextOf(before: Known, { act }: Asked, count: number) {
  const version = before?.version ?? 0
  const asked = act === 'write' ? version : 0
  const value = person('a', { count })
  if (act === 'remove') return { value, asked, status: 'removed', after: undefined }
  return asked === version
    ? { value, asked, status: 'written', after: { value, version: version + 1 } }
    : { value, asked, status: 'conflict', after: before }
}

async function ask(store: LowdbStore, { act, durable }: Asked, value: Person, version: number) {
  if (act !== 'remove') return (await store.write(people, value, version, { durable })).status
  await store.remove(people, 'a')
  return 'removed'
}

/** After each burst the process is killed. */
async function playBursts(made: readonly (readonly Asked[])[]): Promise<void> {
  let dir = await makeTemporaryFolder()
  const opened = [await open(dir, 1)]
  let known: Known
  let count = 0
  for (const burst of made) {
    const store = opened.at(-1) as LowdbStore
    const done = burst.map((one) => {
      count += 1
      const { value, asked, status, after } = nextOf(known, one, count)
      known = after
      return expect(ask(store, one, value, asked)).resolves.toBe(status)
    })
    await Promise.all(done)
    expect(await store.read(people, 'a')).toEqual(known)
    dir = await killed(dir)
    opened.push(await open(dir, 1))
    expect(await opened.at(-1)?.read(people, 'a')).toEqual(known)
  }
  for (const one of opened) await one.close()
}

it('The lowdb store does what is asked of one record at one moment in the order of asking, and a kill loses none of it', async () => {
  await fc.assert(fc.asyncProperty(bursts, playBursts), { seed: 20261126, numRuns: 6 })
})
