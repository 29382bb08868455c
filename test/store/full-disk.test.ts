import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LowdbStore, openLowdbStore } from '../../src/store/lowdb-store.ts'
import { people, person } from './store-contract-records.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** Which operations fail: the name of one, and how often it still works before. */
const disk = vi.hoisted(() => ({ fails: '', after: 0, times: Number.POSITIVE_INFINITY }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>()
  return {
    ...real,
    writeSync: (file: number, bytes: Buffer, at: number) => {
      if (disk.fails !== 'write' || disk.after-- > 0 || disk.times-- <= 0)
        return real.writeSync(file, bytes, at)
      real.writeSync(file, bytes.subarray(0, bytes.length / 2), at)
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    },
  }
})

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>()
  const failing = (name: string, code: string) => {
    if (disk.fails !== name || disk.after-- > 0 || disk.times-- <= 0) return
    throw Object.assign(new Error(code), { code })
  }
  return {
    ...real,
    rename: async (from: string, to: string) => {
      failing('rename', 'EIO')
      return real.rename(from, to)
    },
    open: async (path: string, flags: string, mode?: number) => {
      const handle = await real.open(path, flags, mode)
      const isFolder = flags === 'r'
      const sync = handle.sync.bind(handle)
      const write = handle.writeFile.bind(handle)
      handle.sync = async () => {
        failing(isFolder ? 'sync folder' : 'sync file', 'EIO')
        return sync()
      }
      handle.writeFile = async (text: string) => {
        // A full disk takes the first half.
        if (disk.fails === 'write') await write(text.slice(0, text.length / 2))
        failing('write', 'ENOSPC')
        return write(text)
      }
      return handle
    },
  }
})

describe('A write that the disk refuses (R-REL-04)', () => {
  let dir = ''
  let store: LowdbStore
  const open = () =>
    openLowdbStore({ dir, collections: [people], now: () => 0, ignoreBroken: false })

  beforeEach(async () => {
    dir = await makeTemporaryFolder()
    store = await open()
    await store.write(people, person('a'), 0)
  })
  afterEach(async () => {
    disk.fails = ''
    await store.close()
  })

  /** Runs with a disk on which an operation fails. */
  async function refused(fails: string, run: () => Promise<unknown>, times = 1): Promise<void> {
    Object.assign(disk, { fails, after: 0, times })
    await expect(run()).rejects.toThrow(/ENOSPC|EIO/u)
    disk.fails = ''
  }

  it.each(['write', 'sync file', 'rename', 'sync folder'])(
    'at "%s" throws, changes nothing and never appears later',
    async (fails) => {
      await refused(fails, () => store.write(people, person('a', { town: 'Diss' }), 1))
      await refused(fails, () => store.write(people, person('new'), 0))
      for (const round of ['before', 'after']) {
        expect(await store.read(people, 'a'), round).toEqual({ value: person('a'), version: 1 })
        expect(await store.find(people, 'town', 'Diss')).toEqual([])
        expect(await store.ids(people)).toEqual(['a'])
        // The disk works again; a later write does not bring the refused ones back.
        await store.write(people, person(round), 0)
        await store.remove(people, round)
        await store.close()
        store = await open()
      }
      expect(
        (await readdir(dir, { recursive: true })).filter((name) => /tmp$/u.test(name)),
      ).toEqual([])
    },
  )

  it('of a page that was not to wait changes nothing either, and costs no other page', async () => {
    const soon = { durable: false } as const
    await store.write(people, person('before'), 0, soon)
    await refused('write', () => store.write(people, person('a', { town: 'Diss' }), 1, soon))
    await store.write(people, person('after'), 0, soon)
    await store.close()
    store = await open()
    expect((await store.read(people, 'a'))?.value).toEqual(person('a'))
    expect(await store.ids(people)).toEqual(['a', 'before', 'after'])
  })

  it('when a page that did not wait gets its file is made up for later', async () => {
    await store.write(people, person('a', { town: 'Diss' }), 1, { durable: false })
    Object.assign(disk, { fails: 'rename', after: 0, times: 1 })
    await store.close()
    disk.fails = ''
    store = await open()
    expect((await store.read(people, 'a'))?.value.town).toBe('Diss')
    expect(await readdir(join(dir, 'journal'))).toEqual([])
  })

  it('gives its unique keys back', async () => {
    await refused('write', () => store.write(people, person('b', { email: 'x@example.com' }), 0))
    const written = await store.write(people, person('c', { email: 'x@example.com' }), 0)
    expect(written.status).toBe('written')
  })

  it('leaves a record that could not be removed where it was', async () => {
    await refused('sync folder', () => store.remove(people, 'a'))
    expect(await store.read(people, 'a')).toEqual({ value: person('a'), version: 1 })
    await store.close()
    store = await open()
    expect(await store.ids(people)).toEqual(['a'])
  })

  it('and cannot undo is the last that is tried', async () => {
    Object.assign(disk, { fails: 'sync folder', after: 0, times: Number.POSITIVE_INFINITY })
    const write = store.write(people, person('a', { town: 'Diss' }), 1)
    await expect(write).rejects.toThrow('its undoing')
    disk.fails = ''
    await expect(store.write(people, person('b'), 0)).rejects.toThrow('its undoing')
    expect((await store.read(people, 'a'))?.value).toEqual(person('a'))
    expect(await readdir(join(dir, 'people'))).toHaveLength(1)
  })
})
