#!/usr/bin/env node
// `npx footpath`: the commands run from source.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
