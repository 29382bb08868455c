import { readdirSync } from 'node:fs'
import type { Action } from './actions/action.ts'
import { loadOwnActions } from './actions/load-own-actions.ts'
import { actions } from './actions/registry.ts'
import { checkForms } from './check/check-forms.ts'
import type { Journey } from './journey/journey.ts'
import { type LoadedForms, loadJourneys } from './journey/load-journeys.ts'
import type { Problem } from './journey/problem.ts'
import { readForms } from './journey/read-forms.ts'
import { withoutScenarios } from './journey/read-scenarios.ts'
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

/** Reads, compiles and checks a forms folder; the authors' tests are left out. Throws where it cannot be read. */
export async function loadDefinitions(formsDir: string): Promise<Definitions> {
  const actionsOf = await loadActions(formsDir)
  const files = withoutScenarios(readForms(formsDir))
  const forms = checkForms(loadJourneys(files, actionsOf), actionsOf)
  const sound = forms.journeys.flatMap(({ id, journey, status }): [string, Journey][] =>
    journey && status === 'sound' ? [[id, journey]] : [],
  )
  const journeys = new Map(sound)
  const broken = new Set(forms.journeys.map(({ id }) => id).filter((id) => !journeys.has(id)))
  return { actionsOf, files, forms, problems: forms.problems, journeys, broken }
}

/** Built-in actions, and each journey's own. */
async function loadActions(formsDir: string): Promise<ActionsOf> {
  const own = new Map<string, ReadonlyMap<string, Action>>()
  for (const entry of readdirSync(formsDir, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('_')) continue
    const more = await loadOwnActions(formsDir, entry.name)
    if (more.size > 0) own.set(entry.name, new Map([...actions, ...more]))
  }
  return (journey) => own.get(journey) ?? actions
}
