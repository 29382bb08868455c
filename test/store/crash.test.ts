import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLowdbStore } from '../../src/store/lowdb-store.ts'
import { people } from './store-contract-records.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const script = join(import.meta.dirname, 'endless-writer.ts')

function startWriter(dir: string, run: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir, run])
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

/** Everything that the writer said before it was killed, right after it had said so many lines. */
async function killAfter(child: ChildProcess, lines: number): Promise<string[]> {
  const said: string[] = []
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (said.length === lines) child.kill('SIGKILL')
  }
  return said
}

const saidOf = (lines: readonly string[], kind: string) =>
  lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1))

const open = (dir: string) =>
  openLowdbStore({ dir, collections: [people], now: Date.now, ignoreBroken: false })

describe('A process that is killed', () => {
  it('loses nothing that was acknowledged and leaves nothing half written (R-REL-02, R-REL-06)', {
    timeout: 60_000,
  }, async () => {
    const dir = await makeTemporaryFolder()
    const acknowledged = new Set<string>()
    let count = 0
    for (const [run, lines] of [30, 113, 251].entries()) {
      const said = await killAfter(startWriter(dir, `run${run}`), lines)
      for (const id of saidOf(said, 'new')) acknowledged.add(id)
      count = Math.max(count, ...saidOf(said, 'count').map(Number))
      const store = await open(dir)
      const ids = new Set(await store.ids(people))
      expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
      for (const id of ids) expect((await store.read(people, id))?.value.id).toBe(id)
      expect((await store.read(people, 'counter'))?.value.count).toBeGreaterThanOrEqual(count)
      await store.close()
    }
    expect(acknowledged.size).toBeGreaterThan(50)
    expect(count).toBeGreaterThan(50)
  })

  it('keeps a second process out while it lives, and no longer (R-REL-06)', {
    timeout: 30_000,
  }, async () => {
    const dir = await makeTemporaryFolder()
    const first = startWriter(dir, 'first')
    if (!first.stdout) throw new Error('no output')
    await once(first.stdout, 'data')
    await expect(open(dir)).rejects.toThrow(new RegExp(`pid ${first.pid} on .*, since 20`, 'u'))
    first.kill('SIGKILL')
    await once(first, 'exit')
    const store = await open(dir)
    const second = startWriter(dir, 'second')
    let words = ''
    second.stderr?.on('data', (data) => {
      words += data
    })
    const [status] = await once(second, 'exit')
    expect(status).toBe(1)
    expect(words).toContain(
      `StoreLocked: Another process holds the data folder: pid ${process.pid}`,
    )
    await store.close()
  })
})
