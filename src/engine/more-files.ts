import type { Input, Typed } from '../fields/field.ts'
import { ADD_FILE, filesKey, isFilesKey, REMOVE_FILE } from '../fields/file.ts'
import { readReference } from '../fields/file-reference.ts'
import { storedAt } from '../flow/entries.ts'
import type { Scope } from '../flow/scope.ts'
import type { Part } from './more-parts.ts'
import { bytesOf, slotsOf, takeFiles, type Uploads, withTexts } from './take-files.ts'

/** What a post does to the files among the questions that are asked again. */
export interface MoreFiles {
  /** By control: those that are there now, and refusals. */
  readonly input: Input
  /** By control: those that are there now; what is shown again. */
  readonly typed: Typed
  /** Ids of those that came with this post. */
  readonly keep: readonly string[]
  readonly hasChanged: boolean
  /** Only files were meant: the page comes again. */
  readonly isOnly: boolean
  /** "Upload" was pressed at this control, and nothing was chosen. */
  readonly nothingAt?: string
}

/** Files that came with answers, put beside those that the case has, or that were uploaded on this page before. */
export function takeMoreFiles(
  parts: readonly Part[],
  { answers }: Scope,
  held: Typed | undefined,
  post: { readonly uploads: Uploads; readonly body: URLSearchParams },
): MoreFiles {
  const input = new Map<string, readonly string[]>()
  const keep: string[] = []
  const touched = new Set<string>()
  let hasChanged = false
  for (const part of parts) {
    const slots = slotsOf(part.place).map((slot) => ({
      ...slot,
      control: `${part.prefix}${slot.control}`,
    }))
    const own = slots.reduce(
      (all, slot) => {
        const texts = held?.[filesKey(slot.control)]
        return texts ? withTexts(all, slot, texts) : all
      },
      storedAt(part.place, answers),
    )
    const taken = takeFiles(slots, own, { ...post, inDraft: bytesOf(answers) })
    for (const [key, texts] of taken.input) input.set(key, texts)
    for (const control of taken.touched) touched.add(control)
    keep.push(...taken.keep)
    hasChanged ||= taken.own !== undefined
  }
  const typed = Object.fromEntries(
    [...input].map(([key, texts]) => [key, texts.filter((text) => readReference(text))]),
  )
  const { body } = post
  const added = body.get(ADD_FILE)
  return {
    input,
    typed,
    keep,
    hasChanged,
    isOnly: added !== null || body.has(REMOVE_FILE),
    ...(added !== null &&
      input.has(filesKey(added)) &&
      !touched.has(added) && { nothingAt: added }),
  }
}

/** Controls at which a file was refused. */
export function refusedAt(input: Input): ReadonlySet<string> {
  return new Set(
    [...input].flatMap(([key, texts]) =>
      isFilesKey(key) && texts.some((text) => text.startsWith('!'))
        ? [key.replace(/:files$/u, '')]
        : [],
    ),
  )
}
