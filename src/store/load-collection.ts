import { readdir, readFile, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type CollectionIndex, createIndex, type Entry } from './collection-index.ts'
import { decodeEnvelope } from './envelope.ts'
import { makeFolder, RECORD_ID, recordPath } from './record-file.ts'
import type { BrokenFile } from './set-aside.ts'
import type { AnyCollection } from './store.ts'

/** How many files are read at once. */
const AT_ONCE = 64

export interface LoadedCollection {
  readonly index: CollectionIndex
  readonly broken: readonly BrokenFile[]
}

type Loaded =
  | { readonly status: 'sound'; readonly file: string; readonly id: string; readonly entry: Entry }
  | ({ readonly status: 'broken' } & BrokenFile)

/** Reads all of a collection's files once, to know its indexes; removes what an interrupted write left over. */
export async function loadCollection(
  folder: string,
  collection: AnyCollection,
): Promise<LoadedCollection> {
  await makeFolder(folder)
  const index = createIndex(collection)
  const loaded: Loaded[] = []
  const files = await findRecordFiles(folder)
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const some = files.slice(start, start + AT_ONCE)
    loaded.push(...(await Promise.all(some.map((file) => loadRecord(folder, file, index)))))
  }
  const sound = loaded.flatMap((each) => (each.status === 'sound' ? [each] : []))
  const broken: BrokenFile[] = loaded.flatMap((each) => (each.status === 'broken' ? [each] : []))
  for (const { id, file, entry } of sound.sort((a, b) => a.entry.order - b.entry.order)) {
    const reserved = index.reserve(id, entry.keys)
    if (reserved.status === 'reserved') index.put(id, entry)
    else broken.push({ file, reason: `has the same ${reserved.index} as an older record` })
  }
  return { index, broken }
}

async function findRecordFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(files.filter((file) => file.endsWith('.tmp')).map((file) => unlink(file)))
  return files.filter((file) => file.endsWith('.json'))
}

async function loadRecord(folder: string, file: string, index: CollectionIndex): Promise<Loaded> {
  const decoded = decodeEnvelope(await readFile(file, 'utf8'))
  if (decoded.status === 'broken') return { status: 'broken', file, reason: decoded.reason }
  const { value, version, order } = decoded.envelope
  const id = basename(file, '.json')
  if (value.id !== id || !RECORD_ID.test(id) || recordPath(folder, id) !== file)
    return { status: 'broken', file, reason: 'does not lie where its id belongs' }
  try {
    return { status: 'sound', file, id, entry: { version, order, keys: index.keysOf(value) } }
  } catch {
    return { status: 'broken', file, reason: 'cannot be indexed' }
  }
}
