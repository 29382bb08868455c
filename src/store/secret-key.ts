import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Development's key: made once and kept beside the data. In production it comes from the environment, and is kept elsewhere. */
export async function findOrMakeSecretKey(dir: string): Promise<Buffer> {
  const path = join(dir, 'secret-key')
  const found = await readFile(path, 'utf8').catch(() => undefined)
  if (found) return Buffer.from(found.trim(), 'base64url')
  const key = randomBytes(32)
  await writeFile(path, `${key.toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  return key
}
