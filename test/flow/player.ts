import { actions } from '../../src/actions/registry.ts'
import { checkForms } from '../../src/check/check-forms.ts'
import type { Decision, ShownStep } from '../../src/engine/decision.ts'
import { createLock, type Engine } from '../../src/engine/engine.ts'
import { press } from '../../src/engine/press.ts'
import { show } from '../../src/engine/show.ts'
import { applyChange, type Visitor } from '../../src/engine/visitor.ts'
import type { Journey } from '../../src/journey/journey.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import { submissions } from '../../src/store/records.ts'
import { createMemoryStore } from '../accounts/memory-store.ts'
import { schemaOf, type Written } from '../format/forms-of.ts'

/** Somebody who uses a journey through the engine alone: no HTTP, no pages, no disk. */
export interface Player {
  readonly page: ShownStep
  /** Redirects of the last thing done. */
  readonly hops: number
  /** False: there is no such place. */
  go(key?: string): Promise<boolean>
  press(answers: Readonly<Record<string, string>>, button?: string): Promise<void>
  /** All drafts as they are stored. */
  stored(): string
  sent(): Promise<{ readonly answers: object; readonly path: readonly string[] }>
}

export async function createPlayer(written: Written, store = createMemoryStore()): Promise<Player> {
  const journey = compiled(written)
  const engine = engineOf(journey, store)
  let visitor = newVisitor()
  let page: ShownStep | undefined
  let hops = 0

  async function follow(decision: Decision, count = 0): Promise<boolean> {
    visitor = applyChange(visitor, decision.session ?? {})
    if (decision.is === 'not-found') return false
    if (decision.is === 'show') {
      page = decision.page
      hops = count
      return true
    }
    if (decision.is !== 'go' || !('journey' in decision.to)) throw new Error(decision.is)
    if (count > 8) throw new Error('led on for ever')
    const { place } = decision.to as { readonly place?: string }
    return follow(await showAt(place), count + 1)
  }

  const showAt = (key?: string) =>
    show(engine, { journey, visitor, ...(key !== undefined && { key }) })
  const shown = () => {
    if (!page) throw new Error('nothing was shown yet')
    return page
  }
  await follow(await showAt())
  return {
    get page() {
      return shown()
    },
    get hops() {
      return hops
    },
    go: async (key) => follow(await showAt(key)),
    async press(answers, button) {
      const body = new URLSearchParams({ page: shown().token, ...answers })
      if (button !== undefined) body.set('button', button)
      const request = { journey, key: shown().place, visitor, body, isPoll: false }
      await follow(await press(engine, request))
    },
    stored: () =>
      JSON.stringify(
        (JSON.parse(store.dump()) as [string, unknown][]).filter(([name]) => name === 'drafts'),
      ),
    async sent() {
      const [id = ''] = await store.ids(submissions)
      const found = await store.read(submissions, id)
      return { answers: found?.value.answers ?? {}, path: found?.value.path ?? [] }
    },
  }
}

function compiled(written: Written): Journey {
  const texts = new Map([
    ['flow/flow.yaml', written.flow],
    ['flow/schema.json', JSON.stringify(schemaOf(written))],
  ])
  const loaded = checkForms(
    loadJourneys({ shown: '', texts }, () => actions),
    () => actions,
  )
  const [only] = loaded.journeys
  const wrong = loaded.problems.filter(
    ({ severity, code }) => severity === 'error' && !IDLE_PARTS.includes(code),
  )
  if (!only?.compiled || wrong.length > 0)
    throw new Error(wrong.map(({ line, message }) => `${line} ${message}`).join('\n'))
  return only.compiled
}

/**
 * Parts that are idle: nobody comes to them, or they change nothing. A flow made at random has some, and works all the same;
 * that it is right to say so is tried in `random-paths.test.ts`, beside every answer.
 */
const IDLE_PARTS = ['FP0801', 'FP0812', 'FP0813', 'FP0814']

function engineOf(journey: Journey, store: ReturnType<typeof createMemoryStore>): Engine {
  const now = () => Date.UTC(2026, 5, 15, 9)
  let ids = 0
  const services = {
    store,
    now,
    origin: 'http://localhost:4399',
    secretKey: Buffer.alloc(32, 7),
    development: true,
    outbox: {
      dispatch: () => undefined,
      idle: async () => undefined,
      resume: async () => undefined,
    },
  } as unknown as Engine['services']
  return {
    journeys: new Map([[journey.id, journey]]),
    actionsOf: () => actions,
    contractsOf: () => actions,
    journeyGives: new Map(),
    store,
    services,
    now,
    newId: () => `id${++ids}`,
    invitations: { read: async () => undefined, bind: async () => false },
    accountValue: async () => undefined,
    moreLink: (reference) => `/account/requests/${reference}/more`,
    formLink: (id) => `/${id}`,
    shelf: { keep: () => Promise.resolve() },
    onFault: ({ error }) => {
      throw error
    },
    lock: createLock(),
    returned: new Map(),
  }
}

function newVisitor(): Visitor {
  return {
    session: 'session-1',
    facts: [],
    callers: [],
    given: {},
    queries: {},
    invitations: {},
    notices: [],
    peer: '127.0.0.1',
  }
}
