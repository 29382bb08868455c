import { readdirSync } from 'node:fs'
import type { Action } from './actions/action.ts'
import { loadOwnActions } from './actions/load-own-actions.ts'
import { actions } from './actions/registry.ts'
import { checkForms } from './check/check-forms.ts'
import type { Journey } from './journey/journey.ts'
import { type LoadedForms, loadJourneys } from './journey/load-journeys.ts'
import { hasErrors, type Problem, sortProblems } from './journey/problem.ts'
import { readForms } from './journey/read-forms.ts'
import { SCENARIOS_FILE, withoutScenarios } from './journey/read-scenarios.ts'
import type { FormsFiles } from './journey/source.ts'

export type ActionsOf = (journey: string) => ReadonlyMap<string, Action>

/** What a forms folder came to. */
export interface Definitions {
  readonly actionsOf: ActionsOf
  readonly files: FormsFiles
  readonly forms: LoadedForms
  readonly problems: readonly Problem[]
  /** The journeys that are served: those without errors. */
  readonly journeys: ReadonlyMap<string, Journey>
  readonly broken: ReadonlySet<string>
}

/** What authors want besides: their tests are checked too, and own actions are read anew. */
export interface LoadOptions {
  readonly forAuthors?: boolean
}

/**
 * Reads, compiles and checks a forms folder. The authors' tests are left out unless it is for them; a mistake in those
 * keeps no journey from being served. Throws where the folder cannot be read.
 */
export async function loadDefinitions(
  formsDir: string,
  { forAuthors = false }: LoadOptions = {},
): Promise<Definitions> {
  const actionsOf = await loadActions(formsDir, forAuthors)
  const files = readForms(formsDir)
  const check = (some: FormsFiles) => checkForms(loadJourneys(some, actionsOf), actionsOf)
  const whole = forAuthors ? check(files) : undefined
  const isAsServed = whole && !hasErrors(whole.problems.filter(isOfScenarios))
  const forms = isAsServed ? whole : check(withoutScenarios(files))
  const journeys = new Map(
    forms.journeys.flatMap(({ id, journey, status }): [string, Journey][] =>
      journey && status === 'sound' ? [[id, journey]] : [],
    ),
  )
  const broken = new Set(forms.journeys.map(({ id }) => id).filter((id) => !journeys.has(id)))
  const problems = whole ? withScenarios(forms.problems, whole.problems) : forms.problems
  return { actionsOf, files, forms, problems, journeys, broken }
}

function isOfScenarios({ file }: Problem): boolean {
  return file.endsWith(`/${SCENARIOS_FILE}`)
}

function withScenarios(served: readonly Problem[], whole: readonly Problem[]): readonly Problem[] {
  return sortProblems([...served, ...whole.filter(isOfScenarios)])
}

/** Built-in actions, and each journey's own. */
async function loadActions(formsDir: string, anew: boolean): Promise<ActionsOf> {
  const own = new Map<string, ReadonlyMap<string, Action>>()
  for (const entry of readdirSync(formsDir, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('_')) continue
    const more = await loadOwnActions(formsDir, entry.name, { anew })
    if (more.size > 0) own.set(entry.name, new Map([...actions, ...more]))
  }
  return (journey) => own.get(journey) ?? actions
}
