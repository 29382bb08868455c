import { formsDir, loadForms, unknownJourneys } from './load-forms.ts'
import type { Out } from './out.ts'
import { problemsInWords } from './problems-in-words.ts'
import { readOptions } from './read-options.ts'
import { submissionSchemaOf } from './submission-schema.ts'
import { typesOf } from './types-of.ts'

export const TYPES_HELP = `npx footpath types <journey> [--schema]

Prints TypeScript types of a journey's answers, for its own actions: npx footpath types my-journey > forms/my-journey/actions/answers.d.ts
--schema: the standard JSON Schema of what is sent instead.
Exit status: 0 they are printed, 1 the definition has errors, 2 it could not run.
`

/** `types <journey>`: answers the exit status. */
export async function runTypes(args: readonly string[], out: Out): Promise<number> {
  const read = readOptions(args, { schema: false })
  if (typeof read === 'string') return out.fail(`${read}\n\n${TYPES_HELP}`)
  const [id, ...more] = read.names
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
