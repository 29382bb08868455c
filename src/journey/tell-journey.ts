import { PROBLEMS } from './codes.ts'
import { textsIn, writtenIn } from './foreign-words.ts'
import type { Journey } from './journey.ts'
import { readLocale } from './read-locale.ts'
import type { Reading } from './reading.ts'
import { retellAdmin } from './retell-admin.ts'
import { retellFlow } from './retell-flow.ts'
import { retellMessage } from './retell-message.ts'
import { retellSchema } from './retell-schema.ts'
import type { Retell } from './retold.ts'
import { type SharedLocale, spotKey } from './shared-locale.ts'
import type { FileReader } from './source.ts'
import { checkPlaceholders } from './told-placeholders.ts'
import type { Node } from './tree.ts'

/**
 * The reading of a journey in another language: the same files, with the words of its locale and of the shared one in place
 * of the original's, so that they are compiled and checked like these. Only what is wrong with the words of a locale is
 * reported: the rest is known. What the locale does not say is gathered in `untranslated` while files are read.
 */
export function tellJourney(
  reading: Reading,
  journey: Journey,
  shared: SharedLocale,
): Reading & { readonly untranslated: ReadonlySet<string> } {
  const { language } = shared
  const untranslated = new Set<string>()
  // The definition's hash covers it.
  reading.files.source(shared.path)
  const path = localePath(journey.id, language)
  const slots = wordsWritten(reading, journey)
  const found = readLocale(reading.files.tree(path), [...slots.keys()], reading.report)
  for (const [key, told] of found) {
    const written = slots.get(key)
    if (written) checkPlaceholders(written, told, reading.report)
  }
  const tell: Retell = (key, node, optional = false) => {
    const told = found.get(key) ?? shared.told.get(spotKey(node))
    if (told) return told
    for (const text of textsIn(node)) untranslated.add(text)
    if (optional) return node
    const sharedKey = shared.keys.get(spotKey(node))
    const help =
      sharedKey === undefined ? `Add "${key}" to ${path}.` : `Add "${sharedKey}" to ${shared.path}.`
    reading.report(PROBLEMS.untranslated, node, `These words are not there in "${language}".`, help)
    return writtenIn(journey.language, node)
  }
  return {
    ...reading,
    language,
    untranslated,
    files: toldFiles(reading, tell),
    report: (kind, at, message, help) => {
      const isOfLocale = at.source.path === path || at.source.path === shared.path
      if (isOfLocale) reading.report(kind, at, message, help)
    },
  }
}

export function localePath(journey: string, language: string): string {
  return `${journey}/locales/${language}.yaml`
}

/** What a journey says: its words by the key that a locale has for them, and where these are told in other languages. */
export interface WordsByKey {
  readonly written: ReadonlyMap<string, Node>
  /** Language → key → words. */
  readonly told: ReadonlyMap<string, ReadonlyMap<string, Node>>
}

/** All words of a journey, as they are written and as `locales` tell them. */
export function wordsByKey(
  reading: Reading,
  journey: Journey,
  locales: readonly SharedLocale[],
): WordsByKey {
  const written = wordsWritten(reading, journey)
  const told = locales.map(({ language, told: shared }) => {
    const tree = reading.files.tree(localePath(journey.id, language))
    const own = readLocale(tree, [...written.keys()], () => undefined)
    const all = [...written].flatMap(([key, node]) => {
      const found = own.get(key) ?? shared.get(spotKey(node))
      return found ? [[key, found] as const] : []
    })
    return [language, new Map(all)] as const
  })
  return { written, told: new Map(told) }
}

function wordsWritten(reading: Reading, journey: Journey): ReadonlyMap<string, Node> {
  const slots = new Map<string, Node>()
  const record: Retell = (key, node) => {
    slots.set(key, node)
    return node
  }
  retellFiles(toldFiles(reading, record), journey)
  return slots
}

/** Each file is told once, when it is first asked for. */
function toldFiles(reading: Reading, retell: Retell): FileReader {
  const { id, files } = reading
  const flow = files.tree(`${id}/flow.yaml`)
  const schema = files.tree(`${id}/schema.json`)
  const admin = files.tree(`${id}/admin.yaml`)
  const toldAdmin = admin && retellAdmin(admin, retell)
  const toldFlow = flow && retellFlow(flow, retell)
  const toldSchema = schema && retellSchema(schema, retell, { ...reading, report: () => undefined })
  return {
    ...files,
    tree: (path) => {
      if (path === `${id}/flow.yaml`) return toldFlow
      if (path === `${id}/admin.yaml`) return toldAdmin
      return path === `${id}/schema.json` ? toldSchema : files.tree(path)
    },
    markdown: (path) => {
      const file = files.markdown(path)
      const name = /messages\/([^/]+)\.md$/u.exec(path)?.[1]
      return file && name !== undefined ? retellMessage(name, file, retell) : file
    },
  }
}

/** Asks for every file that holds words. */
function retellFiles(files: FileReader, journey: Journey): void {
  for (const name of journey.messages.keys()) {
    const own = `${journey.id}/messages/${name}.md`
    files.markdown(files.source(own) ? own : `_shared/messages/${name}.md`)
  }
}
