import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeRecord } from '../../src/store/change.ts'
import type { AnyCollection, Collection, Store } from '../../src/store/store.ts'
import { type Person, people, person } from './store-contract-records.ts'

const places: Collection<{ readonly id: string; readonly name: string }> = {
  name: 'places',
  indexes: {},
  unique: [],
}

/**
 * What every implementation of the store promises. `open` opens what is kept under the name `place`: closed and opened
 * again it holds the same.
 */
export function testStore(
  name: string,
  open: (place: string, collections: readonly AnyCollection[]) => Promise<Store>,
): void {
  describe(`${name} keeps the contract of a store`, () => {
    let store: Store
    let place = 0
    const reopen = async () => {
      await store.close()
      store = await open(`${place}`, [people, places])
    }

    beforeEach(async () => {
      place++
      store = await open(`${place}`, [people, places])
    })
    afterEach(() => store.close())

    it('answers undefined, nothing and no ids where there is nothing', async () => {
      expect(await store.read(people, 'nobody')).toBeUndefined()
      expect(await store.find(people, 'town', 'Norwich')).toEqual([])
      expect(await store.ids(people)).toEqual([])
    })

    it('gives back what was written, with its version', async () => {
      expect(await store.write(people, person('a'), 0)).toEqual({
        status: 'written',
        value: person('a'),
        version: 1,
      })
      expect(await store.write(people, person('a', { town: 'Diss' }), 1)).toEqual({
        status: 'written',
        value: person('a', { town: 'Diss' }),
        version: 2,
      })
      expect(await store.read(people, 'a')).toEqual({
        value: person('a', { town: 'Diss' }),
        version: 2,
      })
    })

    it('keeps records, versions, indexes and order over a restart', async () => {
      for (const id of ['c', 'a', 'b']) await store.write(people, person(id), 0)
      await store.write(people, person('c', { town: 'Diss' }), 1)
      await reopen()
      expect(await store.ids(people)).toEqual(['c', 'a', 'b'])
      expect(await store.find(people, 'town', 'Diss')).toEqual(['c'])
      expect(await store.find(people, 'town', 'Norwich')).toEqual(['a', 'b'])
      expect((await store.read(people, 'c'))?.version).toBe(2)
      await store.write(people, person('d'), 0)
      expect(await store.ids(people)).toEqual(['c', 'a', 'b', 'd'])
      expect(await store.write(people, person('e', { email: 'a@example.com' }), 0)).toEqual({
        status: 'taken',
        index: 'email',
      })
    })

    it('keeps what JSON keeps, before a restart as after it', async () => {
      const odd = { ...person('a'), town: 'Ŵ \u{1F3E0} \u0000 </script>', tags: undefined }
      await store.write(people, odd as never, 0)
      const before = (await store.read(people, 'a'))?.value
      await reopen()
      expect((await store.read(people, 'a'))?.value).toStrictEqual(before)
      expect(before).not.toHaveProperty('tags')
      expect(before?.town).toBe(odd.town)
    })

    it('keeps what is stored from being changed through what was written or read', async () => {
      const mine = { ...person('a'), tags: ['old'] }
      await store.write(people, mine, 0)
      mine.tags.push('new')
      const read = await store.read(people, 'a')
      Reflect.set(read?.value.tags ?? [], '0', 'newer')
      Reflect.set(read?.value ?? {}, 'tags', [])
      expect((await store.read(people, 'a'))?.value.tags).toEqual(['old'])
    })

    it('refuses a write that names a version which is no longer there', async () => {
      await store.write(people, person('a'), 0)
      await store.write(people, person('a', { town: 'Diss' }), 1)
      for (const stale of [0, 1, 3])
        expect(await store.write(people, person('a', { town: 'Hull' }), stale)).toEqual({
          status: 'conflict',
        })
      expect(await store.write(people, person('new'), 1)).toEqual({ status: 'conflict' })
      expect((await store.read(people, 'a'))?.value.town).toBe('Diss')
      expect(await store.find(people, 'town', 'Hull')).toEqual([])
    })

    it('makes one of two that write the same version at once read again', async () => {
      await store.write(people, person('a'), 0)
      const both = await Promise.all(
        ['Diss', 'Hull'].map((town) => store.write(people, person('a', { town }), 1)),
      )
      expect(both.map(({ status }) => status).sort()).toEqual(['conflict', 'written'])
    })

    it('keeps 40 changes made at once', async () => {
      const increase = (value: Person | undefined) => ({
        ...(value ?? person('a')),
        count: (value?.count ?? 0) + 1,
      })
      await Promise.all(
        Array.from({ length: 40 }, () => changeRecord(store, people, 'a', increase)),
      )
      expect(await store.read(people, 'a')).toMatchObject({ value: { count: 40 }, version: 40 })
    })

    it('lets one record have a unique key, of many that want it at once', async () => {
      const written = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          store.write(people, person(`p${i}`, { email: 'same@example.com' }), 0),
        ),
      )
      expect(written.filter(({ status }) => status === 'written')).toHaveLength(1)
      expect(written.filter(({ status }) => status === 'taken')).toHaveLength(19)
      expect(await store.ids(people)).toHaveLength(1)
      expect(await store.find(people, 'email', 'same@example.com')).toHaveLength(1)
    })

    it('frees a unique key when its record changes it or goes', async () => {
      await store.write(people, person('a'), 0)
      expect((await store.write(people, person('a', { town: 'Diss' }), 1)).status).toBe('written')
      await store.write(people, person('a', { email: 'other@example.com' }), 2)
      expect((await store.write(people, person('b', { email: 'a@example.com' }), 0)).status).toBe(
        'written',
      )
      await store.remove(people, 'a')
      expect(
        (await store.write(people, person('c', { email: 'other@example.com' }), 0)).status,
      ).toBe('written')
    })

    it('finds a record under each of its keys, oldest first, and no longer under old ones', async () => {
      await store.write(people, person('b', { tags: ['x', 'y', 'x'] }), 0)
      await store.write(people, person('a', { tags: ['y'] }), 0)
      expect(await store.find(people, 'tag', 'x')).toEqual(['b'])
      expect(await store.find(people, 'tag', 'y')).toEqual(['b', 'a'])
      await store.write(people, person('b', { tags: ['z'] }), 1)
      expect(await store.find(people, 'tag', 'x')).toEqual([])
      expect(await store.find(people, 'tag', 'y')).toEqual(['a'])
      await store.write(people, person('b', { tags: ['y'] }), 2)
      expect(await store.find(people, 'tag', 'y')).toEqual(['b', 'a'])
    })

    it('removes a record for good, and does not mind when there is none', async () => {
      await store.write(people, person('a'), 0)
      await store.remove(people, 'a')
      await store.remove(people, 'a')
      expect(await store.read(people, 'a')).toBeUndefined()
      expect(await store.find(people, 'town', 'Norwich')).toEqual([])
      await reopen()
      expect(await store.ids(people)).toEqual([])
      expect((await store.write(people, person('a'), 0)).status).toBe('written')
    })

    it('keeps collections apart', async () => {
      await store.write(people, person('a'), 0)
      await store.write(places, { id: 'a', name: 'Town hall' }, 0)
      await store.remove(people, 'a')
      expect((await store.read(places, 'a'))?.value.name).toBe('Town hall')
    })

    it('keeps a write that need not be durable like any other', async () => {
      await store.write(people, person('a'), 0, { durable: false })
      await store.write(people, person('a', { town: 'Diss' }), 1, { durable: false })
      await reopen()
      expect(await store.read(people, 'a')).toMatchObject({ value: { town: 'Diss' }, version: 2 })
    })

    it.each(['', '../a', 'a/b', 'a.b', 'ä', 'x'.repeat(65)])(
      'takes no record with the id %j, and has none',
      async (id) => {
        await expect(store.write(people, person(id), 0)).rejects.toThrow()
        expect(await store.read(people, id)).toBeUndefined()
        await store.remove(people, id)
      },
    )

    it('finishes what is being written before it closes', async () => {
      const writes = ['a', 'b', 'c'].map((id) => store.write(people, person(id), 0))
      await reopen()
      expect((await Promise.all(writes)).every(({ status }) => status === 'written')).toBe(true)
      expect(await store.ids(people)).toHaveLength(3)
    })
  })
}
