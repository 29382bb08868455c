import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { readAccountValue } from './accounts/account.ts'
import { BEGUN_LIFETIME } from './accounts/begun-session.ts'
import { endingCollections } from './accounts/collections.ts'
import { bindInvitation, readInvitation } from './accounts/invitations.ts'
import { purgeExpired } from './accounts/purge.ts'
import { sessions } from './accounts/sessions.ts'
import { sentMessages } from './actions/sent-messages.ts'
import { adminRoutes } from './admin/admin-routes.ts'
import { audit } from './admin/audit.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { journeyOfSubmission, keepDefinitions } from './definitions.ts'
import { questionsToAsk } from './engine/ask-for-more.ts'
import { endRetention } from './engine/end-retention.ts'
import { createLock, type Engine } from './engine/engine.ts'
import { remindOwners } from './engine/remind-owners.ts'
import { runMove } from './engine/run-move.ts'
import type { App, HttpDeps } from './http/context.ts'
import { placesIn } from './http/errors.ts'
import { voiceRoutes } from './http/voice-routes.ts'
import { invite } from './invite.ts'
import { calls } from './messages/calls.ts'
import { nonces } from './messages/nonces.ts'
import { heldInputs } from './store/held-inputs.ts'
import { drafts } from './store/records.ts'
import type { Store } from './store/store.ts'
import { urls } from './urls.ts'
import { loadAssets } from './views/assets.ts'
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
}

const HOUR = 60 * 60_000

/** Wires the service. Throws, in words, when the store cannot be opened. Journeys with errors are named in the log, and not served. */
export async function createService(config: Config, options: ServiceOptions): Promise<Service> {
  const { log, now = Date.now } = options
  const warn = (words: string, about: object = {}) => log.warn(about, words)
  const workplace = await openWorkplace(config, { now, warn, more: [audit] })
  const { store, services, journeys, forms, broken } = workplace
  for (const { file, line, code, message, severity } of workplace.problems)
    if (severity === 'error') log.error({ file, line, code }, message)
  await keepDefinitions(store, forms.journeys)
  const deps: HttpDeps = {
    engine: createEngine(workplace, log),
    services,
    site: forms.site,
    sites: forms.sites,
    pages: forms.pages,
    broken,
    assets: withThemes(loadAssets(options.assetsDir), forms),
    trustedProxies: config.trustedProxies,
    production: config.production,
    origins: originsOf(config),
    journeyOf: (submission) =>
      journeyOfSubmission(store, journeys, submission, workplace.actionsOf),
    log,
  }
  // What only staff and developers read is in the language that definitions are written in.
  const site = { ...forms.site, languages: [forms.site.language] }
  const forStaff: HttpDeps = { ...deps, site, sites: new Map() }
  let isReady = true
  // Loaded where it is wanted: production has nothing of it.
  const dev = config.production ? undefined : await import('./dev/dev-routes.ts')
  const app = createApp(deps, {
    plain: [
      ...(dev ? [dev.devRoutes({ ...forStaff, forms })] : []),
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
      runMove: (request) => runMove(deps.engine, request),
      questionsToAsk: (about) => questionsToAsk(deps.engine, about),
      invite: (request) => invite(services, request),
    }),
    isReady: () => isReady && store.isWritable(),
  })
  await services.outbox.resume()
  const sweep = async () => {
    await remindOwners(deps.engine)
    await purgeAll(store, now)
    await endRetention(deps.engine)
  }
  await remindOwners(deps.engine)
  await endRetention(deps.engine)
  const sweeping = setInterval(() => void sweep(), HOUR).unref()
  const stopBeingReady = () => {
    isReady = false
  }
  const close = async () => {
    stopBeingReady()
    clearInterval(sweeping)
    await workplace.close()
  }
  return { ...workplace, app, stopBeingReady, close }
}

function createEngine(
  { journeys, actionsOf, services, store }: Workplace,
  log: ServiceOptions['log'],
): Engine {
  const { now } = services
  return {
    journeys,
    actionsOf,
    contractsOf: actionsOf,
    journeyGives: new Map([...journeys].map(([id, journey]) => [id, journey.gives])),
    store,
    services,
    now,
    newId: () => randomUUID().replaceAll('-', ''),
    invitations: {
      read: (id, account) => readInvitation(store, id, account, now()),
      bind: (id, account) => bindInvitation(store, id, account, now()),
    },
    accountValue: (account, key) => readAccountValue(store, account, key),
    formLink: (journey) => `${services.origin}${urls.accountForm(journey)}`,
    moreLink: (reference) => `${services.origin}${urls.accountMore(reference)}`,
    onFault: ({ journey, action, error }) =>
      log.error({ journey, action, ...placesIn(error) }, 'an action failed'),
    lock: createLock(),
    returned: new Map(),
  }
}

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
