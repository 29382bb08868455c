import { onTestFinished } from 'vitest'
import { type Account, accounts } from '../../src/accounts/account.ts'
import { accountCollections } from '../../src/accounts/collections.ts'
import { changeSession, startSession } from '../../src/accounts/sessions.ts'
import type { AdminDeps } from '../../src/admin/admin-deps.ts'
import { adminRoutes } from '../../src/admin/admin-routes.ts'
import { type AuditRecord, audit } from '../../src/admin/audit.ts'
import type { Submission } from '../../src/answers/draft.ts'
import { createApp } from '../../src/app.ts'
import { questionsToAsk } from '../../src/engine/ask-for-more.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { createLock } from '../../src/engine/engine.ts'
import { runMove } from '../../src/engine/run-move.ts'
import { createFileShelf } from '../../src/files/file-shelf.ts'
import { invite } from '../../src/invite.ts'
import { heldInputs } from '../../src/store/held-inputs.ts'
import { openLowdbStore } from '../../src/store/lowdb-store.ts'
import { drafts, submissions } from '../../src/store/records.ts'
import type { Store } from '../../src/store/store.ts'
import { makeTemporaryFolder } from '../store/temporary-folder.ts'
import { FRAME } from '../views/samples.ts'
import { JOURNEY } from './sample-journey.ts'

export const START = Date.UTC(2026, 4, 3, 9)
const ORIGIN = 'http://localhost'

/** The admin with a store of its own, and a clock that the test turns. */
export async function openOffice(more: Partial<AdminDeps> = {}, journey = JOURNEY) {
  const clock = { now: START }
  const now = () => clock.now
  const dir = await makeTemporaryFolder()
  const store = await openLowdbStore({
    dir,
    collections: [...accountCollections, drafts, submissions, audit, heldInputs],
    now,
    ignoreBroken: false,
  })
  onTestFinished(() => store.close())
  // A test may break the store: pages must then refuse to be shown.
  const breaking = { audit: false }
  const kept: Store = {
    ...store,
    write: (collection, value, version, options) =>
      breaking.audit && collection.name === audit.name
        ? Promise.reject(new Error('ENOSPC'))
        : store.write(collection, value, version, options),
  }
  const services = {
    store: kept,
    outbox: { dispatch() {}, resume: async () => {}, idle: async () => {} },
    now,
    origin: ORIGIN,
    secretKey: Buffer.alloc(32, 7),
    development: true,
  } as unknown as AdminDeps['services']
  const engine = {
    journeys: new Map([[journey.id, journey]]),
    actionsOf: () => new Map(),
    contractsOf: () => new Map([['submit-request', { submits: true }]]),
    journeyGives: new Map(),
    store: kept,
    services,
    now,
    lock: createLock(),
  } as unknown as Engine
  const files = createFileShelf({ dir })
  const deps: AdminDeps = {
    shelf: files,
    engine,
    services,
    site: JOURNEY.site,
    sites: new Map(),
    pages: [{ id: 'accessibility', title: 'Accessibility statement', language: 'en', html: '' }],
    broken: new Set(['broken']),
    assets: { ...FRAME.assets, files: new Map(), themes: new Map() },
    trustedProxies: [],
    production: false,
    origins: [ORIGIN],
    log: { info() {}, warn() {}, error() {} },
    runMove: (request) => runMove(engine, request),
    questionsToAsk: (about) => questionsToAsk(engine, about),
    invite: (request) => invite(services, request),
    journeyOf: async () => JOURNEY,
    ...more,
  }
  const app = createApp(deps, { plain: [], admin: adminRoutes(deps), isReady: () => true })

  return {
    store,
    shelf: files,
    clock,
    breaking,
    /** Follows no redirects. */
    get: (path: string, cookie: string) =>
      Promise.resolve(app.request(`${ORIGIN}${path}`, { headers: { cookie } })),
    post: (path: string, cookie: string, body: Record<string, string>) =>
      Promise.resolve(
        app.request(`${ORIGIN}${path}`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(body).toString(),
        }),
      ),
    /** Fills in the form of the list, and goes where it leads. */
    search: async (path: string, cookie: string, form: Record<string, string>) => {
      const send = (url: string, init: RequestInit = {}) =>
        Promise.resolve(
          app.request(`${ORIGIN}${url}`, {
            ...init,
            headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
          }),
        )
      const page = tokenIn(await (await send(path)).text())
      const body = new URLSearchParams({ page, ...form }).toString()
      const sent = await send(path, { method: 'POST', body })
      const location = sent.headers.get('location')
      return location === null ? sent : send(location)
    },
    /** An account with these roles, signed in; answers its cookie. */
    signIn: async (id: string, roles: readonly string[], staff = true) => {
      await addAccount(store, id, roles)
      const { session, token } = await startSession(store, now())
      await changeSession(store, session.id, (before) => ({
        ...before,
        facts: [
          {
            fact: 'signed-in',
            scope: 'session',
            about: { account: id },
            session: session.id,
            since: now(),
            carries: { account: id, firstName: id, credentials: 1, staff },
          },
        ],
      }))
      return `session=${token}`
    },
    audited: async (): Promise<readonly AuditRecord[]> => {
      const ids = await store.ids(audit)
      const read = await Promise.all(ids.map((one) => store.read(audit, one)))
      return read.flatMap((one) => (one ? [one.value] : []))
    },
  }
}

export async function addAccount(
  store: Store,
  id: string,
  roles: readonly string[],
  more: Partial<Account> = {},
): Promise<void> {
  const account: Account = {
    id,
    email: `${id}@example.com`,
    emailKey: `${id}@example.com`,
    firstName: id,
    surname: 'Jones',
    passwordHash: '',
    credentials: 1,
    roles,
    active: true,
    createdBy: 'draft',
    createdAt: START,
    messages: [],
    ...more,
  }
  await store.write(accounts, account, (await store.read(accounts, id))?.version ?? 0)
}

export async function addCase(
  store: Store,
  number: number,
  more: Partial<Submission> = {},
): Promise<Submission> {
  const submission: Submission = {
    id: `case-${number}`,
    reference: `HDJ2-${String(1000 + number)}`,
    journey: JOURNEY.id,
    hash: JOURNEY.hash,
    draft: `draft-${number}`,
    answers: { surname: 'Taylor', email: 'sam@example.com', recordHolder: 'other' },
    path: ['details', 'record', 'check'],
    submittedAt: START,
    language: 'en',
    status: 'received',
    history: [],
    messages: [],
    ...more,
  }
  await store.write(submissions, submission, 0)
  return submission
}

/** The token that a page's own form brings back. */
export function tokenIn(html: string): string {
  return /name="page" value="([^"]+)"/u.exec(html)?.[1] ?? ''
}
