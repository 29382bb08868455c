import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { adminSchema } from '../editor/admin-schema.ts'
import { flowSchema } from '../editor/flow-schema.ts'
import { readEditorNames } from '../editor/read-names.ts'
import { siteFileSchema } from '../editor/site-schema.ts'
import type { CheckedForms } from './load-forms.ts'

/**
 * Writes what editors complete from: `<journey>/.schema/flow.schema.json` and `admin.schema.json`, and `.schema/` beside
 * `_site.yaml`. What has not changed is not written again, and a folder that cannot be written is left as it is. Answers
 * the paths below the folder that were written. Of a journey that cannot be read the last ones stay.
 */
export function writeEditorSchemas(
  dir: string,
  { forms, files, contracts }: CheckedForms,
): readonly string[] {
  const written = forms.journeys.flatMap((loaded) => {
    const names = readEditorNames(loaded, forms, files, contracts)
    if (!names) return []
    return [
      [`${loaded.id}/.schema/flow.schema.json`, flowSchema(names)] as const,
      [`${loaded.id}/.schema/admin.schema.json`, adminSchema(names)] as const,
    ]
  })
  const ids = forms.journeys.map(({ id }) => id)
  const pages = [...new Set(forms.pages.map(({ id }) => id))]
  const site = ['.schema/site.schema.json', siteFileSchema(pages, ids)] as const
  return [...written, site].flatMap(([path, schema]) =>
    writeChanged(join(dir, path), `${JSON.stringify(schema, null, 1)}\n`) ? [path] : [],
  )
}

function writeChanged(file: string, text: string): boolean {
  try {
    if (textOf(file) === text) return false
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return true
  } catch {
    // A read-only folder: checking does not depend on it.
    return false
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
