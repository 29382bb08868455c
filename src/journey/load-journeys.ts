import { PROBLEMS } from './codes.ts'
import { withForeign } from './foreign-words.ts'
import type { Journey, Site } from './journey.ts'
import { accountKeys, factsFor, readHead } from './journey-names.ts'
import { filesOf, loadJourney, SITE_FILE, type Telling } from './load-journey.ts'
import { loadPages } from './load-pages.ts'
import { createMarks, type Marks } from './marks.ts'
import { createProblems, hasErrors, type Problem, type Report, sortProblems } from './problem.ts'
import type { ContentPage } from './read-page.ts'
import { checkId } from './read-scalar.ts'
import { readScenarios } from './read-scenarios.ts'
import { PLAIN_SITE, readSite, type SiteNames } from './read-site.ts'
import { readThemes } from './read-theme.ts'
import type { ContractTable, Reading } from './reading.ts'
import type { Scenario } from './scenario.ts'
import { readSharedLocale } from './shared-locale.ts'
import { type SitePaths, sitePaths } from './site-paths.ts'
import { createFileReader, type FileReader, type FormsFiles } from './source.ts'
import type { Theme } from './theme.ts'
import { type Node, pairOf, topOf } from './tree.ts'

export type { ContentPage } from './read-page.ts'

export interface LoadedJourney {
  readonly id: string
  readonly status: 'sound' | 'broken'
  /** Only of a sound one. */
  readonly journey?: Journey
  /** What could be read, of a broken one too: for further checks, never to be served. */
  readonly compiled?: Journey
  /** The author's tests; none of a broken one. */
  readonly scenarios: readonly Scenario[]
  /** All files that its hash covers, by path below the forms folder. */
  readonly files: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  /** Where the parts of `compiled` were written. */
  readonly marks: Marks
}

export interface LoadedForms {
  readonly journeys: readonly LoadedJourney[]
  readonly pages: readonly ContentPage[]
  readonly site: Site
  /** Language → the site's words in it. */
  readonly sites: ReadonlyMap<string, Site>
  /** By name; a broken one too, as far as it can be read. */
  readonly themes: ReadonlyMap<string, Theme>
  /** Pictures of themes, by path below the forms folder. */
  readonly images: ReadonlyMap<string, Uint8Array>
  /** All of them, of the journeys too, in the order of files and lines. */
  readonly problems: readonly Problem[]
}

/** The contracts of all actions; as a function where journeys have actions of their own. */
export type Contracts = ContractTable | ((journey: string) => ContractTable)

export function contractsFor(contracts: Contracts, journey: string): ContractTable {
  return typeof contracts === 'function' ? contracts(journey) : contracts
}

/** Ids that no journey may have: paths of the service's own. */
export const RESERVED_IDS = [
  'account',
  'admin',
  'dev',
  'healthz',
  'hooks',
  'log-out',
  'pages',
  'readyz',
  'static',
]

/**
 * Compiles all journeys of a forms folder. Never throws over a definition: all that is wrong is in `problems`, and a
 * journey with an error is `broken`. `environment` adds to `config.<key>`.
 */
export function loadJourneys(
  files: FormsFiles,
  contracts: Contracts,
  environment: Readonly<Record<string, string>> = {},
): LoadedForms {
  const ids = journeyIds(files)
  const { found, report } = createProblems()
  const reader = createFileReader(files, report)
  const names = siteNames(files, ids, reader, report)
  const site = readSite(reader.tree(SITE_FILE), PLAIN_SITE, names, report)
  const heads = headsOf(files, ids)
  const languages = languagesOf(files, site, reader.tree(SITE_FILE))
  const paths = pathsOf(files, ids, names.pages)
  const shared: Reading = {
    ...NOTHING_READ,
    language: site.language,
    marks: createMarks(),
    files: reader,
    report,
    journeys: heads,
    paths,
  }
  const locales = languages
    .filter((language) => language !== site.language)
    .map((language) =>
      readSharedLocale(language, reader.tree(SITE_FILE), site, names, files.images, shared),
    )
  const tables = new Map(ids.map((id) => [id, contractsFor(contracts, id)]))
  const journeys = ids.map((id) => {
    const problems = createProblems()
    const all = [...tables.values()]
    const own = tables.get(id) ?? new Map()
    const reading: Reading = {
      id,
      language: site.language,
      report: problems.report,
      marks: createMarks(),
      files: createFileReader(files, problems.report),
      contracts: own,
      journeys: heads,
      facts: factsFor(own, all),
      account: accountKeys(all),
      paths,
      environment,
    }
    return loadOne(reading, { site, names, locales }, problems.found)
  })
  const sites = new Map(
    [site, ...locales.map((one) => withForeign(one.site, site))].map((one) => [
      one.language,
      { ...one, languages },
    ]),
  )
  const pages = loadPages(files, sites, paths, report)
  const problems = sortProblems([...found, ...journeys.flatMap((one) => one.problems)])
  const { themes } = names
  const images = files.images ?? new Map()
  return {
    journeys,
    pages,
    site: sites.get(site.language) ?? site,
    sites,
    themes,
    images,
    problems,
  }
}

function loadOne(reading: Reading, telling: Telling, found: readonly Problem[]): LoadedJourney {
  const { id, marks } = reading
  reportId(reading)
  const compiled = loadJourney(reading, telling)
  const files = filesOf(reading)
  // What names a part that could not be read is no mistake of the scenario.
  const scenarios = compiled && !hasErrors(found) ? readScenarios(compiled, reading) : []
  const problems = sortProblems(found)
  const isSound = compiled !== undefined && !hasErrors(problems)
  return {
    id,
    status: isSound ? 'sound' : 'broken',
    ...(isSound && { journey: compiled }),
    ...(compiled && { compiled }),
    scenarios,
    files,
    problems,
    marks,
  }
}

function reportId({ id, files, report }: Reading): void {
  const path = files.list(id).find((one) => one === 'flow.yaml') ?? files.list(id)[0]
  const source = files.source(`${id}/${path}`)
  if (!source) return
  if (RESERVED_IDS.includes(id)) {
    const help = `Give the folder another name. Not to be used are: ${RESERVED_IDS.join(', ')}.`
    report(PROBLEMS.badName, topOf(source), `No journey may be called "${id}".`, help)
  } else checkId(id, 'a journey', topOf(source), report)
}

/** For what belongs to no journey. */
export const NOTHING_READ = {
  id: '',
  contracts: new Map(),
  facts: new Map(),
  account: new Set<string>(),
  environment: {},
} as const

/** Of files that are kept alone: what they name was there when they were checked. */
export const EVERY_NAME: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true })

/** Kept files are never shown as pages: how these looked is not known, nor asked. */
export const EVERY_THEME: ReadonlyMap<string, Theme> = Object.assign(new Map<string, Theme>(), {
  has: () => true,
})

/** Folders that hold a definition. */
function journeyIds(files: FormsFiles): readonly string[] {
  const folders = [...files.texts.keys()].flatMap((path) =>
    path.includes('/') ? [path.split('/')[0] ?? ''] : [],
  )
  return [...new Set(folders)].filter((id) => !id.startsWith('_')).sort()
}

function siteNames(
  files: FormsFiles,
  ids: readonly string[],
  reader: FileReader,
  report: Report,
): SiteNames {
  if (files.kept) return { pages: EVERY_NAME, themes: EVERY_THEME, journeys: EVERY_NAME }
  const named = (folder: string, ending: RegExp) =>
    new Set(
      [...files.texts.keys()]
        .filter((path) => path.startsWith(`${folder}/`) && ending.test(path))
        .map((path) => path.slice(folder.length + 1).replace(ending, '')),
    )
  return {
    pages: named('_pages', /(?:\.[a-z]{2,3})?\.md$/u),
    themes: readThemes(reader, files.images, report),
    journeys: new Set(ids),
  }
}

/** Of files that are kept alone nobody can tell what was beside them. */
function pathsOf(
  files: FormsFiles,
  ids: readonly string[],
  pages: SiteNames['pages'],
): SitePaths | undefined {
  if (files.kept) return undefined
  const reader = createFileReader(files, () => undefined)
  const flows = new Map(ids.map((id) => [id, reader.tree(`${id}/flow.yaml`)]))
  return sitePaths(RESERVED_IDS, pages, flows)
}

function headsOf(files: FormsFiles, ids: readonly string[]): Reading['journeys'] {
  // What is wrong with a flow is said when it is read itself.
  const reader = createFileReader(files, () => undefined)
  const heads = new Map(ids.map((id) => [id, readHead(id, reader.tree(`${id}/flow.yaml`))]))
  if (!files.kept) return heads
  return { has: () => true, get: (id) => heads.get(id), keys: () => heads.keys() }
}

/** The languages that the site names; where it names none, all that a journey has a locale of. */
function languagesOf(files: FormsFiles, site: Site, siteTree: Node | undefined): readonly string[] {
  if (pairOf(siteTree, 'languages')) return site.languages
  const found = [...files.texts.keys()].flatMap(
    (path) => /^[^/_][^/]*\/locales\/([a-z]{2,3})\.yaml$/u.exec(path)?.[1] ?? [],
  )
  return [...new Set([site.language, ...found.sort()])]
}
