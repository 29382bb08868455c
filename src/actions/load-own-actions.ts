import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PROBLEMS } from '../journey/codes.ts'
import { createProblems, type Problem, type Report } from '../journey/problem.ts'
import type { FormsFiles } from '../journey/source.ts'
import { type Source, topOf } from '../journey/tree.ts'
import type { Action } from './action.ts'
import { faultOf, wordSpot } from './import-fault.ts'
import { exportMeant, flawsOf, isParts } from './own-action-flaws.ts'

/** With these Node gives up where tsx does not: it reads no TypeScript, or takes a file without a package for CommonJS. */
const FOR_TSX = ['ERR_UNKNOWN_FILE_EXTENSION', 'ERR_REQUIRE_CYCLE_MODULE']

interface Exports {
  readonly action?: unknown
  readonly default?: unknown
}

async function importFile(href: string, anew: boolean): Promise<Exports> {
  if (anew) return importWithTsx(href)
  return import(href).catch((error: NodeJS.ErrnoException) => {
    // Taken for CommonJS, its types are no JavaScript.
    const isUnread = error instanceof SyntaxError && href.endsWith('.ts')
    if (isUnread || FOR_TSX.includes(error.code ?? '')) return importWithTsx(href)
    throw error
  })
}

/** Each time as the file, and all that it imports, is now. */
async function importWithTsx(href: string): Promise<Exports> {
  const { tsImport } = await import('tsx/esm/api')
  return tsImport(href, import.meta.url)
}

/** What the files of `actions/` came to. */
export interface OwnActions {
  readonly actions: ReadonlyMap<string, Action>
  readonly problems: readonly Problem[]
  /** The files that no action could be taken from: what they would have given is not known. */
  readonly unread: readonly Source[]
}

/**
 * A journey's own actions: each file of `actions/` (and of `_shared/actions/`) exports `action`, or has it as its default. They win over built-in
 * ones of the same name. A file that exports none, cannot be loaded or whose contract does not fit together is a
 * problem. `anew`: as the files are now, whatever was loaded before.
 */
export async function loadOwnActions(
  formsDir: string,
  journey: string,
  files: FormsFiles,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<OwnActions> {
  const { found: problems, report } = createProblems()
  const actions = new Map<string, Action>()
  const unread: Source[] = []
  for (const folder of ['_shared/actions/', `${journey}/actions/`]) {
    const names = new Map<string, string>()
    for (const source of sourcesIn(folder, files)) {
      const action = await loadAction(source, formsDir, files, { anew, report })
      if (!action) unread.push(source)
      else if (names.has(action.name)) reportDoubled(action.name, names, source, report)
      else {
        names.set(action.name, source.path)
        actions.set(action.name, action)
      }
    }
  }
  return { actions, problems, unread }
}

function sourcesIn(folder: string, { texts, shown }: FormsFiles): readonly Source[] {
  return [...texts]
    .filter(([path]) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
    .filter(([path]) => /\.[jt]s$/u.test(path) && !path.endsWith('.d.ts'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, text]) => ({ file: `${shown}${path}`, path, text }))
}

async function loadAction(
  source: Source,
  formsDir: string,
  files: FormsFiles,
  { anew, report }: { readonly anew: boolean; readonly report: Report },
): Promise<Action | undefined> {
  const href = pathToFileURL(join(formsDir, source.path)).href
  const loaded = await importFile(href, anew).catch((error: unknown) => {
    const { at, message, help } = faultOf(error, source, formsDir, files)
    report(PROBLEMS.unreadAction, at, message, help)
    return undefined
  })
  if (!loaded) return undefined
  const action = exportedBy(loaded)
  if (!isParts(action)) {
    reportNone(action, source, report)
    return undefined
  }
  const flaws = flawsOf(action)
  for (const { message, help, word } of flaws) {
    const at = (word === undefined ? undefined : wordSpot(source, word)) ?? exported(source)
    report(PROBLEMS.badContract, at, message, help)
  }
  return flaws.length === 0 ? (action as unknown as Action) : undefined
}

/** `action`; or the default, where that is one. */
function exportedBy({ action, default: other }: Exports): unknown {
  if (action !== undefined) return action
  // What was taken for CommonJS has its default within the default.
  const inner = isParts(other) && typeof other['run'] !== 'function' ? other['default'] : other
  return isParts(inner) && typeof inner['run'] === 'function' ? inner : undefined
}

const WRITE = 'Write export const action = { name: "…", input: …, outcomes: […], run: … }.'

function reportNone(action: unknown, source: Source, report: Report): void {
  if (action !== undefined) {
    report(PROBLEMS.unreadAction, exported(source), '"action" is no action.', WRITE)
    return
  }
  const { text } = source
  const names = [...text.matchAll(/^export (?:const|let|var|function|class) ([\w$]+)/gmu)]
  const meant = exportMeant(names.map(([, name = '']) => name))
  const byDefault = /^export default\b/mu.exec(text)?.index
  const at = meant === undefined ? undefined : wordSpot(source, meant)
  const start = byDefault ?? 0
  const help = meant === undefined ? WRITE : `It exports "${meant}": call that "action". ${WRITE}`
  const spot = at ?? { source, start, end: start }
  report(PROBLEMS.unreadAction, spot, 'This file does not export "action".', help)
}

/** Where the file names its action. */
function exported(source: Source) {
  const found = /^export (?:const|let|var) action\b/mu.exec(source.text)
  if (!found) return topOf(source)
  const end = found.index + found[0].length
  return { source, start: end - 'action'.length, end }
}

function reportDoubled(
  name: string,
  names: ReadonlyMap<string, string>,
  source: Source,
  report: Report,
): void {
  const message = `There is an action "${name}" already, in ${names.get(name)}.`
  const at = wordSpot(source, name) ?? exported(source)
  report(PROBLEMS.badContract, at, message, 'Give one of the two another name.')
}
