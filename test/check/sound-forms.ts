import { join } from 'node:path'
import { actions } from '../../src/actions/registry.ts'
import { checkForms } from '../../src/check/check-forms.ts'
import { type LoadedForms, loadJourneys } from '../../src/journey/load-journeys.ts'
import { readForms } from '../../src/journey/read-forms.ts'
import type { FormsFiles } from '../../src/journey/source.ts'

/** Two small journeys that use most of the format, and have nothing wrong with them. */
export const soundForms: FormsFiles = {
  ...readForms(join(import.meta.dirname, '../fixtures/broken/sound')),
  shown: '',
}

/** The sound forms with some files changed; undefined takes one away. */
export function formsWith(changes: Readonly<Record<string, string | undefined>>): FormsFiles {
  const texts = new Map(soundForms.texts)
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) texts.delete(path)
    else texts.set(path, text)
  }
  return { ...soundForms, texts }
}

/** The forms with one passage of one file changed. */
export function formsEdited(path: string, from: string, to: string): FormsFiles {
  const text = soundForms.texts.get(path) ?? ''
  if (!text.includes(from)) throw new Error(`${path} holds no ${JSON.stringify(from)}`)
  return formsWith({ [path]: text.replace(from, () => to) })
}

export function checked(files: FormsFiles): LoadedForms {
  return checkForms(loadJourneys(files, actions), actions)
}
