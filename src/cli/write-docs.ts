// `npm run docs`: the pages of src/docs that are made of the program itself.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { docsOf } from './docs/docs-of.ts'

const FOLDER = fileURLToPath(new URL('../docs/', import.meta.url))

for (const [name, text] of docsOf()) {
  const file = join(FOLDER, name)
  if (textOf(file) === text) continue
  writeFileSync(file, text)
  process.stdout.write(`Written: src/docs/${name}\n`)
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
