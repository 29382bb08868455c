import { createHash } from 'node:crypto'
import { PROBLEMS } from './codes.ts'
import { checkDraftMessages, draftMessages } from './draft-messages.ts'
import { withForeign } from './foreign-words.ts'
import { freezeDeep } from './freeze.ts'
import type { Journey, Site } from './journey.ts'
import { namesOf } from './journey-names.ts'
import { callsOf, messagesNamed } from './message-inputs.ts'
import { readAdmin } from './read-admin.ts'
import { readFlow } from './read-flow.ts'
import { checkInvite } from './read-invite.ts'
import { readMessages } from './read-messages.ts'
import { checkMore, moreMessages } from './read-more.ts'
import { SCENARIOS_FILE } from './read-scenarios.ts'
import { readSchema } from './read-schema.ts'
import { readSite, type SiteNames } from './read-site.ts'
import type { Reading } from './reading.ts'
import type { SharedLocale } from './shared-locale.ts'
import { localePath, tellJourney } from './tell-journey.ts'
import { pairOf, topOf } from './tree.ts'
import { reportUnused } from './unused.ts'

/** The file of the site's words. */
export const SITE_FILE = '_site.yaml'

/** What a journey is told in besides the language that it is written in. */
export interface Telling {
  readonly site: Site
  readonly names: SiteNames
  readonly locales: readonly SharedLocale[]
}

/** Compiles one journey as far as it can be read, in all its languages; everything wrong with it is reported. */
export function loadJourney(reading: Reading, telling: Telling): Journey | undefined {
  const { site, names } = telling
  reportOtherLocales(reading, telling)
  const journey = compileJourney(reading, site, names)
  if (!journey) return undefined
  const locales = telling.locales.filter((one) => hasLocale(reading, one))
  const languages = [site.language, ...locales.map(({ language }) => language)]
  const translations = new Map(
    locales.flatMap((one) => {
      const inOther = tellJourney(reading, journey, one)
      const told = compileJourney(inOther, one.site, one.names)
      if (!told) return []
      const words = [...inOther.untranslated]
      const untranslated = { language: journey.language, words }
      const site = withForeign({ ...told.site, language: one.language }, journey.site)
      return [
        [
          one.language,
          inLanguage({ ...told, site, ...(words.length > 0 && { untranslated }) }, languages),
        ] as const,
      ]
    }),
  )
  const hash = hashOf(filesOf(reading))
  for (const [language, told] of translations) translations.set(language, { ...told, hash })
  return freezeDeep({ ...inLanguage(journey, languages), hash, translations })
}

function inLanguage(journey: Journey, languages: readonly string[]): Journey {
  return { ...journey, site: { ...journey.site, language: journey.language, languages } }
}

function hasLocale({ id, files }: Reading, { language }: SharedLocale): boolean {
  return files.source(localePath(id, language)) !== undefined
}

/** Compiles it in the one language of the reading. */
function compileJourney(reading: Reading, base: Site, names: SiteNames): Journey | undefined {
  const { id, files } = reading
  const schemaTree = needed('schema.json', reading)
  const flowTree = needed('flow.yaml', reading)
  const schema = readSchema(schemaTree, reading)
  if (!flowTree) return undefined
  const own = readSite(pairOf(flowTree, 'site')?.value, base, names, reading.report)
  const site: Site = { ...own, config: { ...own.config, ...reading.environment } }
  const flow = readFlow(flowTree, namesOf(schema, site, flowTree, reading), reading)
  if (!flow) return undefined
  const { context, ...rest } = flow
  const admin = readAdmin(files.tree(`${id}/admin.yaml`), flow.title, context, flow.invitation)
  const called = messagesNamed(callsOf(flow.steps, admin), reading)
  const named = new Set([
    ...called,
    ...(admin.invite ? [admin.invite.message] : []),
    ...draftMessages(flow.draft),
    ...moreMessages(admin),
  ])
  const messages = readMessages(named, context)
  reportUnused({ flow: flowTree, steps: flow.steps, context, sent: named }, reading)
  checkInvite(admin.invite, messages, reading)
  checkDraftMessages(flow.draft, messages, reading)
  checkMore(admin, flow.draft, messages, reading)
  return {
    id,
    hash: '',
    language: reading.language,
    translations: new Map(),
    site,
    stepIndex: new Map(flow.steps.map((step, index) => [step.id, index])),
    fields: schema.fields,
    messages,
    admin,
    ...rest,
  }
}

function needed(name: string, reading: Reading) {
  const path = `${reading.id}/${name}`
  const tree = reading.files.tree(path)
  if (tree || reading.files.source(path)) return tree
  const other = reading.files
    .list(reading.id)
    .find((one) => one.replace(/\.\w+$/u, '') === name.replace(/\.\w+$/u, ''))
  const help = other ? `Rename ${other} to ${name}.` : `Write ${path}.`
  reading.report(
    PROBLEMS.missingFile,
    topOf(reading.files.absent(path)),
    `The journey "${reading.id}" has no ${name}.`,
    help,
  )
  return undefined
}

/** Languages that people may choose and the journey is not told in, and those that nobody may choose. */
function reportOtherLocales(reading: Reading, { site, locales }: Telling): void {
  const { id, files, report } = reading
  const chosen = locales.map(({ language }) => language)
  for (const path of files.list(`${id}/locales`)) {
    const language = path.replace(/\.yaml$/u, '')
    const source = files.source(`${id}/locales/${path}`)
    if (!source || chosen.includes(language)) continue
    const message =
      language === site.language
        ? `The journey is written in "${language}" already.`
        : `"${language}" is none of the languages of this site.`
    const help = `Name the file after one of the other \`languages\` of ${SITE_FILE}, like "cy.yaml", or add it there.`
    report(PROBLEMS.otherLanguage, topOf(source), message, help)
  }
  const flow = files.source(`${id}/flow.yaml`)
  for (const one of locales) {
    if (!flow || hasLocale(reading, one)) continue
    const message = `This journey is not there in "${one.language}".`
    report(PROBLEMS.untranslated, topOf(flow), message, `Write ${localePath(id, one.language)}.`)
  }
}

/** All files that the definition consists of: its own, the shared ones that it uses, the site's. */
export function filesOf({ id, files }: Reading): Readonly<Record<string, string>> {
  // The author's tests are no part of what residents see.
  const own = files.list(id).flatMap((path) => (path === SCENARIOS_FILE ? [] : [`${id}/${path}`]))
  const paths = [...new Set([...own, ...files.used, SITE_FILE])].sort()
  return Object.fromEntries(
    paths.flatMap((path) => {
      const text = files.source(path)?.text
      return text === undefined ? [] : [[path, text] as const]
    }),
  )
}

function hashOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256')
  for (const [path, text] of Object.entries(files)) hash.update(JSON.stringify([path, text]))
  return hash.digest('hex').slice(0, 16)
}
