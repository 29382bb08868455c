import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadedForms } from '../journey/load-journeys.ts'
import { hasErrors, type Problem, sortProblems } from '../journey/problem.ts'
import type { FormsFiles } from '../journey/source.ts'
import { isBetter, mended, type Remedy, remediesFor } from './fix-problems.ts'
import { type CheckedForms, formsDir, loadForms, unknownJourneys } from './load-forms.ts'
import type { Out } from './out.ts'
import { problemsInWords } from './problems-in-words.ts'
import { readOptions } from './read-options.ts'
import { sarifOf } from './sarif.ts'
import { writeEditorSchemas } from './write-editor-schemas.ts'
import { writeScenarios } from './write-scenarios.ts'

export const CHECK_HELP = `npx footpath check [journey...] [--format pretty|json|sarif] [--fix] [--write-scenario]

Finds what is wrong with the definitions in forms/ (or FORMS_DIR), without starting anything.
It also writes .schema/ into each journey, from which editors complete and explain its names (see types --editor).
--fix puts right what is certain: names that are one letter away from the only valid one.
--write-scenario: the way to a problem that is met on some ways only becomes a scenario, added to the journey's scenarios.yaml.
Exit status: 0 all is sound (there may be warnings), 1 there are errors, 2 it could not run.
`

const FORMATS = ['pretty', 'json', 'sarif'] as const
type Format = (typeof FORMATS)[number]

interface CheckArguments {
  readonly journeys: readonly string[]
  readonly format: Format
  readonly fix: boolean
  readonly writeScenario: boolean
}

/** `check [journey...]`: answers the exit status (FORMAT.md, Checking). */
export async function runCheck(args: readonly string[], out: Out): Promise<number> {
  const read = readArguments(args)
  if (typeof read === 'string') return out.fail(`${read}\n\n${CHECK_HELP}`)
  try {
    const dir = formsDir()
    const before = await loadForms(dir)
    const unknown = unknownJourneys(read.journeys, before.forms)
    if (unknown !== undefined) return out.fail(unknown)
    const { now, done } = read.fix
      ? await fixed(dir, before, read.journeys)
      : { now: before, done: [] }
    const { files, forms } = now
    // For who writes the forms, not for what only reads the report.
    if (read.format === 'pretty') writeEditorSchemas(dir, now)
    const problems = problemsOf(forms, read.journeys)
    const written = read.writeScenario
      ? await writeScenarios(dir, now, read.journeys, Date.now())
      : []
    const text = textOf(problems, read, files, forms)
    const lines = [...done.map(remedyInWords), ...written]
    const more = read.format === 'pretty' ? lines.map((line) => `${line}\n`).join('') : ''
    return out.say(text + more, hasErrors(problems) ? 1 : 0)
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
): Promise<{ readonly now: CheckedForms; readonly done: readonly Remedy[] }> {
  let now = before
  const done: Remedy[] = []
  for (const remedy of remediesFor(problemsOf(before.forms, journeys), before.files).toReversed()) {
    const next = await loadForms(dir, mended(now.files, [remedy]))
    if (!isBetter(next.forms.problems, now.forms.problems)) continue
    now = next
    done.unshift(remedy)
  }
  for (const [path, text] of now.files.texts)
    if (text !== before.files.texts.get(path)) writeFileSync(join(dir, path), text)
  return { now, done }
}

function remedyInWords({ problem: { file, line }, wrong, right }: Remedy): string {
  return `Put right: ${file}:${line}: "${wrong}" is "${right}" now.`
}

function readArguments(args: readonly string[]): CheckArguments | string {
  const read = readOptions(args, { format: true, fix: false, 'write-scenario': false })
  if (typeof read === 'string') return read
  const { names, given } = read
  const wanted = given.get('format') ?? 'pretty'
  const format = FORMATS.find((one) => one === wanted)
  if (!format) return refusedFormat(String(wanted))
  return {
    journeys: names,
    format,
    fix: given.has('fix'),
    writeScenario: given.has('write-scenario'),
  }
}

function refusedFormat(wanted: string): string {
  return `There is no format "${wanted}". The formats are: ${FORMATS.join(', ')}.`
}

/** Of all journeys, or of those that were named. */
function problemsOf(forms: LoadedForms, journeys: readonly string[]): readonly Problem[] {
  if (journeys.length === 0) return forms.problems
  const named = forms.journeys.filter((one) => journeys.includes(one.id))
  return sortProblems(named.flatMap((one) => one.problems))
}
