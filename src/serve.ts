import type { Logger } from 'pino'
import { BEGUN_LIFETIME } from './accounts/begun-session.ts'
import { endingCollections } from './accounts/collections.ts'
import { purgeExpired } from './accounts/purge.ts'
import { sessions } from './accounts/sessions.ts'
import { sentMessages } from './actions/sent-messages.ts'
import { adminRoutes } from './admin/admin-routes.ts'
import { audit } from './admin/audit.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { createEngine } from './create-engine.ts'
import { dropDefinitions, journeyOfSubmission, keepDefinitions } from './definitions.ts'
import { questionsToAsk } from './engine/ask-for-more.ts'
import { endRetention } from './engine/end-retention.ts'
import { createLock, type Engine } from './engine/engine.ts'
import { remindOwners } from './engine/remind-owners.ts'
import { runMove } from './engine/run-move.ts'
import type { App, HttpDeps } from './http/context.ts'
import { placesIn } from './http/errors.ts'
import { voiceRoutes } from './http/voice-routes.ts'
import { invite } from './invite.ts'
import type { Edition } from './live.ts'
import type { Definitions } from './load-definitions.ts'
import { calls } from './messages/calls.ts'
import { nonces } from './messages/nonces.ts'
import { heldInputs } from './store/held-inputs.ts'
import { drafts } from './store/records.ts'
import type { Store } from './store/store.ts'
import { sweepFiles } from './sweep-files.ts'
import { urls } from './urls.ts'
import { type Assets, loadAssets } from './views/assets.ts'
import { withThemes } from './views/theme-assets.ts'
import { openWorkplace, voiceUrl, type Workplace } from './workplace.ts'

/** A service that runs: what main listens with, and what tests talk to. */
export interface Service extends Workplace {
  readonly app: App
  /** From now on `/readyz` says that nothing more should be sent here. */
  stopBeingReady(): void
}

export interface ServiceOptions {
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  readonly now?: () => number
  /** Where the built assets are. */
  readonly assetsDir: string
  /** To whoever looks at the terminal: what is wrong with definitions, at each save. */
  readonly say?: (text: string) => void
}

const HOUR = 60 * 60_000

/** Wires the service. Throws, in words, when the store cannot be opened. Journeys with errors are named in the log, and not served. */
export async function createService(config: Config, options: ServiceOptions): Promise<Service> {
  const { log, now = Date.now, say = () => undefined } = options
  const warn = (words: string, about: object = {}) => log.warn(about, words)
  const live = config.watch
    ? await (await import('./live.ts')).openLive({ formsDir: config.formsDir, say, now })
    : undefined
  const workplace = await openWorkplace(config, {
    now,
    warn,
    more: [audit],
    ...(live && { definitions: live.first.definitions }),
  })
  const { store, services, shelf } = workplace
  await sweepFiles(workplace, config, warn)
  // Whoever watches has read them at the terminal.
  for (const { file, line, code, message, severity } of live ? [] : workplace.problems)
    if (severity === 'error') log.error({ file, line, code }, message)
  const assets = loadAssets(options.assetsDir, live && { revision: '', href: urls.devChanges })
  const kept = { lock: createLock(), returned: new Map() } satisfies Partial<Engine>
  // Loaded where it is wanted: production has nothing of it.
  const dev = config.production ? undefined : await import('./dev/dev-routes.ts')
  let isReady = true
  // The maps of journeys, and all that draws them, are loaded when one is first asked for.
  const loadMaps = async () =>
    (await import('./cli/dev-maps.ts')).createDevMaps(config.formsDir, now)

  async function assemble(edition: Edition): Promise<Assembled> {
    const { definitions, lastSound } = edition
    const { forms, journeys, broken, actionsOf } = definitions
    await keepDefinitions(store, forms.journeys)
    const usable = { actionsOf, journeys: new Map([...journeys, ...lastSound]) }
    const aside = dev && config.forAuthors ? dev.createAside({ forms, lastSound }) : undefined
    const engine: Engine = {
      ...createEngine(usable, services, log),
      ...kept,
      shelf,
      ...(aside && { onShown: aside.onShown }),
    }
    const deps: HttpDeps = {
      engine,
      shelf,
      services,
      site: forms.site,
      sites: forms.sites,
      pages: forms.pages,
      broken,
      assets: withThemes(assetsOf(assets, edition), forms),
      trustedProxies: config.trustedProxies,
      production: config.production,
      origins: originsOf(config),
      journeyOf: (submission) => journeyOfSubmission(store, journeys, submission, actionsOf),
      log,
      ...(aside && { asideOf: aside.htmlOf }),
    }
    // What only staff and developers read is in the language that definitions are written in.
    const site = { ...forms.site, languages: [forms.site.language] }
    const forStaff: HttpDeps = { ...deps, site, sites: new Map() }
    const { forAuthors } = config
    const forDev = { ...forStaff, ...definitions, lastSound, forAuthors, loadMaps }
    const app = createApp(deps, {
      plain: [
        ...(dev ? [dev.devRoutes({ ...forDev, ...(live && { changes: live }) })] : []),
        ...(config.plivo
          ? [
              voiceRoutes({
                store,
                now,
                urlOf: (...of) => voiceUrl(config.origin, ...of),
                token: config.plivo.token,
              }),
            ]
          : []),
      ],
      admin: adminRoutes({
        ...forStaff,
        runMove: (request) => runMove(engine, request),
        questionsToAsk: (about) => questionsToAsk(engine, about),
        invite: (request) => invite(services, request),
      }),
      isReady: () => isReady && store.isWritable(),
    })
    return { app, engine, definitions }
  }

  let current = await assemble(live?.first ?? { definitions: workplace, ...NOTHING_BEFORE })
  await live?.watch(async (edition) => {
    const before = current.engine.journeys
    current = await assemble(edition)
    await dropDefinitions(store, before, current.engine.journeys)
  })
  await services.outbox.resume()
  // Each by itself: one that fails keeps the others from nothing, and is tried again an hour later.
  const attempt = (job: string, work: () => Promise<unknown>) =>
    work().catch((error: unknown) => log.error({ job, ...placesIn(error) }, 'a job failed'))
  const remindAndRetain = async () => {
    await attempt('reminders', () => remindOwners(current.engine))
    await attempt('retention', () => endRetention(current.engine))
  }
  const sweep = async () => {
    await attempt('purge', () => purgeAll(store, now))
    await remindAndRetain()
  }
  await remindAndRetain()
  const sweeping = setInterval(() => void sweep(), HOUR).unref()
  const stopBeingReady = () => {
    isReady = false
    live?.close()
  }
  const close = async () => {
    stopBeingReady()
    clearInterval(sweeping)
    await workplace.close()
  }
  // A save of the definitions makes them others.
  return {
    store,
    shelf,
    services,
    get app() {
      return current.app
    },
    get actionsOf() {
      return current.definitions.actionsOf
    },
    get files() {
      return current.definitions.files
    },
    get forms() {
      return current.definitions.forms
    },
    get problems() {
      return current.definitions.problems
    },
    get journeys() {
      return current.definitions.journeys
    },
    get broken() {
      return current.definitions.broken
    },
    stopBeingReady,
    close,
  }
}

/** A page tells of which edition it is, so that it loads itself again when that is no more. */
function assetsOf(assets: Assets, { revision }: Edition): Assets {
  return assets.reload ? { ...assets, reload: { ...assets.reload, revision } } : assets
}

/** What is made of an edition of the definitions. */
interface Assembled {
  readonly app: App
  readonly engine: Engine
  readonly definitions: Definitions
}

const NOTHING_BEFORE = { lastSound: new Map(), revision: '' } as const

/** In development the service answers under its loopback names too. */
function originsOf({ origin, production, port }: Config): readonly string[] {
  if (production) return [origin]
  const ports = [...new Set([new URL(origin).port, String(port)])].filter(
    (one) => one !== '' && one !== '0',
  )
  return [
    origin,
    ...ports.flatMap((one) =>
      ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${one}`),
    ),
  ]
}

/** Sessions that are over are known for as long as the cookie that one of them began with could begin another. */
function endOf(collection: string, now: number): number {
  return collection === sessions.name ? now - BEGUN_LIFETIME : now
}

/** Drafts, sessions, codes and the like that are over (R-DP-04). */
async function purgeAll(store: Store, now: () => number): Promise<void> {
  for (const collection of endingCollections)
    await purgeExpired(store, collection as unknown as typeof drafts, endOf(collection.name, now()))
  await purgeExpired(store, drafts, now())
  await purgeExpired(store, sentMessages, now())
  await purgeExpired(store, calls, now())
  await purgeExpired(store, nonces, now())
  await purgeExpired(store, heldInputs, now())
}
