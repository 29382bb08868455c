import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkRows } from './checks.ts'
import type { Load, Loaded, Visitor } from './load.ts'
import {
  buildService,
  cpuOf,
  type Helper,
  memoryOf,
  type Service,
  startHelper,
  startService,
} from './processes.ts'
import {
  LOAD_HEAD,
  limitRow,
  loadRow,
  median,
  type Pair,
  type Sample,
  table,
  weightRows,
} from './table.ts'
import {
  ASKED,
  FIRST,
  PRESSED,
  pageHeadersOf,
  pagesOf,
  redirectHeadersOf,
  walkThreeSteps,
} from './visitors.ts'
import { weightsOf } from './weights.ts'

/**
 * `npm run bench`: one process of ours beside a bare `@hono/node-server` that returns the same bytes (status, headers, body),
 * in interleaved rounds.
 * The environment's ROUNDS and ROUND_MS (milliseconds of one load) make it shorter or longer.
 */
const ROUNDS = Number(process.env['ROUNDS'] ?? 7)
const ROUND_MS = Number(process.env['ROUND_MS'] ?? 700)
const CONNECTIONS = 16
const STARTS = 3
/** What a browser sends along. */
const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'en-GB,en;q=0.5',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'same-origin',
}
const HTMX = { ...BROWSER, 'hx-request': 'true' }
const BODIES: Load['bodies'] = ['Sam', 'Kim'].map(
  (name) => `name-firstName=${name}&name-surname=Taylor&button=continue`,
) as [string, string]

/** What is asked for, with the least of the bare server's answers per second that it should reach. */
const KINDS = [
  { what: 'page', words: 'GET a question, with a draft', bar: 0.5 },
  { what: 'fragment', words: 'the same for htmx: its fragment' },
  { what: 'press', words: 'POST answers, answered by the redirect', bar: 0.25 },
  { what: 'press and page', words: 'the same, and the page that it leads to', bar: 0.25 },
] as const
type What = (typeof KINDS)[number]['what']

const key = randomBytes(32)
const folder = mkdtempSync(join(tmpdir(), 'footpath-bench-'))

const startOne = (name: string) =>
  startService(join(folder, name), FIRST, { SECRET_KEY: key.toString('base64url') })

async function startTimes(): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; index < STARTS; index++) {
    const service = await startOne(`start-${index}`)
    times.push(service.milliseconds)
    await service.stop()
  }
  return times
}

interface Bench {
  readonly ours: Service
  readonly bare: Helper
  readonly load: Helper
  readonly visitors: readonly Visitor[]
  /** Someone more, who sees what is sent along with the answers. */
  readonly witness: Visitor
}

/** One load on both, one right after the other; who is first changes from round to round. */
async function measurePair(bench: Bench, what: What, isOursFirst: boolean): Promise<Pair> {
  const { ours, bare, load, visitors } = bench
  const origin = `http://127.0.0.1:${ours.port}`
  const headers = what === 'fragment' ? HTMX : BROWSER
  // A press changes the page: what is expected, and what the bare server returns, is asked for anew.
  const pages = await pagesOf(origin, visitors, headers)
  const [page = ''] = pages
  const { port } = await bare.ask<{ port: number }>({
    page,
    ...(await sentAlong(origin, bench.witness, headers)),
  })
  const common = {
    what,
    milliseconds: ROUND_MS,
    path: ASKED,
    pressPath: PRESSED,
    bodies: BODIES,
    location: ASKED,
    headers,
  }
  const onOurs = () =>
    measure(load, ours.pid, { ...common, port: ours.port, expected: pages, counts: true })
  const onBare = () =>
    measure(load, bare.pid, { ...common, port, expected: pages.map(() => page), counts: false })
  if (isOursFirst) return { ours: await onOurs(), bare: await onBare() }
  const first = await onBare()
  return { bare: first, ours: await onOurs() }
}

/** What the bare server sends along, as ours does. */
async function sentAlong(origin: string, witness: Visitor, headers: typeof BROWSER) {
  return {
    pageHeaders: await pageHeadersOf(origin, witness, headers),
    redirectHeaders: await redirectHeadersOf(origin, witness, headers, { key, answers: BODIES[0] }),
  }
}

async function measure(helper: Helper, pid: number, load: Load): Promise<Sample> {
  const before = cpuOf(pid)
  const { answers, seconds, wrong, example } = await helper.ask<Loaded>({ tell: 'load', load })
  if (wrong > 0) throw new Error(`${load.what}: not what was expected:\n${example}`)
  const after = cpuOf(pid)
  const cpu = before === undefined || after === undefined ? undefined : (after - before) / answers
  return { perSecond: answers / seconds, ...(cpu !== undefined && { cpu }) }
}

async function measureRounds(bench: Bench): Promise<ReadonlyMap<What, readonly Pair[]>> {
  const pairs = new Map<What, Pair[]>(KINDS.map(({ what }) => [what, []]))
  // The first round warms both up.
  for (let round = 0; round <= ROUNDS; round++)
    for (const { what } of KINDS) {
      const pair = await measurePair(bench, what, round % 2 === 0)
      if (round > 0) pairs.get(what)?.push(pair)
    }
  return pairs
}

async function main(): Promise<void> {
  buildService()
  const starts = await startTimes()
  const ours = await startOne('run')
  const [bare, load] = [startHelper('bare-server'), startHelper('load')]
  try {
    const origin = `http://127.0.0.1:${ours.port}`
    const visitors: Visitor[] = []
    for (let index = 0; index < CONNECTIONS; index++)
      visitors.push(await walkThreeSteps(origin, key))
    await load.ask({ tell: 'visitors', visitors, key: key.toString('base64url') })
    const witness = await walkThreeSteps(origin, key)
    const pairs = await measureRounds({ ours, bare, load, visitors, witness })
    const memory = memoryOf(ours.pid)
    const weights = await weightsOf(origin, FIRST)
    const loads = KINDS.map(({ what, words, ...rest }) =>
      loadRow(words, pairs.get(what) ?? [], 'bar' in rest ? rest.bar : undefined),
    )
    const figures = [
      limitRow(`start to first page, median of ${STARTS}`, median(starts), 'ms', 1000),
      ...(memory === undefined
        ? []
        : [limitRow('memory after the run', memory / 2 ** 20, 'MiB', 120)]),
      ...weightRows(weights),
      ...checkRows(),
    ]
    process.stdout.write(`${table(LOAD_HEAD, loads)}\n\n${table(['', '', 'bar'], figures)}\n`)
  } finally {
    await Promise.all([ours.stop(), bare.stop(), load.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
