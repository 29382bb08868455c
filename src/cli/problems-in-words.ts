import { caretsOf, excerptOf } from '../check/excerpt.ts'
import type { Problem } from '../journey/problem.ts'
import type { FormsFiles } from '../journey/source.ts'

/** Problems as an author reads them: the line with a caret below the word that is wrong, and the remedy. */
export function problemsInWords(
  problems: readonly Problem[],
  files: FormsFiles,
  journeys: number,
): string {
  return [
    ...problems.map((problem) => problemInWords(problem, files)),
    total(problems, journeys),
  ].join('\n')
}

function problemInWords(problem: Problem, files: FormsFiles): string {
  const { severity, code, message, file, line, column, help, witness } = problem
  const excerpt = excerptOf(problem, files)
  const number = String(line)
  const gutter = ' '.repeat(number.length)
  return [
    `${severity} ${code}: ${message}`,
    `${gutter}--> ${file}:${line}:${column}`,
    `${number} | ${excerpt.start}${excerpt.token}${excerpt.end}`,
    `${gutter} | ${caretsOf(excerpt)}`,
    ...(witness ? [`${gutter} = when: ${witness.words}`] : []),
    ...(help ? [`${gutter} = help: ${help}`] : []),
    '',
  ].join('\n')
}

function total(problems: readonly Problem[], journeys: number): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const warnings = problems.length - errors
  const where = `in ${counted(journeys, 'journey')}`
  if (errors === 0 && warnings === 0) return `No problems ${where}.\n`
  return `${[errors && counted(errors, 'error'), warnings && counted(warnings, 'warning')].filter(Boolean).join(' and ')} ${where}.\n`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
