import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Action } from './action.ts'

interface ActionModule {
  readonly action?: Action
}

/** TypeScript is read by tsx, where the process cannot read it by itself. */
async function importFile(href: string): Promise<ActionModule> {
  return import(href).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error
    const { tsImport } = await import('tsx/esm/api')
    return tsImport(href, import.meta.url)
  })
}

/**
 * A journey's own actions: each file of `actions/` (and of `_shared/actions/`) exports `action`. They win over built-in
 * ones of the same name. Throws, naming the file, where one exports none.
 */
export async function loadOwnActions(
  formsDir: string,
  journey: string,
): Promise<ReadonlyMap<string, Action>> {
  const found = new Map<string, Action>()
  for (const folder of [join(formsDir, '_shared', 'actions'), join(formsDir, journey, 'actions')]) {
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder)
      .filter((one) => /\.[jt]s$/u.test(one))
      .sort()) {
      const module = await importFile(pathToFileURL(join(folder, name)).href)
      if (!module.action?.name || !module.action.run)
        throw new Error(`${join(folder, name)} must export an action`)
      found.set(module.action.name, module.action)
    }
  }
  return found
}
