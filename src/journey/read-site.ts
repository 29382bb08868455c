import type { Json } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Site } from './journey.ts'
import { distanceOf, helpWith } from './nearest.ts'
import type { Report } from './problem.ts'
import { readList } from './read-map.ts'
import { readName, readText, readWord } from './read-scalar.ts'
import { readStillWords } from './read-words.ts'
import type { Theme } from './theme.ts'
import { jsonOf, type MapNode, type Node, pairOf } from './tree.ts'

export const SITE_KEYS = [
  'service',
  'council',
  'phase',
  'feedback',
  'contact',
  'sender',
  'languages',
  'timeZone',
  'pages',
  'signIn',
  'theme',
] as const

/** What of the other files a site may name. */
export interface SiteNames {
  readonly pages: ReadonlySet<string>
  readonly journeys: ReadonlySet<string>
  readonly themes: ReadonlyMap<string, Theme>
}

export const PLAIN_SITE: Site = {
  service: 'Online forms',
  council: '',
  sender: '',
  language: 'en',
  languages: ['en'],
  timeZone: 'Europe/London',
  pages: [],
  config: {},
}

/**
 * Words of the site on top of others: `_site.yaml` on the defaults, a journey's `site:` on those. Keys of one's own are
 * kept for `config.<key>`; one that is nearly a known key is reported.
 */
export function readSite(
  node: Node | undefined,
  base: Site,
  names: SiteNames,
  report: Report,
): Site {
  if (!node) return base
  if (node.is !== 'map') {
    report(
      PROBLEMS.wrongType,
      node,
      'A map of words was expected for the site.',
      `Its keys are: ${SITE_KEYS.join(', ')}.`,
    )
    return base
  }
  reportNearKeys(node, report)
  const text = (key: string) => readStillWords(pairOf(node, key)?.value, `"${key}"`, report)
  const phase = readWord(pairOf(node, 'phase')?.value, ['alpha', 'beta'], '"phase"', report)
  const zone = readTimeZone(pairOf(node, 'timeZone')?.value, report)
  const pages = readNames(pairOf(node, 'pages')?.value, names.pages, 'page', report)
  const languages = readLanguages(pairOf(node, 'languages')?.value, report)
  const signIn = readNamed(pairOf(node, 'signIn')?.value, names.journeys, 'journey', report)
  const themed = readNamed(pairOf(node, 'theme')?.value, names.themes, 'theme', report)
  const theme = themed === undefined ? undefined : names.themes.get(themed)
  return {
    ...base,
    ...present({ service: text('service') }),
    ...present({ council: theme?.council ?? text('council') }),
    ...present({ sender: theme?.council ?? text('sender') }),
    ...present({ feedback: text('feedback'), contact: text('contact'), signIn }),
    ...present({ timeZone: zone }),
    ...present({ phase }),
    ...(theme && { theme }),
    ...present({ pages, languages }),
    ...present({ language: languages?.[0] }),
    config: { ...base.config, ...(jsonOf(node) as Readonly<Record<string, Json>>) },
  }
}

function present<K extends string, V>(
  values: Readonly<Record<K, V | undefined>>,
): Partial<Record<K, V>> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Record<K, V>>
}

const isOurs = (key: string) => SITE_KEYS.some((one) => one === key)

function reportNearKeys(node: MapNode, report: Report): void {
  for (const { key, keyAt } of node.pairs) {
    const near = isOurs(key) ? undefined : SITE_KEYS.find((one) => distanceOf(key, one) <= 2)
    if (near)
      report(
        PROBLEMS.unknownKey,
        keyAt,
        `"${key}" is not a key of the site.`,
        helpWith(key, SITE_KEYS, 'keys'),
      )
  }
}

function readTimeZone(node: Node | undefined, report: Report): string | undefined {
  const zone = readText(node, '"timeZone"', report)
  if (!node || zone === undefined) return undefined
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }) && zone
  } catch {
    report(
      PROBLEMS.wrongValue,
      node,
      `"${zone}" is not a time zone.`,
      'Write one like "Europe/London".',
    )
    return undefined
  }
}

function readLanguages(node: Node | undefined, report: Report): readonly string[] | undefined {
  if (!node) return undefined
  const seen = new Set<string>()
  return readList(node, '"languages"', report).flatMap((item) => {
    const language = readName(item, 'a language', report)
    if (language === undefined) return []
    if (seen.has(language))
      report(
        PROBLEMS.doubledId,
        item,
        `"${language}" stands here twice.`,
        'Take one of the two away.',
      )
    seen.add(language)
    if (/^[a-z]{2,3}(?:-[A-Z]{2})?$/u.test(language)) return language
    report(
      PROBLEMS.wrongValue,
      item,
      `"${language}" is not a language.`,
      'Write its code, like "en" or "cy".',
    )
    return []
  })
}

function readNames(
  node: Node | undefined,
  valid: ReadonlySet<string>,
  what: keyof typeof UNKNOWN,
  report: Report,
): readonly string[] | undefined {
  if (!node) return undefined
  return readList(node, `"${what}s"`, report).flatMap(
    (item) => readNamed(item, valid, what, report) ?? [],
  )
}

const UNKNOWN = {
  journey: PROBLEMS.unknownJourney,
  page: PROBLEMS.unknownPage,
  theme: PROBLEMS.unknownTheme,
} as const

function readNamed(
  node: Node | undefined,
  valid: Pick<ReadonlySet<string>, 'has' | 'keys'>,
  what: keyof typeof UNKNOWN,
  report: Report,
): string | undefined {
  const name = readName(node, `a ${what}`, report)
  if (!node || name === undefined || valid.has(name)) return name
  const help = helpWith(name, valid.keys(), `${what}s`)
  report(UNKNOWN[what], node, `There is no ${what} "${name}".`, help)
  return undefined
}
