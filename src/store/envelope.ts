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

/** What is frozen to its last part. */
const whole = new WeakSet<object>()

function freezeWhole(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part
  for (const inner of Object.values(part)) freezeWhole(inner)
  return sealWhole(part)
}

function sealWhole<T extends object>(part: T): T {
  whole.add(part)
  return Object.freeze(part)
}

/**
 * Data as JSON has it, that nobody can change: a copy, but for the parts of it that came frozen from here before. Most
 * of a record stays as it was when it is written again.
 */
export function freezeCopy<T>(data: T): T {
  return copyPart(data) as T
}

function copyPart(part: unknown): unknown {
  if (typeof part === 'number') return Number.isFinite(part) ? part : null
  if (typeof part === 'function' || typeof part === 'symbol') return undefined
  if (typeof part !== 'object' || part === null || whole.has(part)) return part
  if (Array.isArray(part)) return sealWhole(part.map((item) => copyPart(item) ?? null))
  return isPlain(part) ? copyRecord(part) : freezeWhole(JSON.parse(JSON.stringify(part)))
}

function isPlain(part: object): boolean {
  const prototype = Object.getPrototypeOf(part)
  return (prototype === Object.prototype || prototype === null) && !Object.hasOwn(part, '__proto__')
}

function copyRecord(part: object): object {
  const copy: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(part)) {
    const copied = copyPart(value)
    if (copied !== undefined) copy[key] = copied
  }
  return sealWhole(copy)
}

function sumOf(body: string): string {
  return hash('sha256', body, 'hex')
}
