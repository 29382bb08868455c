import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../../config.ts'
import { type LoadedJourney, loadJourneys } from '../../journey/load-journeys.ts'
import { definitions } from '../../store/definitions.ts'
import { openWorkplace } from '../../workplace.ts'
import { type CheckedForms, loadForms } from '../load-forms.ts'

export type Loaded = Pick<CheckedForms, 'forms' | 'files' | 'contracts'>

/** A forms folder, or the hash of a definition that was kept when it was served. Throws, in words, where there is neither. */
export async function loadVersion(name: string, config: Config): Promise<Loaded> {
  if (existsSync(name)) return loadForms(resolve(name))
  if (!/^[0-9a-f]{16}$/u.test(name))
    throw new Error(`There is no folder "${name}", and it is no hash of a kept definition.`)
  const { store, actionsOf, close } = await openWorkplace(config)
  try {
    const kept = (await store.read(definitions, name))?.value
    if (!kept) throw new Error(`No definition with the hash ${name} was kept in ${config.dataDir}.`)
    const files = { shown: '', texts: new Map(Object.entries(kept.files)), kept: true }
    return { forms: loadJourneys(files, actionsOf), files, contracts: actionsOf }
  } finally {
    await close()
  }
}

/** Journeys by id, as far as they can be served. */
export function soundIn({ forms }: Loaded): ReadonlyMap<string, LoadedJourney> {
  return new Map(forms.journeys.flatMap((one) => (one.journey ? [[one.id, one] as const] : [])))
}
