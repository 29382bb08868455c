import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractsOf } from '../actions/registry.ts'
import type { Journey } from '../journey/journey.ts'
import type { LoadedJourney } from '../journey/load-journeys.ts'
import { SCENARIOS_FILE } from '../journey/read-scenarios.ts'
import type { Scenario } from '../journey/scenario.ts'
import { scenarioInYaml } from '../journey/write-scenario.ts'
import { playScenario } from '../scenarios/play.ts'
import type { Setting } from '../scenarios/stage.ts'
import { type CheckedForms, loadForms } from './load-forms.ts'
import { scenarioOf, upToProblem } from './scenario-of.ts'

/**
 * Adds a scenario to each journey's scenarios.yaml for every problem that is met on some ways only: it walks that way, so that
 * the mended journey can be tried on it. What stands in the file stays as it is; a scenario that is there already is not
 * written again. Answers what was done, a line for each journey.
 */
export async function writeScenarios(
  dir: string,
  checked: CheckedForms,
  ids: readonly string[],
  now: number,
): Promise<readonly string[]> {
  const lines: string[] = []
  for (const loaded of checked.forms.journeys) {
    if (ids.length > 0 && !ids.includes(loaded.id)) continue
    const told = await toldBy(loaded, checked, now)
    const path = `${loaded.id}/${SCENARIOS_FILE}`
    if (told.length > 0) lines.push(await append(dir, path, told, checked))
  }
  return lines.length > 0
    ? lines
    : ['No scenario was written: no problem is met on some ways only.']
}

/** A scenario for each problem of a way, each once, as far as it can be walked now. */
async function toldBy(
  { id, compiled, problems, scenarios }: LoadedJourney,
  { forms, contracts }: CheckedForms,
  now: number,
): Promise<readonly Scenario[]> {
  if (!compiled) return []
  const known = new Set(scenarios.map(({ name }) => name))
  const journeys = new Map(
    forms.journeys.flatMap((one): [string, Journey][] =>
      one.compiled ? [[one.id, one.compiled]] : [],
    ),
  )
  const setting = { journeys, contractsOf: (one: string) => contractsOf(contracts(one)), now }
  const told: Scenario[] = []
  for (const problem of problems) {
    const scenario = scenarioOf(problem, compiled, contracts(id))
    if (!scenario || known.has(scenario.name)) continue
    known.add(scenario.name)
    told.push(await walkable(scenario, compiled, setting))
  }
  return told
}

async function walkable(scenario: Scenario, journey: Journey, setting: Setting): Promise<Scenario> {
  if (scenario.sees.length < 2) return scenario
  const { failure } = await playScenario(setting, journey, scenario)
  return failure ? upToProblem(scenario) : scenario
}

const WHAT_NEXT =
  '# Once the problem is mended: add to "sees" what is to be seen next, and where it "ends".'

/** At the end, with the indent that the file has. What would not be read again is not written. */
async function append(
  dir: string,
  path: string,
  told: readonly Scenario[],
  { files }: CheckedForms,
): Promise<string> {
  const text = files.texts.get(path)
  const shown = `${files.shown}${path}`
  const indent = /^( *)- /mu.exec(text ?? '')?.[1] ?? ''
  const entries = told.map(
    (one) => `\n${scenarioInYaml(one).replace(/^(?=.)/gmu, indent)}${indent}  ${WHAT_NEXT}\n`,
  )
  const head = text ?? '# The tests of this journey: what people are to see.\n'
  const next = `${head.replace(/\n*$/u, '\n')}${entries.join('')}`
  const texts = new Map(files.texts).set(path, next)
  const { forms } = await loadForms(dir, { ...files, texts })
  const wrong = forms.problems.find(({ file, severity }) => file === shown && severity === 'error')
  if (wrong)
    return `Not written: ${shown} could not be added to. ${wrong.message} (line ${wrong.line})`
  writeFileSync(join(dir, path), next)
  return `Written to ${shown}: ${told.length} scenario${told.length === 1 ? '' : 's'}.`
}
