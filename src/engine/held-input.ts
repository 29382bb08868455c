import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Typed } from '../fields/field.ts'
import { heldInputs } from '../store/held-inputs.ts'
import type { Engine } from './engine.ts'

/** How long what was typed when a session had ended is kept: milliseconds (R-REL-12). */
const KEEP = 24 * 60 * 60 * 1000

/** Seals what was typed to the draft that it belongs to: whoever owns that draft sees it again, and nobody else. */
export async function holdInput(
  engine: Engine,
  draft: string,
  place: string,
  typed: Typed,
): Promise<void> {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealKey(engine), iv).setAAD(
    Buffer.from(`${draft}|${place}`),
  )
  const text = Buffer.concat([cipher.update(JSON.stringify(typed), 'utf8'), cipher.final()])
  const sealed = Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')
  const before = await engine.store.read(heldInputs, draft)
  const record = { id: draft, place, sealed, expiresAt: engine.now() + KEEP }
  await engine.store.write(heldInputs, record, before?.version ?? 0)
}

/** What was typed and could not be taken, with the place where it was typed. */
export async function findHeldInput(
  engine: Engine,
  draft: string,
): Promise<{ readonly place: string; readonly typed: Typed } | undefined> {
  const held = (await engine.store.read(heldInputs, draft))?.value
  if (!held || held.expiresAt <= engine.now()) return undefined
  const bytes = Buffer.from(held.sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', sealKey(engine), bytes.subarray(0, 12))
    .setAAD(Buffer.from(`${draft}|${held.place}`))
    .setAuthTag(bytes.subarray(12, 28))
  const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(
    'utf8',
  )
  return { place: held.place, typed: JSON.parse(text) as Typed }
}

export async function dropHeldInput(engine: Engine, draft: string): Promise<void> {
  await engine.store.remove(heldInputs, draft)
}

function sealKey(engine: Engine): Buffer {
  return Buffer.from(hkdfSync('sha256', engine.services.secretKey, '', 'held input', 32))
}
