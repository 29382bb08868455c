import type { Answers } from '../answers/draft.ts'
import { filesIn } from '../answers/files-in.ts'
import type { Input, Json } from '../fields/field.ts'
import { fileFlaws, filesKey, REMOVE_FILE, removalOf } from '../fields/file.ts'
import { readReference, writeRefusal } from '../fields/file-reference.ts'
import { LARGEST_COUNT, LARGEST_SIZE, largestOf, mostFilesOf } from '../fields/file-size.ts'
import { type FileSlot, fileSlotsOf } from '../fields/file-slots.ts'
import { fieldsOf } from '../flow/entries.ts'
import type { Place } from '../flow/place.ts'
import { isObject } from '../flow/values.ts'
import type { Step } from '../journey/journey.ts'

/**
 * The files that came with a post: control → for each a reference of a file that was received and is not kept yet, or a
 * refusal. Only the service makes one.
 */
export type Uploads = ReadonlyMap<string, readonly string[]>

/** All files of one draft together: bytes (R-WEB-23). */
const MOST_IN_DRAFT = 100 * 1024 * 1024

const slots = new WeakMap<Step, readonly FileSlot[]>()

/** Where files can be put on a step. */
export function slotsOf({ step }: Pick<Place, 'step'>): readonly FileSlot[] {
  const known = slots.get(step)
  if (known) return known
  const found = fileSlotsOf(fieldsOf(step.entries).map(({ field }) => field))
  slots.set(step, found)
  return found
}

/** Of one box: how many files it takes, and of how many bytes each. */
export interface FileRule {
  readonly most: number
  readonly count: number
}

/** What any box may take at most. */
export const ANY_FILES: FileRule = { most: LARGEST_SIZE, count: LARGEST_COUNT }

/** What the boxes of a step take, by control. */
export function fileRulesOf(step: Step): ReadonlyMap<string, FileRule> {
  return new Map(
    slotsOf({ step }).map(({ control, field }) => [
      control,
      { most: largestOf(field), count: mostFilesOf(field) },
    ]),
  )
}

/** What a post does to the files of a page. */
export interface FilesTaken {
  /** The page's own answers with the files that are there now; undefined: nothing has changed. */
  readonly own?: Readonly<Record<string, Json>>
  /** Ids of files that came with this post and are part of an answer now. */
  readonly keep: readonly string[]
  /** What the page's files are read from: those that are there, and refusals. */
  readonly input: Input
  /** Controls where something was put in, taken out, or refused. */
  readonly touched: ReadonlySet<string>
}

/**
 * Puts the files of a post into the answers of its page: those that are right, whatever else is wrong on it, since no
 * browser can send a file again by itself. Takes out the one that the press names, if it is there.
 */
export function takeFiles(
  fileSlots: readonly FileSlot[],
  own: Readonly<Record<string, Json>>,
  post: { readonly uploads: Uploads; readonly body: URLSearchParams; readonly inDraft: number },
): FilesTaken {
  const input = new Map<string, readonly string[]>()
  const keep: string[] = []
  const touched = new Set<string>()
  let after = own
  let room = MOST_IN_DRAFT - post.inDraft
  for (const slot of fileSlots) {
    const before = textsAt(slot, own)
    const left = before.filter((text) => !isRemoved(slot, text, post.body))
    const put = putIn(slot, left, post.uploads.get(slot.control) ?? [], room)
    room -= put.used
    if (put.refused.length + put.taken.length > 0 || left.length < before.length)
      touched.add(slot.control)
    keep.push(...put.taken.flatMap((text) => readReference(text)?.id ?? []))
    input.set(filesKey(slot.control), [...put.texts, ...put.refused])
    if (put.taken.length > 0 || left.length < before.length)
      after = withTexts(after, slot, put.texts)
  }
  return { ...(after !== own && { own: after }), keep, input, touched }
}

function isRemoved({ control }: FileSlot, text: string, body: URLSearchParams): boolean {
  const named = body.get(REMOVE_FILE)
  return named !== null && named === removalOf(control, readReference(text)?.id ?? '')
}

/** References of the files that an answer holds. */
function textsAt(
  { path, field }: FileSlot,
  own: Readonly<Record<string, Json>>,
): readonly string[] {
  const value = path.reduce<Json | undefined>(
    (at, key) => (isObject(at) ? at[key] : undefined),
    own,
  )
  const texts = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => readReference(one) !== undefined,
  )
  return field.kind === 'file' ? texts.slice(-1) : texts
}

interface Put {
  readonly texts: readonly string[]
  readonly taken: readonly string[]
  readonly refused: readonly string[]
  /** Bytes. */
  readonly used: number
}

/** Of one file the last one stands; of several those that there is room for. What is there already comes in once. */
function putIn(
  slot: FileSlot,
  before: readonly string[],
  came: readonly string[],
  room: number,
): Put {
  const isOne = slot.field.kind === 'file'
  let put: Put = { texts: before, taken: [], refused: [], used: 0 }
  for (const text of came) {
    const refusal = refusalOf(slot, text, put.texts.length, room - put.used)
    if (refusal !== undefined) put = { ...put, refused: [...put.refused, refusal] }
    else if (!put.texts.some((one) => isSameFile(one, text)))
      put = {
        ...put,
        texts: isOne ? [text] : [...put.texts, text],
        taken: isOne ? [text] : [...put.taken, text],
        used: put.used + (readReference(text)?.size ?? 0),
      }
  }
  return { ...put, refused: onceEach(put.refused) }
}

/** Why a file cannot become part of an answer. */
function refusalOf(
  { field, control }: FileSlot,
  text: string,
  count: number,
  room: number,
): string | undefined {
  const file = readReference(text)
  if (!file) return text
  const [flaw] = fileFlaws(field, control, text)
  if (flaw) return writeRefusal(flaw.keyword, file.name)
  if (file.size > room) return writeRefusal('too-much', file.name)
  const isFull = field.kind === 'files' && count >= mostFilesOf(field)
  return isFull ? writeRefusal('maxItems', file.name) : undefined
}

function isSameFile(one: string, other: string): boolean {
  const [first, second] = [readReference(one), readReference(other)]
  return first?.digest === second?.digest && first?.name === second?.name
}

/** That there are too many is said once. */
function onceEach(refused: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return refused.filter((text) => {
    const key = /^!(?:maxItems|too-much|too-often):/u.exec(text)?.[0] ?? text
    return !seen.has(key) && seen.add(key)
  })
}

/** Answers in which a slot holds these files, and no others. */
export function withTexts(
  own: Readonly<Record<string, Json>>,
  { path, field }: FileSlot,
  texts: readonly string[],
): Readonly<Record<string, Json>> {
  return withFiles(own, path, texts, field.kind === 'files')
}

function withFiles(
  own: Readonly<Record<string, Json>>,
  [key = '', ...rest]: readonly string[],
  texts: readonly string[],
  isMany: boolean,
): Readonly<Record<string, Json>> {
  if (rest.length > 0) {
    const inner = own[key]
    return { ...own, [key]: withFiles(isObject(inner) ? inner : {}, rest, texts, isMany) }
  }
  const { [key]: _before, ...others } = own
  const last = texts.at(-1)
  if (last === undefined) return others
  return { ...others, [key]: isMany ? texts : last }
}

/** Bytes of all files among answers. */
export function bytesOf(answers: Answers): number {
  return filesIn(answers).reduce((sum, { size }) => sum + size, 0)
}
