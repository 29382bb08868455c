import { join } from 'node:path'
import type { CollectionIndex, Entry } from './collection-index.ts'
import type { JournalEntry } from './journal.ts'
import { recordFile, recordPath } from './record-file.ts'

/** Brings the files up to what the journal knows. Answers how many records were behind. */
export async function recoverFrom(
  left: readonly JournalEntry[],
  indexes: ReadonlyMap<string, CollectionIndex>,
  dir: string,
): Promise<number> {
  let recovered = 0
  for (const entry of left) {
    const { collection, id } = entry
    const index = indexes.get(collection)
    if (!index || !isNewer(entry, index.entryOf(id))) continue
    if (await recoverOne(entry, index, recordPath(join(dir, collection), id))) recovered += 1
  }
  return recovered
}

/** Of two records that had one id, the one that was made later is newer, whatever its version. */
function isNewer({ version, envelope, order }: JournalEntry, known: Entry | undefined): boolean {
  if (!known) return true
  const made = envelope?.order ?? order ?? known.order
  return made > known.order || (made === known.order && version > known.version)
}

async function recoverOne(
  { id, envelope }: JournalEntry,
  index: CollectionIndex,
  path: string,
): Promise<boolean> {
  if (!envelope) {
    const isThere = index.entryOf(id) !== undefined
    await recordFile(path, null).remove()
    index.drop(id)
    return isThere
  }
  const keys = index.keysOf(envelope.value)
  if (index.reserve(id, keys).status === 'taken') return false
  await recordFile(path, envelope).write(envelope)
  index.put(id, { version: envelope.version, order: envelope.order, keys })
  return true
}
