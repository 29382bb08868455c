import {
  cp,
  type FileHandle,
  open as openFile,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LowdbStore, openLowdbStore } from '../../src/store/lowdb-store.ts'
import { recordPath } from '../../src/store/record-file.ts'
import { people, person } from './store-contract-records.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const SOON = { durable: false } as const

const open = (dir: string, log: string[] = []) =>
  openLowdbStore({
    dir,
    collections: [people],
    now: () => 0,
    ignoreBroken: false,
    log: (words) => log.push(words),
  })

describe('A write that does not wait for the disk', () => {
  let dir = ''
  let store: LowdbStore
  beforeEach(async () => {
    dir = await makeTemporaryFolder()
    store = await open(dir)
  })
  afterEach(() => store.close())

  /** The folder as a process that is killed now leaves it. */
  async function killed(): Promise<string> {
    const left = await makeTemporaryFolder()
    await cp(dir, left, { recursive: true })
    await rm(join(left, 'lock.json'))
    return left
  }

  async function townIn(left: string, id: string): Promise<string | undefined> {
    const after = await open(left)
    const town = (await after.read(people, id))?.value.town
    await after.close()
    return town
  }

  const journalOf = (folder: string) => readdir(join(folder, 'journal'))

  it('outlives the process, with what it is found by', async () => {
    await store.write(people, person('a'), 0, SOON)
    await store.write(people, person('a', { town: 'Diss' }), 1, SOON)
    await store.write(people, person('b', { town: 'Hull' }), 0, SOON)
    const left = await killed()
    const log: string[] = []
    const after = await open(left, log)
    expect(await after.read(people, 'a')).toEqual({
      value: person('a', { town: 'Diss' }),
      version: 2,
    })
    expect(await after.find(people, 'town', 'Diss')).toEqual(['a'])
    expect(await after.ids(people)).toEqual(['a', 'b'])
    await after.close()
    expect(log.join()).toContain('from the journal: 2')
    expect(await townIn(left, 'a')).toBe('Diss')
  })

  it('is in the file of its record when the store has closed, and no more in the journal', async () => {
    await store.write(people, person('a', { town: 'Diss' }), 0, SOON)
    await expect(readFile(recordPath(join(dir, 'people'), 'a'))).rejects.toThrow('ENOENT')
    expect(await journalOf(dir)).toHaveLength(1)
    await store.close()
    expect(await readFile(recordPath(join(dir, 'people'), 'a'), 'utf8')).toContain('Diss')
    expect(await journalOf(dir)).toEqual([])
  })

  it('gives way to a later one that waited', async () => {
    await store.write(people, person('a', { town: 'Diss' }), 0, SOON)
    await store.write(people, person('a', { town: 'Hull' }), 1)
    expect(await townIn(await killed(), 'a')).toBe('Hull')
  })

  it('is not brought back when its record has been removed', async () => {
    await store.write(people, person('a'), 0, SOON)
    await store.write(people, person('b'), 0)
    await store.write(people, person('b', { town: 'Diss' }), 1, SOON)
    for (const id of ['a', 'b']) await store.remove(people, id)
    const after = await open(await killed())
    expect(await after.ids(people)).toEqual([])
    await after.close()
  })

  it.each([
    ['at once', {}],
    ['soon', SOON],
  ])(
    'of a record that was removed does not take away what is written %s under its id',
    async (_when, options) => {
      await store.write(people, person('a', { town: 'Diss' }), 0, SOON)
      await store.remove(people, 'a')
      await store.write(people, person('a', { town: 'Hull' }), 0, options)
      expect(await townIn(await killed(), 'a')).toBe('Hull')
    },
  )

  it('is not brought back by a power cut after its record has been removed', async () => {
    const probe = await openFile(join(dir, 'lock.json'))
    const synced = new Map<number, number>()
    const spies = (['sync', 'datasync'] as const).map((name) => {
      const original = Object.getPrototypeOf(probe)[name]
      return vi.spyOn(Object.getPrototypeOf(probe), name).mockImplementation(async function (
        this: FileHandle,
      ) {
        const { ino, size } = await this.stat()
        await original.call(this)
        synced.set(ino, size)
      })
    })
    await store.write(people, person('a'), 0, SOON)
    const [name = ''] = await journalOf(dir)
    const path = join(dir, 'journal', name)
    const { ino, size: written } = await stat(path)
    await store.remove(people, 'a')
    for (const spy of spies) spy.mockRestore()
    await probe.close()
    const left = await killed()
    // The system may have written to the disk by itself what stood there first, and no more than that.
    await truncate(join(left, 'journal', name), Math.max(written, synced.get(ino) ?? 0))
    const after = await open(left)
    expect(await after.ids(people)).toEqual([])
    await after.close()
  })

  it('costs no other one where a power cut took half of its line', async () => {
    await store.write(people, person('a', { town: 'Diss' }), 0, SOON)
    await store.write(people, person('b', { town: 'Hull' }), 0, SOON)
    const left = await killed()
    const [name = ''] = await journalOf(left)
    const path = join(left, 'journal', name)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.slice(0, -40))
    const after = await open(left)
    expect(await after.ids(people)).toEqual(['a'])
    await after.close()
  })

  it('is kept when a hundred are written at once', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `p${index}`)
    await Promise.all(ids.map((id) => store.write(people, person(id), 0, SOON)))
    const after = await open(await killed())
    expect(new Set(await after.ids(people))).toEqual(new Set(ids))
    await after.close()
  })

  it('is read back although the memory has no room for it', async () => {
    await store.close()
    store = await openLowdbStore({
      dir,
      collections: [people],
      now: () => 0,
      ignoreBroken: false,
      cached: 1,
    })
    for (const id of ['a', 'b', 'c']) await store.write(people, person(id, { town: id }), 0, SOON)
    for (const id of ['a', 'b', 'c']) expect((await store.read(people, id))?.value.town).toBe(id)
  })
})
