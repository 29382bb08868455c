import type { Typed } from '../fields/field.ts'
import { heldInputs } from '../store/held-inputs.ts'
import { openText, type Seal, sealText } from '../store/sealed.ts'
import type { Engine } from './engine.ts'

/** How long what was typed when a session had ended is kept: milliseconds (R-REL-12). */
const KEEP = 24 * 60 * 60 * 1000

interface HeldAbout {
  /** Ids of the files that are in it, which live as long as it does. */
  readonly files?: readonly string[]
  /** Nobody's time has ended: it is of a page that is not sent yet. */
  readonly isWaiting?: boolean
  /** Until when it is kept, milliseconds since 1970; left out: a day. */
  readonly until?: number
}

/** Seals what was typed to the draft that it belongs to: whoever owns that draft sees it again, and nobody else. */
export async function holdInput(
  engine: Engine,
  draft: string,
  place: string,
  typed: Typed,
  { files = [], isWaiting = false, until = engine.now() + KEEP }: HeldAbout = {},
): Promise<void> {
  const sealed = sealText(JSON.stringify(typed), sealOf(engine, draft, place))
  const before = await engine.store.read(heldInputs, draft)
  const record = {
    id: draft,
    place,
    sealed,
    ...(files.length > 0 && { files }),
    ...(isWaiting && { isWaiting }),
    expiresAt: until,
  }
  await engine.store.write(heldInputs, record, before?.version ?? 0)
}

export interface HeldTyped {
  readonly place: string
  readonly typed: Typed
  readonly hasFiles: boolean
  /** Nobody's time has ended: it is of a page that is not sent yet. */
  readonly isWaiting: boolean
}

/** What was typed and could not be taken, with the place where it was typed. */
export async function findHeldInput(engine: Engine, draft: string): Promise<HeldTyped | undefined> {
  const held = (await engine.store.read(heldInputs, draft))?.value
  if (!held || held.expiresAt <= engine.now()) return undefined
  const text = openText(held.sealed, sealOf(engine, draft, held.place))
  if (text === undefined) return undefined
  const typed = JSON.parse(text) as Typed
  const { place, files, isWaiting = false } = held
  return { place, typed, hasFiles: files !== undefined, isWaiting }
}

/** A press of `place` was taken: what was held for it is needed no more. What was typed elsewhere stays; without a place all goes. */
export async function dropHeldInput(engine: Engine, draft: string, place?: string): Promise<void> {
  const held = (await engine.store.read(heldInputs, draft))?.value
  if (held && (place === undefined || held.place === place))
    await engine.store.remove(heldInputs, draft)
}

function sealOf(engine: Engine, draft: string, place: string): Seal {
  const { secretKey } = engine.services
  return { secretKey, purpose: 'held input', about: `${draft}|${place}` }
}
