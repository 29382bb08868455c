import { readMarkdownFile } from './front-matter.ts'
import type { Site } from './journey.ts'
import { readLocale } from './read-locale.ts'
import { readSite, type SiteNames } from './read-site.ts'
import { readThemes, THEMES, themeNames } from './read-theme.ts'
import type { Reading } from './reading.ts'
import { retellSite } from './retell-flow.ts'
import { retellMessage } from './retell-message.ts'
import { retellDefs } from './retell-schema.ts'
import { retellTheme } from './retell-theme.ts'
import type { Retell } from './retold.ts'
import type { FormsFiles } from './source.ts'
import { checkPlaceholders } from './told-placeholders.ts'
import type { Node, Spot } from './tree.ts'

/** `_locales/<lang>.yaml`: what it says for the site's words, and for those of `_shared`, which every journey may use. */
export interface SharedLocale {
  readonly language: string
  /** Where the words are written, relative to the forms folder. */
  readonly path: string
  readonly site: Site
  /** What a site may name, with the words of its themes in this language. */
  readonly names: SiteNames
  /** Where words stand in the original (`spotKey`) → their key. */
  readonly keys: ReadonlyMap<string, string>
  /** Where words stand in the original (`spotKey`) → what takes their place. */
  readonly told: ReadonlyMap<string, Node>
}

/** Names a place in a file of the definition. */
export function spotKey({ source, start }: Spot): string {
  return `${source.path} ${start}`
}

/** Reads what is shared by all journeys in one more language; `siteTree` is that of `_site.yaml`. */
export function readSharedLocale(
  language: string,
  siteTree: Node | undefined,
  base: Site,
  names: SiteNames,
  images: FormsFiles['images'],
  reading: Reading,
): SharedLocale {
  const path = `_locales/${language}.yaml`
  const keys = new Map<string, string>()
  const written = new Map<string, Node>()
  const record: Retell = (key, node) => {
    keys.set(spotKey(node), key)
    written.set(key, node)
    return node
  }
  if (siteTree) retellSite('site', siteTree, record)
  retellShared(record, reading)
  for (const name of themeNames(reading.files)) {
    const tree = reading.files.tree(`${THEMES}/${name}.yaml`)
    if (tree) retellTheme(name, tree, record)
  }
  const found = readLocale(reading.files.tree(path), [...keys.values()], reading.report)
  for (const [key, node] of found) {
    const original = written.get(key)
    if (original) checkPlaceholders(original, node, reading.report)
  }
  const told = new Map(
    [...keys].flatMap(([spot, key]) => {
      const node = found.get(key)
      return node ? [[spot, node] as const] : []
    }),
  )
  const tell: Retell = (_key, node) => told.get(spotKey(node)) ?? node
  const toldSite = siteTree && retellSite('site', siteTree, tell)
  const themes = readThemes(
    reading.files,
    images,
    () => undefined,
    (name, tree) => retellTheme(name, tree, tell),
  )
  const own: SiteNames = { ...names, themes }
  const site = readSite(toldSite, base, own, () => undefined)
  return { language, path, keys, told, names: own, site: { ...site, language } }
}

function retellShared(retell: Retell, reading: Reading): void {
  for (const path of reading.files.list('_shared')) {
    if (/^[\w-]+\.json$/u.test(path)) {
      const tree = reading.files.tree(`_shared/${path}`)
      if (tree) retellDefs(path.slice(0, -'.json'.length), tree, retell, reading)
    }
    const name = /^messages\/([\w-]+)\.md$/u.exec(path)?.[1]
    const source = name === undefined ? undefined : reading.files.source(`_shared/${path}`)
    if (name !== undefined && source)
      retellMessage(
        name,
        readMarkdownFile(source, () => undefined),
        retell,
      )
  }
}
