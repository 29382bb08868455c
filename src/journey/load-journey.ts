import { createHash } from 'node:crypto'
import { PROBLEMS } from './codes.ts'
import { checkDraftMessages, draftMessages } from './draft-messages.ts'
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
import { pairOf, topOf } from './tree.ts'

/** The file of the site's words. */
export const SITE_FILE = '_site.yaml'

/** Compiles one journey as far as it can be read; everything wrong with it is reported. */
export function loadJourney(reading: Reading, base: Site, names: SiteNames): Journey | undefined {
  const { id, files } = reading
  reportOtherFiles(reading)
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
  checkInvite(admin.invite, messages, reading)
  checkDraftMessages(flow.draft, messages, reading)
  checkMore(admin, flow.draft, messages, reading)
  const journey: Journey = {
    id,
    hash: hashOf(filesOf(reading)),
    site,
    stepIndex: new Map(flow.steps.map((step, index) => [step.id, index])),
    fields: schema.fields,
    messages,
    admin,
    ...rest,
  }
  return freezeDeep(journey)
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

/** Files of the format that this version does not read yet. */
function reportOtherFiles(reading: Reading): void {
  for (const path of reading.files.list(reading.id)) {
    if (!path.startsWith('locales/')) continue
    const source = reading.files.source(`${reading.id}/${path}`)
    if (source)
      reading.report(
        PROBLEMS.notSupported,
        topOf(source),
        `"${path}" is not supported yet.`,
        'Leave the file out for now.',
      )
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
