import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLowdbStore } from '../../src/store/lowdb-store.ts'
import { recordPath } from '../../src/store/record-file.ts'
import { people, person } from './store-contract-records.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const open = (dir: string, ignoreBroken = false, log?: (words: string) => void) =>
  openLowdbStore({ dir, collections: [people], now: () => 1000, ignoreBroken, ...(log && { log }) })

/** A folder with three records, and where the second one lies. */
async function makeRecords() {
  const dir = await makeTemporaryFolder()
  const store = await open(dir)
  for (const id of ['a', 'b', 'c']) await store.write(people, person(id), 0)
  await store.close()
  const file = recordPath(join(dir, 'people'), 'b')
  return { dir, file, text: await readFile(file) }
}

const flip = (text: Buffer, at: number) => {
  const copy = Buffer.from(text)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

describe('A file that cannot be read (R-REL-05)', () => {
  it.each<[string, (text: Buffer) => Buffer]>([
    ['is empty', () => Buffer.alloc(0)],
    ['is cut off', (text) => text.subarray(0, text.length / 2)],
    ['lacks its last byte', (text) => text.subarray(0, -1)],
    ['is all zeros', (text) => Buffer.alloc(text.length)],
    ['is other JSON', () => Buffer.from('{}')],
    ['has a flipped bit in its checksum', (text) => flip(text, 20)],
    ['has a flipped bit in its record', (text) => flip(text, text.length - 20)],
    ['belongs to another record', (text) => Buffer.from(text.toString().replaceAll('"b', '"x'))],
  ])('because it %s is set aside and named, and the start fails', async (_, spoil) => {
    const { dir, file, text } = await makeRecords()
    await writeFile(file, spoil(text))
    const said: string[] = []
    const aside = join('set-aside', 'people', 'b.json.1000')
    await expect(open(dir, false, (words) => said.push(words))).rejects.toThrow(aside)
    expect(said.join()).toContain('b.json')
    expect(await readFile(join(dir, aside))).toEqual(spoil(text))
    // Not even a supervisor that starts it again gets it to go on with fewer records.
    await expect(open(dir)).rejects.toThrow(aside)
    const store = await open(dir, true)
    expect(await store.ids(people)).toEqual(['a', 'c'])
    await store.close()
    await (await open(dir)).close()
    expect(await readFile(join(dir, `${aside}.ignored`))).toEqual(spoil(text))
  })

  it('is noticed whichever byte of it is changed', async () => {
    const { dir, file, text } = await makeRecords()
    for (let at = 0; at < text.length; at += 7) {
      await writeFile(file, flip(text, at))
      await expect(open(dir)).rejects.toThrow('cannot be read')
      await rm(join(dir, 'set-aside'), { recursive: true })
    }
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, text)
    const store = await open(dir)
    expect(await store.ids(people)).toEqual(['a', 'b', 'c'])
    await store.close()
  })

  it('can be put back', async () => {
    const { dir, file, text } = await makeRecords()
    await writeFile(file, '')
    await expect(open(dir)).rejects.toThrow('set-aside')
    await writeFile(file, text)
    await rm(join(dir, 'set-aside'), { recursive: true })
    const store = await open(dir)
    expect((await store.read(people, 'b'))?.value).toEqual(person('b'))
    await store.close()
  })

  it('gives the lock back when the start fails', async () => {
    const { dir, file } = await makeRecords()
    await writeFile(file, '')
    await expect(open(dir)).rejects.toThrow('set-aside')
    expect(await readdir(dir)).not.toContain('lock.json')
  })

  it('is found out when it is read later, and never served', async () => {
    const { dir, file, text } = await makeRecords()
    const store = await open(dir)
    await writeFile(file, flip(text, text.length - 20))
    await expect(store.read(people, 'b')).rejects.toThrow('does not match its checksum')
    await rename(file, `${file}.away`)
    await expect(store.read(people, 'b')).rejects.toThrow('has gone')
    expect((await store.read(people, 'a'))?.value).toEqual(person('a'))
    await store.close()
  })
})

describe('The folder of records', () => {
  it('is for its owner only, and loses left-over temporary files at the start', async () => {
    const { dir, file } = await makeRecords()
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(join(file, '..'))).mode & 0o777).toBe(0o700)
    await writeFile(`${file}.left-over.tmp`, 'half')
    await (await open(dir)).close()
    expect(await readdir(join(file, '..'))).toEqual(['b.json'])
  })
})
