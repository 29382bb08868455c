import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Action } from './action.ts'

interface ActionModule {
  readonly action?: Action
}

/** With these Node gives up where tsx does not: it reads no TypeScript, or takes a file without a package for CommonJS. */
const FOR_TSX = ['ERR_UNKNOWN_FILE_EXTENSION', 'ERR_REQUIRE_CYCLE_MODULE']

async function importFile(href: string, anew: boolean): Promise<ActionModule> {
  if (anew) return importWithTsx(href)
  return import(href).catch((error: NodeJS.ErrnoException) => {
    if (FOR_TSX.includes(error.code ?? '')) return importWithTsx(href)
    throw error
  })
}

/** Each time as the file, and all that it imports, is now. */
async function importWithTsx(href: string): Promise<ActionModule> {
  const { tsImport } = await import('tsx/esm/api')
  return tsImport(href, import.meta.url)
}

/**
 * A journey's own actions: each file of `actions/` (and of `_shared/actions/`) exports `action`. They win over built-in
 * ones of the same name. Throws, naming the file, where one exports none. `anew`: as the files are
 * now, whatever was loaded before.
 */
export async function loadOwnActions(
  formsDir: string,
  journey: string,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<ReadonlyMap<string, Action>> {
  const found = new Map<string, Action>()
  for (const folder of [join(formsDir, '_shared', 'actions'), join(formsDir, journey, 'actions')]) {
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder)
      .filter((one) => /\.[jt]s$/u.test(one))
      .sort()) {
      const path = join(folder, name)
      const module = await importFile(pathToFileURL(path).href, anew)
      if (!module.action?.name || !module.action.run)
        throw new Error(`${path} must export an action`)
      const flaw = flawOf(module.action)
      if (flaw !== undefined) throw new Error(`${path}: ${flaw}`)
      found.set(module.action.name, module.action)
    }
  }
  return found
}

/** What an action says of itself that cannot be: nobody has compiled an author's file. */
function flawOf({ outcomes, input, gives = [], needs = [], waits }: Action): string | undefined {
  if (!Array.isArray(outcomes) || outcomes.length === 0) return 'the action has no "outcomes"'
  const inputs = Object.keys(input?.['properties'] ?? {})
  const ends = [...gives.map(({ on }) => on), ...(waits === undefined ? [] : [waits])]
  const noEnd = ends.find((name) => !outcomes.includes(name))
  if (noEnd !== undefined)
    return `there is no outcome "${noEnd}". The outcomes are: ${outcomes.join(', ')}`
  const about = [
    ...gives.flatMap((give) => give.about ?? []),
    ...needs.flatMap((need) => need.about ?? []),
  ]
  const noInput = about.find((name) => !inputs.includes(name))
  return noInput === undefined
    ? undefined
    : `a fact cannot be about "${noInput}", which is no input. The inputs are: ${inputs.join(', ')}`
}
