// Runs before `npm start` and `npm test`, in a clone where nothing is installed yet: so it needs nothing but Node.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Footpath needs Node 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}

const installed = join(root, 'node_modules', '.package-lock.json')
const wanted = join(root, 'package-lock.json')
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs)
  run('npm', ['ci', '--no-audit', '--no-fund'], 'installing what is missing')
run(process.execPath, ['--import', 'tsx', 'src/cli/build-assets.ts'])
run(process.execPath, ['src/cli/build-server.mjs'])
if (process.argv.includes('--browser')) ensureBrowser()

function ensureBrowser() {
  const { path, install } = findBrowser()
  if (path) return
  if (install === 'apt') {
    run('apt-get', ['update', '-qq'], 'installing chromium for the browser tests')
    run('apt-get', ['install', '-y', '-qq', 'chromium'])
  } else
    run(
      process.execPath,
      ['node_modules/@playwright/test/cli.js', 'install', 'chromium'],
      "installing Playwright's chromium",
    )
}

/** The browser that is there; else how to get one. As root on Debian that is its package. */
function findBrowser() {
  const paths = [
    process.env['CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const path = paths.find((one) => one && existsSync(one))
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  return { path, install: isRootOnDebian ? 'apt' : 'playwright' }
}

function run(command, args, why) {
  if (why) process.stderr.write(`Footpath: ${why} …\n`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
}
