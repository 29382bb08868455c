import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Action } from '../actions/action.ts'
import { loadOwnActions, type OwnActions } from '../actions/load-own-actions.ts'
import { actions } from '../actions/registry.ts'
import { checkForms } from '../check/check-forms.ts'
import { withActionProblems } from '../check/unread-actions.ts'
import { type LoadedForms, loadJourneys } from '../journey/load-journeys.ts'
import { readForms } from '../journey/read-forms.ts'
import type { FormsFiles } from '../journey/source.ts'

export interface CheckedForms {
  readonly forms: LoadedForms
  readonly files: FormsFiles
  readonly contracts: (journey: string) => ReadonlyMap<string, Action>
}

/** The folder that FORMS_DIR names; throws, in words, where there is none. */
export function formsDir(dir = process.env['FORMS_DIR'] ?? './forms'): string {
  const path = resolve(dir)
  if (!existsSync(path)) throw new Error(`There is no folder ${path}. FORMS_DIR names another.`)
  return path
}

/** Checks a forms folder as it is read, or as `files` has it, with each journey's own actions. */
export async function loadForms(
  dir: string,
  files: FormsFiles = readForms(dir),
): Promise<CheckedForms> {
  const own = new Map<string, OwnActions>()
  const ids = new Set([...files.texts.keys()].map((path) => path.split('/')[0] ?? ''))
  for (const id of ids) if (!id.startsWith('_')) own.set(id, await loadOwnActions(dir, id, files))
  const tables = new Map([...own].map(([id, one]) => [id, new Map([...actions, ...one.actions])]))
  const contracts = (id: string) => tables.get(id) ?? actions
  const forms = checkForms(loadJourneys(files, contracts), contracts)
  return { forms: withActionProblems(forms, (id) => own.get(id)), files, contracts }
}

/** What is wrong with ids that no journey has; undefined: all are there. */
export function unknownJourneys(ids: readonly string[], forms: LoadedForms): string | undefined {
  const unknown = ids.filter((id) => !forms.journeys.some((one) => one.id === id))
  if (unknown.length === 0) return undefined
  const all = forms.journeys.map((one) => one.id).join(', ')
  return `There is no journey "${unknown.join('", "')}". The journeys are: ${all}.\n`
}
