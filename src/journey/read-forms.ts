import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { FormsFiles } from './source.ts'

const READ = /\.(?:json|ya?ml|md|[jt]s)$/u
const IMAGE = /^_themes\/[^/]+\.(?:svg|png)$/u

/**
 * Reads all files of a forms folder. Paths are shown relative to the current folder where the forms are inside it.
 * Folders that begin with a dot are left out. Throws where the folder cannot be read.
 */
export function readForms(dir: string): FormsFiles {
  const texts = new Map<string, string>()
  const images = new Map<string, Uint8Array>()
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const path = relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/')
    const isHidden = path.split('/').some((part) => part.startsWith('.'))
    if (!entry.isFile() || isHidden) continue
    if (READ.test(path))
      texts.set(path, readFileSync(join(dir, path), 'utf8').replace(/^\uFEFF/u, ''))
    if (IMAGE.test(path)) images.set(path, readFileSync(join(dir, path)))
  }
  const below = relative(process.cwd(), dir)
  const shown = below.startsWith('..') ? dir : below
  return { shown: shown === '' ? '' : `${shown.split(sep).join('/')}/`, texts, images }
}
