// The server of the browser tests: the real one, on a data folder of its own that goes with it.
import { rmSync } from 'node:fs'
import { register } from 'tsx/esm/api'

const folder = process.env['DATA_DIR']
if (!folder) throw new Error('DATA_DIR is not said')
rmSync(folder, { recursive: true, force: true })
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
register()
await import('../../src/main.ts')
