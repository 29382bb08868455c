import type { LoadedJourney } from '../journey/load-journeys.ts'
import { hasErrors, sortProblems } from '../journey/problem.ts'
import { formsDir, loadForms, unknownJourneys } from './load-forms.ts'
import type { Out } from './out.ts'
import { problemsInWords } from './problems-in-words.ts'
import { readOptions } from './read-options.ts'
import { type TestedJourney, testJourney } from './test-journey.ts'
import { testedInWords } from './tested-in-words.ts'

export const TEST_HELP = `npx footpath test [journey...] [--min <percent>] [--json]

Plays the scenarios.yaml of the journeys, without a browser, a server or a clock, and says how much of the steps,
branches, buttons and outcomes they go through. --min: fails where a journey's scenarios go through less than that.
Exit status: 0 all is as it should be, 1 a scenario fails or too little is gone through, 2 it could not run.
`

interface TestArguments {
  readonly journeys: readonly string[]
  readonly min?: number
  readonly json: boolean
}

/** `test [journey...]`: answers the exit status. */
export async function runTest(args: readonly string[], out: Out): Promise<number> {
  const read = readArguments(args)
  if (typeof read === 'string') return out.fail(`${read}\n\n${TEST_HELP}`)
  try {
    const loaded = await loadForms(formsDir())
    const unknown = unknownJourneys(read.journeys, loaded.forms)
    if (unknown !== undefined) return out.fail(unknown)
    const chosen = chosenFrom(loaded.forms.journeys, read.journeys)
    const problems = sortProblems(chosen.flatMap((one) => one.problems)).filter(
      (one) => one.severity === 'error',
    )
    if (hasErrors(problems))
      return out.say(problemsInWords(problems, loaded.files, chosen.length), 1)
    const tested: TestedJourney[] = []
    for (const one of chosen) tested.push(...(await testJourney(one, loaded, Date.now())))
    const isRight = tested.every((one) => isAsItShould(one, read.min))
    const text = read.json
      ? `${JSON.stringify({ journeys: tested }, null, 2)}\n`
      : testedInWords(tested, loaded.files, read.min)
    return out.say(text, isRight ? 0 : 1)
  } catch (error) {
    return out.fail(`It could not run: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

/** Those that were named; else all. */
function chosenFrom(
  journeys: readonly LoadedJourney[],
  ids: readonly string[],
): readonly LoadedJourney[] {
  return ids.length === 0 ? journeys : journeys.filter((one) => ids.includes(one.id))
}

function isAsItShould({ scenarios, percent }: TestedJourney, min = 0): boolean {
  return percent >= min && scenarios.every((one) => one.status === 'passed')
}

function readArguments(args: readonly string[]): TestArguments | string {
  const read = readOptions(args, { min: true, json: false })
  if (typeof read === 'string') return read
  const { names, given } = read
  const min = given.get('min')
  if (min !== undefined && !/^(?:100|\d{1,2})$/u.test(String(min)))
    return '"--min" takes a number from 0 to 100.'
  return {
    journeys: names,
    json: given.has('json'),
    ...(min !== undefined && { min: Number(min) }),
  }
}
