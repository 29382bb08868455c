import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Adapter } from 'lowdb'
import { decodeEnvelope, type Envelope, encodeEnvelope } from './envelope.ts'
import { StoreBroken, StoreUncertain } from './store-errors.ts'

/** What an id may be: it is part of a file's name. */
export const RECORD_ID = /^[A-Za-z0-9_-]{1,64}$/u

/** Where a record lies: 256 folders by the hash of its id, so that no folder grows without end. */
export function recordPath(folder: string, id: string): string {
  const shard = createHash('sha256').update(id).digest('hex').slice(0, 2)
  return join(folder, shard, `${id}.json`)
}

export interface RecordFile extends Adapter<Envelope> {
  /** Durable when it resolves. No error where there is no file. */
  remove(): Promise<void>
}

/**
 * lowdb's adapter for one record in one file: temporary file, fsync, rename, fsync of the folder. A write that throws
 * has changed nothing: `previous` (what the file holds now) is put back where the rename had already happened. Where
 * that fails too, it throws StoreUncertain.
 */
export function recordFile(path: string, previous: Envelope | null, durable = true): RecordFile {
  const putBack = async (cause: unknown): Promise<never> => {
    try {
      if (previous) await replaceFile(path, encodeEnvelope(previous), true)
      else await unlink(path).catch(ignoreMissing)
      await syncFolder(dirname(path))
    } catch {
      throw new StoreUncertain(
        'The disk refused a write and its undoing: nothing more is written',
        { cause },
      )
    }
    throw cause
  }
  return {
    read: () => readRecord(path),
    write: async (envelope) => {
      const text = encodeEnvelope(envelope)
      await replaceFile(path, text, durable).catch(async (error) => {
        await ignoreMissing(error)
        // The first record of its folder.
        await makeFolder(dirname(path))
        await replaceFile(path, text, durable)
      })
      if (durable) await syncFolder(dirname(path)).catch(putBack)
    },
    remove: async () => {
      await unlink(path).catch(ignoreMissing)
      await syncFolder(dirname(path)).catch((error) => ignoreMissing(error, putBack))
    },
  }
}

async function readRecord(path: string): Promise<Envelope | null> {
  const text = await readFile(path, 'utf8').catch(ignoreMissing)
  if (text === undefined) return null
  const decoded = decodeEnvelope(text)
  if (decoded.status === 'broken') throw new StoreBroken(`${basename(path)} ${decoded.reason}`)
  return decoded.envelope
}

async function replaceFile(path: string, text: string, durable: boolean): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(text)
      if (durable) await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  }
}

/** Whether the disk takes a small file, which goes again. */
export async function takesWrites(folder: string): Promise<boolean> {
  try {
    const path = join(folder, 'probe.tmp')
    await replaceFile(path, 'x'.repeat(4096), true)
    await unlink(path)
    return true
  } catch {
    return false
  }
}

/** A folder that is made here is on disk before anything in it counts as written. */
export async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (made !== undefined) await syncFolder(dirname(made))
}

/** Makes the folder's list of names durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Takes "there is no such file" for an answer; any other error goes on. */
export function ignoreMissing(
  error: unknown,
  otherwise: (cause: unknown) => never | Promise<never> = fail,
) {
  return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : otherwise(error)
}

function fail(error: unknown): never {
  throw error
}
