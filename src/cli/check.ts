import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadedForms } from '../journey/load-journeys.ts'
import { hasErrors, type Problem, sortProblems } from '../journey/problem.ts'
import type { FormsFiles } from '../journey/source.ts'
import { isBetter, mended, remediesFor } from './fix-problems.ts'
import { type CheckedForms, formsDir, loadForms, unknownJourneys } from './load-forms.ts'
import type { Out } from './out.ts'
import { problemsInWords } from './problems-in-words.ts'
import { sarifOf } from './sarif.ts'

export const CHECK_HELP = `npx footpath check [journey...] [--format pretty|json|sarif] [--fix]

Finds what is wrong with the definitions in forms/ (or FORMS_DIR), without starting anything.
--fix puts right what is certain: names that are one letter away from the only valid one.
Exit status: 0 all is sound (there may be warnings), 1 there are errors, 2 it could not run.
`

const FORMATS = ['pretty', 'json', 'sarif'] as const
type Format = (typeof FORMATS)[number]

interface CheckArguments {
  readonly journeys: readonly string[]
  readonly format: Format
  readonly fix: boolean
}

/** `check [journey...] [--format pretty|json|sarif] [--fix]`: answers the exit status (FORMAT.md, Checking). */
export async function runCheck(args: readonly string[], out: Out): Promise<number> {
  const read = readArguments(args)
  if (typeof read === 'string') return out.fail(`${read}\n\n${CHECK_HELP}`)
  try {
    const dir = formsDir()
    const before = await loadForms(dir)
    const unknown = unknownJourneys(read.journeys, before.forms)
    if (unknown !== undefined) return out.fail(unknown)
    const { files, forms } = read.fix ? await fixed(dir, before, read.journeys) : before
    const problems = problemsOf(forms, read.journeys)
    const text = textOf(problems, read, files, forms)
    return out.say(text, hasErrors(problems) ? 1 : 0)
  } catch (error) {
    return out.fail(`It could not run: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

function textOf(
  problems: readonly Problem[],
  { format, journeys }: CheckArguments,
  files: FormsFiles,
  forms: LoadedForms,
): string {
  if (format === 'json') return `${JSON.stringify(problems, null, 2)}\n`
  if (format === 'sarif') return sarifOf(problems)
  return problemsInWords(problems, files, journeys.length || forms.journeys.length)
}

/** Puts right what is certain, one word at a time, as long as nothing new comes of it; and writes the files. */
async function fixed(
  dir: string,
  before: CheckedForms,
  journeys: readonly string[],
): Promise<CheckedForms> {
  let now = before
  for (const remedy of remediesFor(problemsOf(before.forms, journeys), before.files).toReversed()) {
    const next = await loadForms(dir, mended(now.files, [remedy]))
    if (isBetter(next.forms.problems, now.forms.problems)) now = next
  }
  for (const [path, text] of now.files.texts)
    if (text !== before.files.texts.get(path)) writeFileSync(join(dir, path), text)
  return now
}

function readArguments(args: readonly string[]): CheckArguments | string {
  const journeys: string[] = []
  let format: Format = 'pretty'
  let fix = false
  const rest = args.flatMap((arg) => (arg.startsWith('--format=') ? arg.split('=', 2) : [arg]))
  while (rest.length > 0) {
    const arg = rest.shift() ?? ''
    if (arg === '--format') {
      const wanted = rest.shift()
      const known = FORMATS.find((one) => one === wanted)
      if (!known) return refusedFormat(wanted)
      format = known
    } else if (arg === '--fix') fix = true
    else if (arg.startsWith('-')) return `There is no option "${arg}".`
    else journeys.push(arg)
  }
  return { journeys, format, fix }
}

function refusedFormat(wanted: string | undefined): string {
  return `There is no format "${wanted ?? ''}". The formats are: ${FORMATS.join(', ')}.`
}

/** Of all journeys, or of those that were named. */
function problemsOf(forms: LoadedForms, journeys: readonly string[]): readonly Problem[] {
  if (journeys.length === 0) return forms.problems
  const named = forms.journeys.filter((one) => journeys.includes(one.id))
  return sortProblems(named.flatMap((one) => one.problems))
}
