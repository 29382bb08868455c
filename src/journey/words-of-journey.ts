import type { Journey } from './journey.ts'
import { SITE_FILE } from './load-journey.ts'
import { EVERY_NAME, EVERY_THEME, type LoadedForms, NOTHING_READ } from './load-journeys.ts'
import { createMarks } from './marks.ts'
import type { Reading } from './reading.ts'
import { readSharedLocale } from './shared-locale.ts'
import { createFileReader, type FormsFiles } from './source.ts'
import { type WordsByKey, wordsByKey } from './tell-journey.ts'

/** The words of a journey that was loaded from these files, in all languages. */
export function wordsOfJourney(
  files: FormsFiles,
  journey: Journey,
  { site, sites }: Pick<LoadedForms, 'site' | 'sites'>,
): WordsByKey {
  const reading: Reading = {
    ...NOTHING_READ,
    id: journey.id,
    language: site.language,
    marks: createMarks(),
    files: createFileReader(files, () => undefined),
    report: () => undefined,
    journeys: new Map(),
    paths: undefined,
  }
  const siteTree = reading.files.tree(SITE_FILE)
  const names = { pages: EVERY_NAME, themes: EVERY_THEME, journeys: EVERY_NAME }
  const locales = [...sites.keys()]
    .filter((language) => language !== site.language)
    .map((language) => readSharedLocale(language, siteTree, site, names, undefined, reading))
  return wordsByKey(reading, journey, locales)
}
