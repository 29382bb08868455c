import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Action } from './action.ts'

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
      const module: { readonly action?: Action } = await import(
        pathToFileURL(join(folder, name)).href
      )
      if (!module.action?.name || !module.action.run)
        throw new Error(`${join(folder, name)} must export an action`)
      found.set(module.action.name, module.action)
    }
  }
  return found
}
