import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createResident } from '../client/resident.ts'
import { firstPaint, type Line } from './first-paint.ts'
import { buildService, startService } from './processes.ts'
import { compressedOf, replay, type Visit, type VisitFile } from './replay.ts'
import { median, table } from './table.ts'

/**
 * `npm run bench:pages`: what a first visit to a question brings, and when its first words are seen, beside the same
 * page with govuk-frontend as it is shipped (its whole style sheet and script). The environment's ROUNDS: how often.
 */
const ROUNDS = Number(process.env['ROUNDS'] ?? 3)
const LINES: readonly Line[] = [
  { words: '50 kbit/s, 500 ms, a processor 6 times slower', rate: 50_000, latency: 500, slower: 6 },
  { words: '400 kbit/s, 400 ms, 4 times slower', rate: 400_000, latency: 400, slower: 4 },
]
/** Bytes, compressed (ACCESSIBILITY.md, budgets). */
const MOST_TO_READ = 14_600
const MOST_OF_ALL = 30_000

const folder = mkdtempSync(join(tmpdir(), 'footpath-pages-'))
buildService()
const service = await startService(folder, '/blue-badge/start', {})
try {
  const ours = await visitOf(`http://127.0.0.1:${service.port}`, `http://localhost:${service.port}`)
  const visits = [ours, asShipped(ours)]
  const weights = visits.map((visit) => weigh(visit))
  const paints = await paintsOf(visits)
  process.stdout.write(
    `${table(
      ['a first visit to a question', ...visits.map(({ name }) => name)],
      [...weightRows(weights), ...paints],
    )}\n`,
  )
  const [own] = weights
  const holds = own && own.toRead <= MOST_TO_READ && own.all <= MOST_OF_ALL
  process.stdout.write(
    `HTML and CSS ≤ ${MOST_TO_READ} bytes, all ≤ ${MOST_OF_ALL}: ${holds ? 'kept' : 'NOT kept'}\n`,
  )
  process.exitCode = holds ? 0 : 1
} finally {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function visitOf(origin: string, name: string): Promise<Visit> {
  const resident = createResident((url, init) => fetch(url.replace(name, origin), init), name)
  await resident.visit('/blue-badge/start')
  const page = await resident.press('Continue')
  const html: VisitFile = { path: '/page', what: 'html', body: Buffer.from(page.html) }
  const named = [...page.html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/gu)].map(
    ([, at]) => at ?? '',
  )
  const files = await Promise.all(
    named.map(async (path): Promise<VisitFile> => {
      const body = Buffer.from(await (await fetch(origin + path)).arrayBuffer())
      return {
        path,
        what: path.endsWith('.css') ? 'css' : path.endsWith('.js') ? 'js' : 'svg',
        body,
      }
    }),
  )
  return { name: 'ours', files: [html, ...files] }
}

/** The same page, with upstream's own files in place of ours. */
function asShipped({ files }: Visit): Visit {
  const dist = join(
    createRequire(import.meta.url).resolve('govuk-frontend/package.json'),
    '..',
    'dist',
    'govuk',
  )
  const html = (files.find(({ what }) => what === 'html')?.body.toString('utf8') ?? '')
    .replace(/<link rel="stylesheet"[^>]*>/u, '<link rel="stylesheet" href="/govuk.css">')
    .replace(/<script[^>]*><\/script>/u, '<script type="module" src="/start.js"></script>')
  const start = "import { initAll } from '/govuk.js'\ninitAll()"
  return {
    name: 'govuk-frontend as shipped',
    files: [
      { path: '/page', what: 'html', body: Buffer.from(html) },
      { path: '/govuk.css', what: 'css', body: readFileSync(join(dist, 'govuk-frontend.min.css')) },
      { path: '/start.js', what: 'js', body: Buffer.from(start) },
      { path: '/govuk.js', what: 'js', body: readFileSync(join(dist, 'govuk-frontend.min.js')) },
      ...files.filter(({ what }) => what === 'svg'),
    ],
  }
}

interface Weights {
  readonly requests: number
  readonly toRead: number
  readonly all: number
  readonly rows: Readonly<Record<'html' | 'css' | 'js', string>>
}

function weigh({ files }: Visit): Weights {
  const sized = files.map((file) => ({
    what: file.what,
    raw: file.body.length,
    br: compressedOf(file).length,
  }))
  const sum = (kinds: readonly string[], of: 'raw' | 'br') =>
    sized.filter(({ what }) => kinds.includes(what)).reduce((total, one) => total + one[of], 0)
  const words = (what: string) => `${bytes(sum([what], 'raw'))} / ${bytes(sum([what], 'br'))}`
  return {
    requests: files.length,
    toRead: sum(['html', 'css'], 'br'),
    all: sum(['html', 'css', 'js', 'svg'], 'br'),
    rows: { html: words('html'), css: words('css'), js: words('js') },
  }
}

function weightRows(weights: readonly Weights[]): readonly (readonly string[])[] {
  const row = (words: string, of: (one: Weights) => string) => [words, ...weights.map(of)]
  return [
    row('HTML, bytes raw / brotli', ({ rows }) => rows.html),
    row('CSS', ({ rows }) => rows.css),
    row('JS', ({ rows }) => rows.js),
    row('to read it: HTML and CSS, brotli', ({ toRead }) => bytes(toRead)),
    row('all, brotli', ({ all }) => bytes(all)),
    row('requests', ({ requests }) => String(requests)),
  ]
}

/** Medians of rounds that take turns, one row for each line. */
async function paintsOf(visits: readonly Visit[]): Promise<readonly (readonly string[])[]> {
  const servers = await Promise.all(visits.map(replay))
  const rows: string[][] = []
  for (const line of LINES) {
    const times: number[][] = visits.map(() => [])
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [at, { origin }] of servers.entries())
        times[at]?.push(await firstPaint(`${origin}/page`, line))
    rows.push([
      `first paint: ${line.words}`,
      ...times.map((own) => `${(median(own) / 1000).toFixed(1)} s`),
    ])
  }
  for (const server of servers) server.stop()
  return rows
}

function bytes(count: number): string {
  return count.toLocaleString('en-GB')
}
