import type { Typed } from '../fields/field.ts'
import { isFilesKey, REMOVE_FILE, removalOf } from '../fields/file.ts'
import { readReference } from '../fields/file-reference.ts'
import { fileTypeOf } from '../fields/file-types.ts'
import type { Engine } from './engine.ts'
import type { Uploads } from './take-files.ts'

/** Where what was typed names files that came too late: they are kept, and in no answer yet. No control is called so. */
const LATE = /:late$/u

/**
 * Keeps files of a post that cannot be taken now, since no browser can send them again by itself; answers what is to be
 * held with what was typed. Files of no kind that can be asked for are not kept; the rest is checked when it is taken.
 */
export async function keepLate(engine: Engine, uploads: Uploads): Promise<Typed> {
  const late: Record<string, readonly string[]> = {}
  for (const [control, texts] of uploads) {
    const taken = texts.filter((text) => fileTypeOf(readReference(text)?.type ?? ''))
    for (const text of taken) await engine.shelf.keep(readReference(text)?.id ?? '')
    if (taken.length > 0) late[`${control}:late`] = taken
  }
  return late
}

/** The files of a post, and before them those that came too late, but for one that the press takes out. */
export function withLate(
  uploads: Uploads,
  held: Typed | undefined,
  body: URLSearchParams = new URLSearchParams(),
): Uploads {
  const all = new Map(uploads)
  const removed = body.get(REMOVE_FILE)
  for (const [key, texts] of Object.entries(held ?? {})) {
    if (!LATE.test(key)) continue
    const control = key.replace(LATE, '')
    const left = texts.filter((one) => removed !== removalOf(control, readReference(one)?.id ?? ''))
    all.set(control, [...left, ...(all.get(control) ?? [])])
  }
  return all
}

/** What was typed without the files that came too late: they are in an answer now, or refused. */
export function withoutLate(held: Typed): Typed {
  return Object.fromEntries(Object.entries(held).filter(([key]) => !LATE.test(key)))
}

/** What was typed may name files in these places only when we put them there (R-ACL-02). */
export function namesFiles(key: string): boolean {
  return isFilesKey(key) || LATE.test(key)
}
