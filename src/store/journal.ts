import { writeSync } from 'node:fs'
import { type FileHandle, open, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Envelope, envelopeJson, parseFrozen, seal, unseal } from './envelope.ts'
import { ignoreMissing, makeFolder, syncFolder } from './record-file.ts'

/** One change of a record that has no file of its own yet. */
export interface JournalEntry {
  readonly collection: string
  readonly id: string
  readonly version: number
  /** Absent: the record was removed. */
  readonly envelope?: Envelope
}

/**
 * Changes that were acknowledged before their files were written, one line each, appended without waiting for the disk:
 * they outlive the process, but not a power cut. Removals outlive both.
 */
export interface Journal {
  /**
   * Resolves when the system has the line; throws where it does not take it, and then nothing of it counts. That a record was
   * removed is waited for until it is on disk: lines from before it, that the system wrote there in its own time, would
   * bring the record back after a power cut. `json`: the record's, where it is at hand.
   */
  append(entry: JournalEntry, json?: string): Promise<void>
  /** What is appended from now on goes into a new file. Answers how to drop the ones before. */
  turnOver(): () => Promise<void>
}

const FOLDER = 'journal'
const NAME = /^(\d+)\.jsonl$/u

export interface OpenedJournal {
  readonly journal: Journal
  /** What an earlier process left, the newest of each record. */
  readonly left: readonly JournalEntry[]
}

/** Opens the journal of a data folder. A line that is cut off or spoiled is passed over: it was not waited for. */
export async function openJournal(dir: string): Promise<OpenedJournal> {
  const folder = join(dir, FOLDER)
  await makeFolder(folder)
  const numbers = await findNumbers(folder)
  const newest = new Map<string, JournalEntry>()
  for (const number of numbers)
    for (const entry of readEntries(await readFile(pathOf(folder, number), 'utf8'))) {
      const key = `${entry.collection}/${entry.id}`
      if (entry.version >= (newest.get(key)?.version ?? 0)) newest.set(key, entry)
    }
  return { journal: createJournal(folder, numbers), left: [...newest.values()] }
}

interface Line {
  readonly text: string
  readonly isRemoval: boolean
  resolve(): void
  reject(error: unknown): void
}

function createJournal(folder: string, numbers: readonly number[]): Journal {
  const old = new Set(numbers)
  let number = (numbers.at(-1) ?? 0) + 1
  let size = 0
  let file: Promise<FileHandle> | undefined
  let lines: Line[] = []
  let writing: Promise<void> | undefined

  /** Leaves the file as it is, with whatever half line stands at its end. */
  function leave(): void {
    if (!file) return
    void file.then((handle) => handle.close()).catch(() => undefined)
    file = undefined
    size = 0
    old.add(number)
    number += 1
  }

  /** Of what was refused nothing counts, even where half of it was taken. */
  async function undo(into: Promise<FileHandle>, to: number): Promise<void> {
    await into.then((handle) => handle.truncate(to)).catch(() => undefined)
    if (into === file) leave()
  }

  /** All that waits by then goes in one write. */
  async function writeLines(): Promise<void> {
    file ??= open(pathOf(folder, number), 'a', 0o600)
    const into = file
    const handle = await into.catch((error: Error) => error)
    // Left meanwhile: it is closed.
    if (into !== file) return
    const now = lines
    lines = []
    try {
      if (handle instanceof Error) throw handle
      const bytes = Buffer.from(now.map((line) => line.text).join(''))
      writeWhole(handle.fd, bytes)
      size += bytes.length
      resolveSoon(now)
      void resolveRemovals(now, handle, folder)
    } catch (error) {
      await undo(into, size)
      for (const line of now) line.reject(error)
    }
  }

  /** What comes in one turn of the process, from however many people, waits for the others of that turn. */
  async function writeAll(): Promise<void> {
    while (lines.length > 0) {
      await nextTurn()
      await writeLines()
    }
    writing = undefined
  }

  return {
    append: (entry, json) =>
      new Promise((resolve, reject) => {
        const text = seal(entryJson(entry, json))
        lines.push({ text, isRemoval: !entry.envelope, resolve, reject })
        writing ??= writeAll()
      }),
    turnOver: () => {
      const before = writing
      leave()
      const dropped = [...old]
      return async () => {
        await before
        for (const one of dropped) {
          await unlink(pathOf(folder, one)).catch(ignoreMissing)
          old.delete(one)
        }
        await syncFolder(folder)
      }
    },
  }
}

function resolveSoon(lines: readonly Line[]): void {
  for (const line of lines) if (!line.isRemoval) line.resolve()
}

/** Once they are on disk. Nobody else waits for it. */
async function resolveRemovals(
  lines: readonly Line[],
  handle: FileHandle,
  folder: string,
): Promise<void> {
  const removals = lines.filter(({ isRemoval }) => isRemoval)
  if (removals.length === 0) return
  try {
    await handle.datasync()
    await syncFolder(folder)
    for (const line of removals) line.resolve()
  } catch (error) {
    for (const line of removals) line.reject(error)
  }
}

/**
 * At once: the system only takes the bytes into its memory, in a twentieth of the time that it costs to have another thread
 * do so. What waits for the disk itself is done elsewhere, by others.
 */
function writeWhole(fd: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(fd, bytes, written)
}

function entryJson(entry: JournalEntry, json?: string): string {
  const { collection, id, version, envelope } = entry
  if (!envelope || json === undefined) return JSON.stringify(entry)
  const place = JSON.stringify({ collection, id, version })
  return `${place.slice(0, -1)},"envelope":${envelopeJson(envelope, json)}}`
}

const pathOf = (folder: string, number: number) => join(folder, `${number}.jsonl`)

async function findNumbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder)
  return names
    .flatMap((name) => (NAME.test(name) ? [Number(NAME.exec(name)?.[1])] : []))
    .sort((one, other) => one - other)
}

function readEntries(text: string): readonly JournalEntry[] {
  return text.split('\n').flatMap((line) => {
    const body = unseal(`${line}\n`)
    return body === undefined ? [] : [parseFrozen<JournalEntry>(body)]
  })
}
