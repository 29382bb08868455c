#!/usr/bin/env node
// `npx footpath`: the commands run from source. In a clone where nothing is installed or built yet, that comes first.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const needed = ['node_modules/tsx/package.json', 'dist/static/manifest.json']
if (needed.every((path) => existsSync(join(root, path)))) await runMain()
else {
  const install = join(root, 'src', 'cli', 'ensure-installed.mjs')
  const { status } = spawnSync(process.execPath, [install], { stdio: ['ignore', 2, 2] })
  if (status === 0) await runMain()
  // 2: it could not run.
  else process.exitCode = 2
}

async function runMain() {
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
}
