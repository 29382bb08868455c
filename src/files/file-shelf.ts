import { createHash, type Hash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { readReference, shownName, writeReference, writeRefusal } from '../fields/file-reference.ts'
import { ignoreMissing, makeFolder, syncFolder } from '../store/record-file.ts'
import { StoreUnwritable } from '../store/store-errors.ts'
import { createTurns } from '../store/turns.ts'
import { bareOf, canBeBare } from './bare-picture.ts'
import type { Scan } from './scan-with-clamd.ts'
import { typeOfContent } from './type-of-content.ts'

/** A file that came, or why it was not taken. */
export interface Received {
  /** A reference, or a refusal: what an answer is made of. */
  readonly text: string
  /** What tells it from another: what is in it and how it is called, not where it lies. */
  readonly mark: string
  /** Of a file that was received: to be kept or dropped before the request ends. */
  readonly id?: string
}

/**
 * Where uploaded files lie: in a folder of their own in the data folder, outside of all that is served, under names made
 * here (R-WEB-23). What arrives lies apart until an answer names it.
 */
export interface FileShelf {
  /** Takes a file from the wire, a chunk at a time; of one that is larger than `most` bytes it reads no more than that. */
  receive(
    chunks: AsyncIterable<Buffer>,
    about: { readonly name: string; readonly most: number },
  ): Promise<Received>
  /** Puts a file that arrived among those that are kept. Durable when it resolves. */
  keep(id: string): Promise<void>
  /** Forgets a file that arrived and was not kept. */
  drop(id: string): Promise<void>
  /** Deletes a file that was kept. No error where there is none. */
  remove(id: string): Promise<void>
  /** Undefined where there is none. */
  read(
    id: string,
  ): Promise<{ readonly size: number; stream(): ReturnType<typeof createReadStream> } | undefined>
  /** Deletes what arrived before this start, and of what was kept that which nothing names. Answers how many. */
  sweep(isNamed: (id: string) => Promise<boolean>): Promise<number>
}

export interface ShelfOptions {
  /** The data folder. */
  readonly dir: string
  /** Left out: nothing is checked for viruses. */
  readonly scan?: Scan
  /** Why a file was not checked or saved; never what it is called. */
  readonly warn?: (words: string, about?: object) => void
}

const ID = /^[A-Za-z0-9_-]{22,43}$/u

export function createFileShelf({ dir, scan, warn }: ShelfOptions): FileShelf {
  const incoming = join(dir, 'files', 'incoming')
  const kept = join(dir, 'files', 'kept')
  const arrivedAt = (id: string) => join(incoming, checkedId(id))
  const folderOf = (id: string) => join(kept, checkedId(id).slice(0, 2).toLowerCase())
  const keptAt = (id: string) => join(folderOf(id), id)
  const remove = async (path: string) => void (await unlink(path).catch(ignoreMissing))

  return {
    async receive(chunks, about) {
      const name = shownName(about.name)
      const id = randomBytes(24).toString('base64url')
      try {
        await makeFolder(incoming)
        const text = await take(arrivedAt(id), id, chunks, { ...about, name }, scan, warn)
        const file = readReference(text)
        if (file) return { text, mark: `${file.digest} ${name}`, id }
        await remove(arrivedAt(id))
        return { text, mark: text }
      } catch (error) {
        await remove(arrivedAt(id)).catch(() => undefined)
        const { code } = error as NodeJS.ErrnoException
        // A disk that takes nothing has a code; a connection that breaks off is not the disk's doing.
        if (code === undefined || !/^E(?:NOSPC|DQUOT|IO|ROFS|MFILE|ACCES)$/u.test(code)) throw error
        warn?.('an uploaded file could not be saved', { code })
        return refused('unsaved', about.name)
      }
    },
    async keep(id) {
      try {
        await makeFolder(folderOf(id))
        await rename(arrivedAt(id), keptAt(id))
        await syncFolder(folderOf(id))
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        throw new StoreUnwritable(`The disk refused a file: ${code}`, { cause: error })
      }
    },
    drop: (id) => remove(arrivedAt(id)),
    remove: (id) => remove(keptAt(id)),
    async read(id) {
      if (!ID.test(id)) return undefined
      const found = await stat(keptAt(id)).catch(ignoreMissing)
      return found && { size: found.size, stream: () => createReadStream(keptAt(id)) }
    },
    async sweep(isNamed) {
      for (const name of await namesIn(incoming)) await remove(join(incoming, name))
      let swept = 0
      for (const folder of await namesIn(kept))
        for (const id of await namesIn(join(kept, folder))) {
          if (await isNamed(id)) continue
          await remove(join(kept, folder, id))
          swept += 1
        }
      return swept
    },
  }
}

/** A file that is not taken, before it is looked at. */
export function refused(keyword: string, name: string): Received {
  const text = writeRefusal(keyword, shownName(name))
  return { text, mark: text }
}

/** What is no id never becomes part of a path. */
function checkedId(id: string): string {
  if (!ID.test(id)) throw new Error('that is no id of a file')
  return id
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(ignoreMissing)) ?? []
}

interface Written {
  readonly size: number
  readonly digest: string
}

/** Pictures are read whole, one at a time. */
const turns = createTurns()

/**
 * Writes what comes, with fsync, and looks at it; of a picture only what it is made of stays. Answers a reference, which
 * is of the bytes that stay, or a refusal.
 */
async function take(
  path: string,
  id: string,
  chunks: AsyncIterable<Buffer>,
  { name, most }: { readonly name: string; readonly most: number },
  scan: Scan | undefined,
  warn: ShelfOptions['warn'],
): Promise<string> {
  const file = await open(path, 'wx+', 0o600)
  try {
    const written = await writeChunks(file, chunks, most)
    if (!written) return writeRefusal('maxSize', name)
    if (written.size === 0) return writeRefusal('empty', name)
    const type = await typeOfContent(file, written.size, name)
    const bare = canBeBare(type)
      ? await turns.take('picture', () => makeBare(file, type, written.size))
      : written
    // Somebody's telephone may put pictures together in a way that we cannot follow: theirs is taken all the same.
    if (!bare)
      warn?.('what a camera wrote into an uploaded picture could not be told apart', { type })
    const { size, digest } = bare ?? written
    await file.sync()
    const scanned = scan ? await scan(path) : ({ is: 'clean' } as const)
    if (scanned.is === 'clean') return writeReference({ id, type, size, digest, name })
    if (scanned.is === 'infected') {
      warn?.('an uploaded file contains a virus, and was not taken')
      return writeRefusal('virus', name)
    }
    warn?.('an uploaded file could not be checked for viruses', { reason: scanned.reason })
    return writeRefusal('unchecked', name)
  } finally {
    await file.close()
  }
}

/** Leaves of a picture what `bareOf` does; undefined: it cannot be followed, and stays as it is. */
async function makeBare(
  file: FileHandle,
  type: string,
  size: number,
): Promise<Written | undefined> {
  const bytes = Buffer.alloc(size)
  const { bytesRead } = await file.read(bytes, 0, size, 0)
  const pieces = bareOf(type, bytes.subarray(0, bytesRead))
  if (!pieces) return undefined
  const bare = Buffer.concat(pieces)
  await file.write(bare, 0, bare.length, 0)
  await file.truncate(bare.length)
  return { size: bare.length, digest: digestOf(createHash('sha256').update(bare)) }
}

function digestOf(hash: Hash): string {
  return hash.digest('base64url').slice(0, 22)
}

/** Undefined: it is larger than it may be, and the rest was left on the wire. */
async function writeChunks(
  file: FileHandle,
  chunks: AsyncIterable<Buffer>,
  most: number,
): Promise<Written | undefined> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > most) return undefined
    hash.update(chunk)
    await file.write(chunk)
  }
  return { size, digest: digestOf(hash) }
}
