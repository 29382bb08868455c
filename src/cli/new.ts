import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { RESERVED_IDS } from '../journey/load-journeys.ts'
import { createProblems } from '../journey/problem.ts'
import { checkId } from '../journey/read-scalar.ts'
import { topOf } from '../journey/tree.ts'
import { formsDir, loadForms } from './load-forms.ts'
import { newJourneyFiles } from './new-journey-files.ts'
import type { Out } from './out.ts'
import { writeEditorSchemas } from './write-editor-schemas.ts'

export const NEW_HELP = `npx footpath new <journey>

Writes a small journey into forms/ (or FORMS_DIR) that works: one branch, one action, one confirmation, and scenarios;
in Welsh too, where _site.yaml has "cy" among its languages.
The name is the folder's name and the address: small letters, digits and hyphens.
Exit status: 0 it is written, 2 it is not.
`

/** `new <journey>`: answers the exit status. */
export async function runNew(args: readonly string[], out: Out): Promise<number> {
  const status = await writeJourney(args, out)
  if (status === 0) writeEditorSchemas(formsDir(), await loadForms(formsDir()))
  return status
}

async function writeJourney(args: readonly string[], out: Out): Promise<number> {
  const [id, ...more] = args
  if (id === undefined || id.startsWith('-') || more.length > 0) return out.fail(NEW_HELP)
  const wrong = wrongId(id)
  if (wrong !== undefined) return out.fail(`${wrong}\n`)
  try {
    const folder = join(formsDir(), id)
    if (existsSync(folder)) return out.fail(`There is a folder ${folder} already.\n`)
    const { languages } = (await loadForms(formsDir())).forms.site
    const files = Object.entries(newJourneyFiles(id, languages))
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return out.say(
      [
        `Written: ${folder}`,
        '  schema.json     what each answer is',
        '  flow.yaml       where it is asked, and what leads where',
        '  scenarios.yaml  what people are to see',
        ...(languages.includes('cy') ? ['  locales/cy.yaml the words in Welsh'] : []),
        '',
        `Next: npx footpath check ${id}, npx footpath test ${id}, then npm start and open /${id}`,
        '',
      ].join('\n'),
    )
  } catch (error) {
    return out.fail(`${error instanceof Error ? error.message : String(error)}\n`)
  }
}

function wrongId(id: string): string | undefined {
  if (RESERVED_IDS.includes(id)) return `No journey may be called "${id}".`
  const { found, report } = createProblems()
  checkId(id, 'a journey', topOf({ file: '', path: '', text: '' }), report)
  return found[0] && `${found[0].message} ${found[0].help}`
}
