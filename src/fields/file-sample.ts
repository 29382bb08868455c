import { createHash } from 'node:crypto'
import type { Field } from './field.ts'
import { shownName, writeReference, writeRefusal } from './file-reference.ts'
import { readSize } from './file-size.ts'
import { fileTypeOf, typesNamed, typesTakenBy } from './file-types.ts'

/** A file that is only spoken of: what scenarios and walks say in place of one. */
export interface SaidFile {
  readonly name: string
  /** Bytes. */
  readonly size: number
}

const PLAIN_SIZE = 1000

/** `letter.pdf`, or with a size as check-answers shows it: `letter.pdf (12MB)`. */
export function readSaidFile(text: string): SaidFile {
  const match = /^(.+?) ?\(([^()]+)\)$/u.exec(text.trim())
  const size = match?.[2] === '0KB' ? 0 : readSize(match?.[2] ?? '')
  return size === undefined
    ? { name: shownName(text), size: PLAIN_SIZE }
    : { name: shownName(match?.[1] ?? text), size }
}

/** What receiving such a file would come to: a reference, or that it is empty. Its kind is the one of its ending. */
export function receivedAs(text: string): string {
  const { name, size } = readSaidFile(text)
  if (size === 0) return writeRefusal('empty', name)
  const ending = /\.([a-z0-9]{1,8})$/u.exec(name.toLowerCase())?.[1]
  const type = (ending === undefined ? undefined : typesNamed(`.${ending}`)[0]?.id) ?? 'unknown'
  const hash = createHash('sha256').update(text).digest('base64url')
  return writeReference({ id: hash.slice(0, 32), type, size, digest: hash.slice(0, 22), name })
}

/** Names of files that a field takes. */
export function filesFor(field: Field): readonly string[] {
  return typesTakenBy(field)
    .slice(0, 2)
    .map(({ endings }) => `sample.${endings[0]}`)
}

/** The name of a file of a kind that a field does not take. */
export function wrongFileFor(field: Field): string {
  const taken = new Set(typesTakenBy(field).map(({ id }) => id))
  const other = ['txt', 'pdf'].find((id) => !taken.has(id))
  return `sample.${fileTypeOf(other ?? '')?.endings[0] ?? 'exe'}`
}
