// `npm test`: everything, in order, with one line of counts at the end. `--no-browser`: all but the browser tests.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const bin = (path) => [process.execPath, join(root, 'node_modules', path)]
const counts = { passed: 0, failed: 0, skipped: 0 }

const still = [
  ['lint', [...bin('@biomejs/biome/bin/biome'), 'check', 'src', 'test']],
  ['types', [...bin('typescript/bin/tsc'), '--noEmit']],
  ['types of the client', [...bin('typescript/bin/tsc'), '--noEmit', '-p', 'static/client']],
  [
    'architecture',
    [
      ...bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'src',
    ],
  ],
  ['unused code', [...bin('knip/bin/knip.js')]],
  // What `npm start` runs was put into one file: everything else runs the sources.
  ['the built service', [process.execPath, '--check', 'dist/main.js']],
  ['definitions', [process.execPath, 'src/cli/footpath.mjs', 'check']],
  ['scenarios', [process.execPath, 'src/cli/footpath.mjs', 'test', '--min', '80']],
]
for (const [name, command] of still) await runCounted(name, command)

const unit = join(results, 'vitest.json')
const { status } = await run(
  [
    ...bin('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ],
  true,
)
countVitest(unit, status)
if (!process.argv.includes('--no-browser')) {
  for (const journey of ['account-request', 'blue-badge', 'login', 'reset-password'])
    await runCounted(`walk ${journey}`, [process.execPath, 'src/cli/footpath.mjs', 'walk', journey])
  const browser = join(results, 'playwright.json')
  const ended = await run(
    [...bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    true,
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: browser,
    },
  )
  countPlaywright(browser, ended.status)
}
process.stdout.write(
  `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
)
process.exitCode = counts.failed === 0 ? 0 : 1

/** A step that counts as one test; what it said is shown where it fails. */
async function runCounted(name, command) {
  const { status, output } = await run(command)
  counts[status === 0 ? 'passed' : 'failed'] += 1
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'}  ${name}\n${status === 0 ? '' : output}`)
}

/** A runner that says nothing has failed. */
function failOne() {
  counts.failed += 1
}

function countVitest(file, status) {
  const report = read(file)
  if (!report) return failOne()
  counts.passed += report.numPassedTests
  counts.skipped += report.numPendingTests + report.numTodoTests
  // A file that cannot be loaded has no tests of its own to fail.
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + broken
  // A worker that died leaves tests that nobody ran, and no test that failed.
  counts.failed += failed === 0 && status !== 0 ? 1 : failed
}

function countPlaywright(file, status) {
  const stats = read(file)?.stats
  if (!stats || stats.expected + stats.flaky === 0) return failOne()
  counts.passed += stats.expected + stats.flaky
  counts.failed += stats.unexpected === 0 && status !== 0 ? 1 : stats.unexpected
  counts.skipped += stats.skipped
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Runs a command to its end; `shown`: its output is seen as it comes. */
function run([command, ...args], shown = false, env = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    })
    let output = ''
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    child.on('close', (status) => done({ status, output }))
    child.on('error', (error) => done({ status: 1, output: String(error) }))
  })
}
