import { fileIdsIn } from '../answers/files-in.ts'
import { readInput } from '../answers/read-input.ts'
import type { Typed } from '../fields/field.ts'
import { isFilesKey } from '../fields/file.ts'
import type { Engine } from './engine.ts'
import { findHeldInput, holdInput } from './held-input.ts'
import type { MoreFiles } from './more-files.ts'
import { type PageToken, readPageToken } from './page-token.ts'
import { MORE } from './show-more.ts'

/** The session had ended: what was typed is sealed to what was asked, and shown again to whoever was asked. */
export async function holdMore(engine: Engine, body: URLSearchParams): Promise<boolean> {
  const token = readPageToken(body.get('page') ?? undefined, engine.services.secretKey)
  if (!token?.place.startsWith(MORE)) return false
  const own = new Set([...body.keys()].filter((name) => name !== 'page' && name !== 'button'))
  const read = readInput(body, own)
  if (read.status === 'refused') return false
  const typed = { ...(await heldFiles(engine, token.draft)), ...Object.fromEntries(read.input) }
  const files = fileIdsIn(typed)
  await holdInput(engine, token.draft, token.place, typed, files.length > 0 ? files : undefined)
  return true
}

/** The files that were uploaded on the page before: no post brings them again. */
async function heldFiles(engine: Engine, asked: string): Promise<Typed> {
  const held = await findHeldInput(engine, asked)
  return Object.fromEntries(Object.entries(held?.typed ?? {}).filter(([name]) => isFilesKey(name)))
}

/** Keeps files until the page is sent: no browser can send them again by itself. */
export async function holdFiles(
  engine: Engine,
  token: PageToken,
  { keep, typed }: MoreFiles,
  alsoTyped: Typed,
): Promise<void> {
  for (const id of keep) await engine.shelf.keep(id)
  await holdInput(engine, token.draft, token.place, { ...alsoTyped, ...typed }, fileIdsIn(typed))
}
