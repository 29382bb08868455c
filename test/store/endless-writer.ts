import { changeRecord } from '../../src/store/change.ts'
import { openLowdbStore } from '../../src/store/lowdb-store.ts'
import { people, person } from './store-contract-records.ts'

// Writes until it is killed: new records, and one that is changed over and over. Says what is acknowledged.
const [, , dir = '', run = ''] = process.argv
try {
  const store = await openLowdbStore({
    dir,
    collections: [people],
    now: Date.now,
    ignoreBroken: false,
  })
  const say = (words: string) => process.stdout.write(`${words}\n`)
  say('open')
  const writeNew = async () => {
    for (let i = 0; ; i++) {
      await store.write(people, person(`${run}-${i}`, { town: 'x'.repeat(i % 5000) }), 0)
      say(`new ${run}-${i}`)
    }
  }
  const changeOne = async () => {
    for (;;) {
      const after = await changeRecord(store, people, 'counter', (value) => ({
        ...(value ?? person('counter')),
        count: (value?.count ?? 0) + 1,
      }))
      say(`count ${after?.count}`)
    }
  }
  await Promise.all([writeNew(), changeOne()])
} catch (error) {
  process.stderr.write(`${(error as Error).name}: ${(error as Error).message}\n`)
  process.exitCode = 1
}
