import type { FormsFiles } from '../journey/source.ts'
import { COVERED } from '../scenarios/coverage.ts'
import type { TestedJourney, TestedScenario } from './test-journey.ts'

/** What was tested as an author reads it: each failure with its line, then what no scenario goes through. */
export function testedInWords(
  tested: readonly TestedJourney[],
  files: FormsFiles,
  min = 0,
): string {
  return tested.map((one) => journeyInWords(one, files, min)).join('\n')
}

function journeyInWords(one: TestedJourney, files: FormsFiles, min: number): string {
  const { journey, scenarios, coverage, percent } = one
  const failed = scenarios.filter((scenario) => scenario.status === 'failed')
  const counted = `${scenarios.length} scenario${scenarios.length === 1 ? '' : 's'}`
  const result = failed.length === 0 ? 'all as they should be' : `${failed.length} failed`
  return [
    ...failed.flatMap((scenario) => failureInWords(scenario, files)),
    scenarios.length === 0
      ? `${journey}: no scenarios. Write forms/${journey}/scenarios.yaml.`
      : `${journey}: ${counted}, ${result}. They go through ${percent} %.`,
    ...COVERED.map((of) => {
      const { covered, total } = coverage[of]
      return `  ${of.padEnd(9)} ${covered} of ${total}`
    }),
    ...COVERED.flatMap((of) =>
      coverage[of].missing.map(
        ({ name, file, line }) => `  not gone through: ${name}  ${file}:${line}`,
      ),
    ),
    ...(percent < min ? [`  At least ${min} % was asked for.`] : []),
    '',
  ].join('\n')
}

function failureInWords({ name, failure }: TestedScenario, files: FormsFiles): readonly string[] {
  if (!failure) return []
  const { file, line, column, expected, seen, help } = failure
  const text = files.texts.get(file.slice(files.shown.length))?.split(/\r?\n/u)[line - 1] ?? ''
  const gutter = ' '.repeat(String(line).length)
  return [
    `failed: ${name}`,
    `${gutter}--> ${file}:${line}:${column}`,
    `${line} | ${text}`,
    `${gutter} | expected: ${expected}`,
    `${gutter} | seen:     ${seen}`,
    `${gutter} = help: ${help}`,
    '',
  ]
}
