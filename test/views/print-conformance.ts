import { compareFixtures } from './compare-fixtures.ts'
import { COMPONENTS, DIVERGENCES, FIXTURE_COUNTS } from './fixtures.ts'

/**
 * `npm run conformance`: our components against the fixtures of govuk-frontend 6.6.0, one row each. It ends with
 * status 1 when one differs and nobody has said why, when a divergence is no longer needed, or when fixtures are missing.
 */
const rows = COMPONENTS.map((component) => ({ component, ...compareFixtures(component) }))
const width = Math.max(...COMPONENTS.map((name) => name.length))
const lines = rows.map(({ component, equal, all, diverging }) => {
  const said = diverging.length > 0 ? `, ${diverging.length} diverge on purpose` : ''
  return `${component.padEnd(width)}  ${equal} / ${all}${said}`
})
const sum = (key: 'equal' | 'all') => rows.reduce((total, row) => total + row[key], 0)
const faults = rows.flatMap(({ component, all, different, needless }) => [
  ...different.map((name) => `${component}, "${name}": is not as upstream has it`),
  ...needless.map((name) => `${component}, "${name}": is as upstream has it; end its divergence`),
  ...(all === FIXTURE_COUNTS[component]
    ? []
    : [`${component}: ${all} fixtures, not ${FIXTURE_COUNTS[component]}`]),
])
const reasons = DIVERGENCES.map((one) => `${one.component}, "${one.fixture}": ${one.reason}`)
const total = `${'all'.padEnd(width)}  ${sum('equal')} / ${sum('all')}`
process.stdout.write(`${[...lines, total, ...reasons, ...faults].join('\n')}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
