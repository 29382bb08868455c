import { join, relative } from 'node:path'
import type { CollectionIndex } from './collection-index.ts'
import { loadCollection } from './load-collection.ts'
import { type BrokenFile, findSetAside, ignoreSetAside, setAside } from './set-aside.ts'
import type { AnyCollection } from './store.ts'
import { StoreBroken } from './store-errors.ts'

export interface OpenOptions {
  readonly dir: string
  readonly collections: readonly AnyCollection[]
  readonly now: () => number
  readonly ignoreBroken: boolean
  readonly log?: (words: string) => void
}

/**
 * Loads every collection. A file that cannot be read is set aside and named, and StoreBroken is thrown, at this start
 * and at every later one until somebody says to go on or takes the file away (R-REL-05: never fewer, silently).
 */
export async function openCollections(
  options: OpenOptions,
): Promise<ReadonlyMap<string, CollectionIndex>> {
  const { dir, collections, ignoreBroken, log } = options
  const indexes = new Map<string, CollectionIndex>()
  for (const collection of collections) {
    if (!/^[a-z][A-Za-z0-9-]*$/u.test(collection.name) || indexes.has(collection.name))
      throw new Error(`${collection.name} cannot be the name of a collection`)
    const { index, broken } = await loadCollection(join(dir, collection.name), collection)
    indexes.set(collection.name, index)
    for (const each of broken) {
      const words = await putAway(options, collection.name, each)
      log?.(words)
    }
  }
  const unanswered = await findSetAside(dir)
  if (unanswered.length > 0 && !ignoreBroken) throw new StoreBroken(wordsOf(unanswered))
  await ignoreSetAside(dir, unanswered)
  return indexes
}

async function putAway(
  { dir, now }: OpenOptions,
  name: string,
  broken: BrokenFile,
): Promise<string> {
  const place = await setAside(dir, name, broken.file, now())
  return `${relative(dir, broken.file)} ${broken.reason}: it is now ${place}`
}

function wordsOf(files: readonly string[]): string {
  return [
    'Records that cannot be read have been set aside in the data folder:',
    ...files.map((file) => `  ${file}`),
    'Put them back from a backup, or take them away, or start once with IGNORE_BROKEN_RECORDS=yes to go on without them',
  ].join('\n')
}
