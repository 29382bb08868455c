import { hash } from 'node:crypto'
import type { StoredRecord } from './store.ts'

/** What a file holds: the record, its version, and its place in the order of creation. */
export interface Envelope {
  readonly version: number
  readonly order: number
  readonly value: StoredRecord
}

export type Decoded =
  | { readonly status: 'sound'; readonly envelope: Envelope }
  | { readonly status: 'broken'; readonly reason: string }

const SHAPE = /^\{"sum":"([0-9a-f]{64})","body":(.*)\}\n$/su

/** One line of JSON whose checksum covers every byte of the body (R-REL-05). */
export function encodeEnvelope(envelope: Envelope): string {
  return seal(envelopeJson(envelope, JSON.stringify(envelope.value)))
}

/** An envelope's JSON, where that of its record is known. */
export function envelopeJson({ version, order }: Envelope, record: string): string {
  return `{"version":${version},"order":${order},"value":${record}}`
}

/** JSON → a line that tells whether a byte of it was changed. */
export function seal(body: string): string {
  return `{"sum":"${sumOf(body)}","body":${body}}\n`
}

/** A whole line → its JSON; undefined where it is not as it was sealed. */
export function unseal(line: string): string | undefined {
  const [, sum, body] = SHAPE.exec(line) ?? []
  return body !== undefined && sum === sumOf(body) ? body : undefined
}

/** Text of a file → envelope; never throws, and never lets a changed byte pass. */
export function decodeEnvelope(text: string): Decoded {
  if (text === '') return { status: 'broken', reason: 'is empty' }
  const [, sum, body] = SHAPE.exec(text) ?? []
  if (sum === undefined || body === undefined)
    return { status: 'broken', reason: 'is cut off or not a record' }
  if (sum !== sumOf(body)) return { status: 'broken', reason: 'does not match its checksum' }
  const envelope = readEnvelope(body)
  return envelope
    ? { status: 'sound', envelope }
    : { status: 'broken', reason: 'does not have the shape of a record' }
}

function readEnvelope(body: string): Envelope | undefined {
  const { version, order, value } = parseFrozen<Partial<Envelope>>(body)
  const isSound =
    Number.isInteger(version) && Number.isInteger(order) && typeof value?.id === 'string'
  return isSound ? ({ version, order, value } as Envelope) : undefined
}

/** JSON → data that nobody can change: what is read may be handed out without a copy. */
export function parseFrozen<T>(json: string): T {
  return freezeWhole(JSON.parse(json)) as T
}

function freezeWhole(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part
  for (const inner of Object.values(part)) freezeWhole(inner)
  return Object.freeze(part)
}

/**
 * Data as JSON has it, that nobody can change: a copy, but for the parts of it that are the very same in `before`, which
 * came from here. Most of a record stays as it was when it is written again.
 */
export function freezeCopy<T>(data: T, before?: unknown): T {
  return copyPart(data, before) as T
}

function copyPart(part: unknown, before: unknown): unknown {
  if (typeof part !== 'object' || part === null) return copyScalar(part)
  if (part === before) return part
  if (Array.isArray(part)) return copyList(part, Array.isArray(before) ? before : [])
  if (!isPlain(part)) return freezeWhole(JSON.parse(JSON.stringify(part)))
  return copyRecord(part, (before ?? {}) as Readonly<Record<string, unknown>>)
}

function copyScalar(part: unknown): unknown {
  // JSON knows no -0.
  if (typeof part === 'number') return Number.isFinite(part) ? part || 0 : null
  return typeof part === 'function' || typeof part === 'symbol' ? undefined : part
}

/** Of a list what was there before may stand elsewhere now. */
function copyList(list: readonly unknown[], before: readonly unknown[]): readonly unknown[] {
  const copy = list.map((item, index) =>
    typeof item === 'object' && before.includes(item)
      ? item
      : (copyPart(item, before[index]) ?? null),
  )
  return Object.freeze(copy)
}

function isPlain(part: object): boolean {
  const prototype = Object.getPrototypeOf(part)
  return (prototype === Object.prototype || prototype === null) && !Object.hasOwn(part, '__proto__')
}

function copyRecord(part: object, before: Readonly<Record<string, unknown>>): object {
  // Whole first: that costs a tenth of what it costs to add name by name.
  const copy: Record<string, unknown> = { ...part }
  for (const [key, value] of Object.entries(copy)) {
    const copied = copyPart(value, before[key])
    if (copied === undefined) delete copy[key]
    else if (!Object.is(copied, value)) copy[key] = copied
  }
  return Object.freeze(copy)
}

function sumOf(body: string): string {
  return hash('sha256', body, 'hex')
}
