import type { Json } from './field.ts'

/**
 * The answer of a file: what it is and where it lies, in one text. Only the service writes one, of a file that it has
 * taken; what somebody types is never read as one (R-ACL-02).
 */
export interface FileReference {
  /** Its name in the store: random, 128 bits or more. */
  readonly id: string
  /** One of FILE_TYPES, by its content. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** Of what is in it: the same file is the same text. */
  readonly digest: string
  /** What the person called it: shown, and nothing else. */
  readonly name: string
}

const FORM =
  /^file:([A-Za-z0-9_-]{22,43})\/([a-z]{2,8})\/(\d{1,10})\/([A-Za-z0-9_-]{22})\/([^\p{Cc}/\\]{1,120})$/u

export function writeReference({ id, type, size, digest, name }: FileReference): string {
  return `file:${id}/${type}/${size}/${digest}/${name}`
}

/** Undefined for what is no reference. */
export function readReference(value: Json | undefined): FileReference | undefined {
  const match = typeof value === 'string' ? FORM.exec(value) : null
  if (!match) return undefined
  const [, id = '', type = '', size = '', digest = '', name = ''] = match
  return { id, type, size: Number(size), digest, name }
}

/** The references of an answer of `file` or `files`. */
export function referencesIn(value: Json | undefined): readonly FileReference[] {
  const all: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return all.flatMap((one) => readReference(one) ?? [])
}

const LONGEST_NAME = 100

/**
 * What a person calls a file, fit to be shown: no folders, no control signs, none that turn the direction of reading
 * (R-WEB-08), no longer than 100 signs, its ending kept.
 */
export function shownName(name: string): string {
  const bare = (name.split(/[/\\]/u).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const signs = [...bare]
  if (signs.length === 0 || /^\.+$/u.test(bare)) return 'file'
  if (signs.length <= LONGEST_NAME) return bare
  const ending = /\.[^.]{1,8}$/u.exec(bare)?.[0] ?? ''
  return `${signs.slice(0, LONGEST_NAME - ending.length - 1).join('')}…${ending}`
}

/** A reason why a file was not taken, in the place of its reference: the keyword of a flaw, and what it is called. */
export function writeRefusal(keyword: string, name: string): string {
  return `!${keyword}:${name}`
}

export function readRefusal(
  text: string,
): { readonly keyword: string; readonly name: string } | undefined {
  const match = /^!([a-zA-Z-]+):(.*)$/su.exec(text)
  return match ? { keyword: match[1] ?? '', name: match[2] ?? '' } : undefined
}
