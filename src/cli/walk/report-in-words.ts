import { COVERED } from '../../scenarios/coverage.ts'
import type { Report } from './report.ts'

/** A report as an author reads it. */
export function reportInWords(report: Report): string {
  const { journey, walks, moves, stored, rules, coverage, axe, axeStates } = report
  const isRight = report.failures.length + axe.length === 0
  return [
    ...report.failures.flatMap(({ words, scenario }) => [`failed: ${words}`, scenario]),
    ...axe.map((words) => `axe: ${words}`),
    `${journey}: ${walks} walks of ${moves} moves, made without JavaScript and as htmx does.`,
    isRight
      ? `Both ended in the same places, with the same answers (${stored} records).`
      : 'Not all is as it should be.',
    ...COVERED.map((of) => `  ${of.padEnd(9)} ${coverage[of].covered} of ${coverage[of].total}`),
    `  rules     ${rules.length} broken and refused`,
    ...(axeStates === undefined
      ? []
      : [`  axe       ${axeStates} page states, ${axe.length || 'nothing'} found`]),
    ...COVERED.flatMap((of) => coverage[of].missing.map((name) => `  not gone through: ${name}`)),
    ...report.notPossible.map((words) => `  could not be brought about: ${words}`),
    '',
  ].join('\n')
}
