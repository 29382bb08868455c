import { close, ftruncateSync, openSync, writeSync } from 'node:fs'
import { open, readdir, readFile, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Envelope, envelopeJson, parseFrozen, seal, unseal } from './envelope.ts'
import { ignoreMissing, makeFolder, syncFolder } from './record-file.ts'

/** One change of a record that has no file of its own yet. */
export interface JournalEntry {
  readonly collection: string
  readonly id: string
  readonly version: number
  /** Absent: the record was removed. */
  readonly envelope?: Envelope
  /** Of a record that was removed: its place in the order of creation. Another may have had its id since. */
  readonly order?: number
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
  // Lines stand in the order of what happened.
  for (const number of numbers)
    for (const entry of readEntries(await readFile(pathOf(folder, number), 'utf8')))
      newest.set(`${entry.collection}/${entry.id}`, entry)
  return { journal: createJournal(folder, numbers), left: [...newest.values()] }
}

function createJournal(folder: string, numbers: readonly number[]): Journal {
  const old = new Set(numbers)
  let number = (numbers.at(-1) ?? 0) + 1
  let size = 0
  let file: number | undefined

  /** Leaves the file as it is, with whatever half line stands at its end. */
  function leave(): void {
    if (file === undefined) return
    close(file, () => undefined)
    file = undefined
    size = 0
    old.add(number)
    number += 1
  }

  /** Of what was refused nothing counts, even where half of it was taken. */
  function undo(): void {
    if (file === undefined) return
    try {
      ftruncateSync(file, size)
    } catch {
      // The half line is passed over when it is read.
    }
    leave()
  }

  return {
    append: async (entry, json) => {
      const line = seal(entryJson(entry, json))
      const path = pathOf(folder, number)
      try {
        file ??= openSync(path, 'a', 0o600)
        size += writeWhole(file, line)
      } catch (error) {
        undo()
        throw error
      }
      if (!entry.envelope) await settle(path)
    },
    turnOver: () => {
      leave()
      const dropped = [...old]
      return async () => {
        for (const one of dropped) {
          await unlink(pathOf(folder, one)).catch(ignoreMissing)
          old.delete(one)
        }
        await syncFolder(folder)
      }
    },
  }
}

/** Waits until the disk has a file of the journal; one that is gone meanwhile was needed no more. */
async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r+').catch(ignoreMissing)
  if (!handle) return
  try {
    await handle.datasync()
  } finally {
    await handle.close()
  }
  await syncFolder(dirname(path))
}

/** Lines are put here first: a record of 3 kB costs no memory of its own. */
const desk = Buffer.alloc(64 * 1024)

/**
 * At once: the system only takes the bytes into its memory, in a twentieth of the time that it costs to have another thread
 * do so, and less than to wait for the others of the turn. What waits for the disk itself is done elsewhere, by others.
 * Answers how many bytes it were.
 */
function writeWhole(fd: number, line: string): number {
  // A unit of a string is 3 bytes at most.
  const fits = line.length * 3 <= desk.length
  const bytes = fits ? desk : Buffer.from(line)
  const length = fits ? desk.write(line) : bytes.length
  let written = 0
  while (written < length) written += writeSync(fd, bytes, written, length - written)
  return length
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
