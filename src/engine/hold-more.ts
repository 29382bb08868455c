import { fileIdsIn } from '../answers/files-in.ts'
import { readInput } from '../answers/read-input.ts'
import type { Engine } from './engine.ts'
import { findHeldInput, holdInput } from './held-input.ts'
import { keepLate, namesFiles } from './late-files.ts'
import { readPageToken } from './page-token.ts'
import { MORE } from './show-more.ts'
import type { Uploads } from './take-files.ts'

/** The session had ended: what was typed is sealed to what was asked, and shown again to whoever was asked. */
export async function holdMore(
  engine: Engine,
  body: URLSearchParams,
  uploads: Uploads = new Map(),
): Promise<boolean> {
  const token = readPageToken(body.get('page') ?? undefined, engine.services.secretKey)
  if (!token?.place.startsWith(MORE)) return false
  const isOurs = (name: string) => name === 'page' || name === 'button' || namesFiles(name)
  const read = readInput(body, new Set([...body.keys()].filter((name) => !isOurs(name))))
  if (read.status === 'refused') return false
  const before = (await findHeldInput(engine, token.draft))?.typed ?? {}
  const files = {
    ...Object.fromEntries(Object.entries(before).filter(([name]) => namesFiles(name))),
    ...(await keepLate(engine, uploads)),
  }
  const typed = { ...Object.fromEntries(read.input), ...files }
  await holdInput(engine, token.draft, token.place, typed, { files: fileIdsIn(files) })
  return true
}
