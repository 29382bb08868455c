import type { LoadedForms } from '../journey/load-journeys.ts'
import { hasErrors, type Problem, sortProblems } from '../journey/problem.ts'
import { formsDir, loadForms, unknownJourneys } from './load-forms.ts'
import type { Out } from './out.ts'
import { problemsInWords } from './problems-in-words.ts'

export const CHECK_HELP = `npx footpath check [journey...] [--format pretty|json]

Finds what is wrong with the definitions in forms/ (or FORMS_DIR), without starting anything.
Exit status: 0 all is sound (there may be warnings), 1 there are errors, 2 it could not run.
`

const FORMATS = ['pretty', 'json'] as const
type Format = (typeof FORMATS)[number]

interface CheckArguments {
  readonly journeys: readonly string[]
  readonly format: Format
}

/** `check [journey...] [--format pretty|json]`: answers the exit status (FORMAT.md, Checking). */
export async function runCheck(args: readonly string[], out: Out): Promise<number> {
  const read = readArguments(args)
  if (typeof read === 'string') return out.fail(`${read}\n\n${CHECK_HELP}`)
  try {
    const { forms, files } = await loadForms(formsDir())
    const unknown = unknownJourneys(read.journeys, forms)
    if (unknown !== undefined) return out.fail(unknown)
    const problems = problemsOf(forms, read.journeys)
    const text =
      read.format === 'json'
        ? `${JSON.stringify(problems, null, 2)}\n`
        : problemsInWords(problems, files, read.journeys.length || forms.journeys.length)
    return out.say(text, hasErrors(problems) ? 1 : 0)
  } catch (error) {
    return out.fail(`It could not run: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

function readArguments(args: readonly string[]): CheckArguments | string {
  const journeys: string[] = []
  let format: Format = 'pretty'
  const rest = args.flatMap((arg) => (arg.startsWith('--format=') ? arg.split('=', 2) : [arg]))
  while (rest.length > 0) {
    const arg = rest.shift() ?? ''
    if (arg === '--format') {
      const wanted = rest.shift()
      const known = FORMATS.find((one) => one === wanted)
      if (!known) return refusedFormat(wanted)
      format = known
    } else if (arg.startsWith('-')) return `There is no option "${arg}".`
    else journeys.push(arg)
  }
  return { journeys, format }
}

function refusedFormat(wanted: string | undefined): string {
  if (wanted === 'sarif') return 'The format "sarif" is not supported yet.'
  return `There is no format "${wanted ?? ''}". The formats are: ${FORMATS.join(', ')}.`
}

/** Of all journeys, or of those that were named. */
function problemsOf(forms: LoadedForms, journeys: readonly string[]): readonly Problem[] {
  if (journeys.length === 0) return forms.problems
  const named = forms.journeys.filter((one) => journeys.includes(one.id))
  return sortProblems(named.flatMap((one) => one.problems))
}
