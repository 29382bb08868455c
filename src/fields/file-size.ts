import type { Field } from './field.ts'

const KB = 1024
const MB = 1024 * KB

/** The largest file that is taken where the author says nothing, and whatever the author says: bytes (R-WEB-23). */
export const USUAL_SIZE: number = 7 * MB
export const LARGEST_SIZE: number = 25 * MB
/** How many files one answer may hold where the author says nothing, and whatever the author says (R-WEB-23). */
const USUAL_COUNT = 5
export const LARGEST_COUNT = 20

/** `2MB`, `500 KB`, `1.5MB`, or a number of bytes → bytes; undefined for anything else. */
export function readSize(text: string): number | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,3})?) ?(bytes?|kb|mb|gb)?$/iu.exec(text.trim())
  if (!match) return undefined
  const unit = { k: KB, m: MB, g: 1024 * MB }[match[2]?.charAt(0).toLowerCase() ?? ''] ?? 1
  const bytes = Math.round(Number(match[1]) * unit)
  return bytes > 0 ? bytes : undefined
}

/** "2MB", "1.5MB", "120KB": as people read it, never 0. */
export function sizeInWords(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / KB))}KB`
  return `${Number((bytes / MB).toFixed(1))}MB`
}

/** Bytes that a file of this field may have at most. */
export function largestOf({ presentation }: Field): number {
  return Math.min(presentation.maxSize ?? USUAL_SIZE, LARGEST_SIZE)
}

/** How many files an answer of this field may hold. */
export function mostFilesOf({ kind, schema }: Field): number {
  if (kind === 'file') return 1
  const most = schema['maxItems']
  return typeof most === 'number' ? Math.min(most, LARGEST_COUNT) : USUAL_COUNT
}
