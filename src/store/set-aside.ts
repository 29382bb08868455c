import { readdir, rename } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { makeFolder, syncFolder } from './record-file.ts'

export interface BrokenFile {
  readonly file: string
  readonly reason: string
}

const FOLDER = 'set-aside'
/** Ending of a file that somebody has said to go on without. */
const IGNORED = '.ignored'

/** Moves a file out of its collection, so that nothing is lost and nothing is served. Answers where it lies now. */
export async function setAside(
  dir: string,
  collection: string,
  file: string,
  at: number,
): Promise<string> {
  const folder = join(dir, FOLDER, collection)
  await makeFolder(folder)
  const place = join(folder, `${basename(file)}.${at}`)
  await rename(file, place)
  await syncFolder(folder)
  return relative(dir, place)
}

/** What was set aside, now or at an earlier start, and nobody has answered for yet. */
export async function findSetAside(dir: string): Promise<readonly string[]> {
  const found = await readdir(join(dir, FOLDER), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return found
    .filter((entry) => entry.isFile() && !entry.name.endsWith(IGNORED))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .sort()
}

/** Remembers that somebody said to go on without these. */
export async function ignoreSetAside(dir: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rename(join(dir, file), join(dir, file + IGNORED))
}

/** Whether records lie set aside, answered for or not: what they hold nobody knows. */
export async function hasSetAside(dir: string): Promise<boolean> {
  const found = await readdir(join(dir, FOLDER), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return found.some((entry) => entry.isFile())
}
