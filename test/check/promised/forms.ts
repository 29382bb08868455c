import { join } from 'node:path'
import { actions } from '../../../src/actions/registry.ts'
import { checkForms } from '../../../src/check/check-forms.ts'
import { loadJourneys } from '../../../src/journey/load-journeys.ts'
import type { Problem } from '../../../src/journey/problem.ts'
import { readForms } from '../../../src/journey/read-forms.ts'
import type { FormsFiles } from '../../../src/journey/source.ts'

const ROOT = join(import.meta.dirname, '../../..')
const formsIn = (folder: string): FormsFiles => ({ ...readForms(join(ROOT, folder)), shown: '' })

/** The journeys that ship, and such that were written for this alone. */
export const FORMS = {
  shipped: formsIn('forms'),
  unseen: formsIn('test/fixtures/unseen'),
  sound: formsIn('test/fixtures/broken/sound'),
} as const

/** The same forms with one file changed. */
export function withFile(forms: FormsFiles, file: string, text: string): FormsFiles {
  return { ...forms, texts: new Map(forms.texts).set(file, text) }
}

export function problemsOf(forms: FormsFiles): readonly Problem[] {
  const loaded = loadJourneys(forms, () => actions)
  return checkForms(loaded, () => actions).problems
}

/** The problems that are there only since some files were changed. */
export function newProblems(forms: FormsFiles, before: readonly Problem[]): readonly Problem[] {
  const known = new Set(before.map(keyOf))
  return problemsOf(forms).filter((one) => !known.has(keyOf(one)))
}

function keyOf({ code, file, message, help }: Problem): string {
  return [code, file, message, help].join('\n')
}
