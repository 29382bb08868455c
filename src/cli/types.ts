import { formsDir, loadForms, unknownJourneys } from './load-forms.ts'
import type { Out } from './out.ts'
import { problemsInWords } from './problems-in-words.ts'
import { readOptions } from './read-options.ts'
import { submissionSchemaOf } from './submission-schema.ts'
import { typesOf } from './types-of.ts'
import { writeEditorSchemas } from './write-editor-schemas.ts'

export const TYPES_HELP = `npx footpath types <journey> [--schema]
npx footpath types --editor

Prints TypeScript types of a journey's answers, for its own actions: npx footpath types my-journey > forms/my-journey/actions/answers.d.ts
--schema: the standard JSON Schema of what is sent instead.
--editor: writes .schema/*.json into each journey: with the first line of the files that footpath new writes, an editor
that speaks to yaml-language-server completes and explains the journey's own names. footpath check keeps them up to date.
Exit status: 0 they are printed, 1 the definition has errors, 2 it could not run.
`

/** `types <journey>`: answers the exit status. */
export async function runTypes(args: readonly string[], out: Out): Promise<number> {
  const read = readOptions(args, { schema: false, editor: false })
  if (typeof read === 'string') return out.fail(`${read}\n\n${TYPES_HELP}`)
  const [id, ...more] = read.names
  if (read.given.has('editor') && read.names.length === 0) return writeForEditors(out)
  if (id === undefined || more.length > 0) return out.fail(`Name one journey.\n\n${TYPES_HELP}`)
  try {
    const { forms, files, contracts } = await loadForms(formsDir())
    const loaded = forms.journeys.find((one) => one.id === id)
    if (!loaded) return out.fail(unknownJourneys([id], forms) ?? '')
    if (!loaded.journey) return out.say(problemsInWords(loaded.problems, files, 1), 1)
    return out.say(
      read.given.has('schema')
        ? `${JSON.stringify(submissionSchemaOf(loaded.journey, contracts(id)), null, 2)}\n`
        : typesOf(loaded.journey),
    )
  } catch (error) {
    return out.fail(`It could not run: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

async function writeForEditors(out: Out): Promise<number> {
  try {
    const dir = formsDir()
    const written = writeEditorSchemas(dir, await loadForms(dir))
    return out.say(
      written.length === 0
        ? 'Nothing has changed.\n'
        : written.map((path) => `Written: ${path}\n`).join(''),
    )
  } catch (error) {
    return out.fail(`It could not run: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}
