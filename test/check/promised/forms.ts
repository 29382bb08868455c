import { join } from 'node:path'
import { actions } from '../../../src/actions/registry.ts'
import { checkForms } from '../../../src/check/check-forms.ts'
import { loadJourneys } from '../../../src/journey/load-journeys.ts'
import type { Problem } from '../../../src/journey/problem.ts'
import { readForms } from '../../../src/journey/read-forms.ts'

/** Files of a forms folder, by path. */
export type Texts = ReadonlyMap<string, string>

const ROOT = join(import.meta.dirname, '../../..')

/** The journeys that ship, and such that were written for this alone. */
export const FORMS = {
  shipped: readForms(join(ROOT, 'forms')).texts,
  unseen: readForms(join(ROOT, 'test/fixtures/unseen')).texts,
  sound: readForms(join(ROOT, 'test/fixtures/broken/sound')).texts,
} as const

export function problemsOf(texts: Texts): readonly Problem[] {
  const loaded = loadJourneys({ shown: '', texts }, () => actions)
  return checkForms(loaded, () => actions).problems
}

/** The problems that are there only since some files were changed. */
export function newProblems(texts: Texts, before: readonly Problem[]): readonly Problem[] {
  const known = new Set(before.map(keyOf))
  return problemsOf(texts).filter((one) => !known.has(keyOf(one)))
}

function keyOf({ code, file, message, help }: Problem): string {
  return [code, file, message, help].join('\n')
}
