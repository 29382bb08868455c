import type { Action } from './actions/action.ts'
import { loadOwnActions, type OwnActions } from './actions/load-own-actions.ts'
import { actions } from './actions/registry.ts'
import { checkForms } from './check/check-forms.ts'
import { withActionProblems } from './check/unread-actions.ts'
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
 * keeps no journey from being served. Throws where the folder cannot be read; and, unless it is for authors, in words
 * where an own action cannot be taken.
 */
export async function loadDefinitions(
  formsDir: string,
  { forAuthors = false }: LoadOptions = {},
): Promise<Definitions> {
  const files = readForms(formsDir)
  const own = await loadActions(formsDir, files, forAuthors)
  const tables = new Map(
    [...own].map(([id, one]) => [id, new Map([...actions, ...one.actions])] as const),
  )
  const actionsOf: ActionsOf = (journey) => tables.get(journey) ?? actions
  const check = (some: FormsFiles) =>
    withActionProblems(checkForms(loadJourneys(some, actionsOf), actionsOf), (id) => own.get(id))
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

/** Each journey's own actions. Only authors are served without one that cannot be taken: all others are told before it starts. */
async function loadActions(
  formsDir: string,
  files: FormsFiles,
  forAuthors: boolean,
): Promise<ReadonlyMap<string, OwnActions>> {
  const own = new Map<string, OwnActions>()
  const ids = new Set([...files.texts.keys()].map((path) => path.split('/')[0] ?? ''))
  for (const id of ids) {
    if (id.startsWith('_')) continue
    const read = await loadOwnActions(formsDir, id, files, { anew: forAuthors })
    if (read.actions.size > 0 || read.problems.length > 0) own.set(id, read)
  }
  const problems = sortProblems([...own.values()].flatMap((one) => one.problems))
  if (problems.length > 0 && !forAuthors) throw new Error(problems.map(inOneLine).join('\n'))
  return own
}

function inOneLine({ file, line, column, message, help }: Problem): string {
  return `${file}:${line}:${column} ${message} ${help}`
}
