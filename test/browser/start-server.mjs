// The server of the browser tests: the real one, on a data folder of its own that goes with it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { register } from 'tsx/esm/api'

const folder = mkdtempSync(join(tmpdir(), 'footpath-browser-'))
process.env['DATA_DIR'] = join(folder, 'data')
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
register()
await import('../../src/main.ts')
