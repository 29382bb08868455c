import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openLowdbStore } from '../../src/store/lowdb-store.ts'
import { testStore } from './store-contract.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'footpath-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const opened =
  (cached?: number) =>
  (place: string, collections: Parameters<typeof openLowdbStore>[0]['collections']) =>
    openLowdbStore({
      dir: join(root, `${cached ?? 'default'}-${place}`),
      collections,
      now: () => 1_700_000_000_000,
      ignoreBroken: false,
      ...(cached !== undefined && { cached }),
    })

testStore('The lowdb store', opened())
testStore('The lowdb store with hardly any memory', opened(1))
