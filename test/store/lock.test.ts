import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acquireLock, readLock } from '../../src/store/lock.ts'
import { identityOf } from '../../src/store/process-identity.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

const SINCE = Date.UTC(2026, 0, 2, 3, 4, 5)

async function leaveLock(dir: string, more: object): Promise<void> {
  const left = { ...(await identityOf(process.pid)), host: hostname(), since: SINCE, key: 'left' }
  await writeFile(join(dir, 'lock.json'), JSON.stringify({ ...left, ...more }))
}

describe('The lock of a data folder (R-REL-06)', () => {
  it('is held by one, says by whom, and is free after it is released', async () => {
    const dir = await makeTemporaryFolder()
    const lock = await acquireLock(dir, SINCE)
    await expect(acquireLock(dir)).rejects.toThrow(
      `pid ${process.pid} on ${hostname()}, since 2026-01-02T03:04:05.000Z`,
    )
    await lock.release()
    expect(await readLock(dir)).toBeUndefined()
    await (await acquireLock(dir)).release()
    expect(await readdir(dir)).toEqual([])
  })

  it('tells where commands are taken, to nobody but its owner', async () => {
    const dir = await makeTemporaryFolder()
    const lock = await acquireLock(dir, SINCE)
    await lock.announce({ port: 4001, token: 'secret' })
    expect(await readLock(dir)).toMatchObject({
      pid: process.pid,
      since: SINCE,
      control: { port: 4001, token: 'secret' },
    })
    expect((await stat(join(dir, 'lock.json'))).mode & 0o777).toBe(0o600)
    expect(await lock.renew()).toBe(true)
    await lock.release()
    expect(await readLock(dir)).toBeUndefined()
  })

  it('is taken by one of many that come at once', async () => {
    const dir = await makeTemporaryFolder()
    const come = await Promise.allSettled(Array.from({ length: 10 }, () => acquireLock(dir)))
    expect(come.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it.each([
    ['whose pid belongs to nobody', { pid: 2 ** 22 + 1 }],
    ['whose pid belongs to another process by now', { startTime: '1' }],
  ])('%s is taken over, by one of many', async (_, more) => {
    const dir = await makeTemporaryFolder()
    await leaveLock(dir, more)
    expect(await readLock(dir)).toBeUndefined()
    const come = await Promise.allSettled(Array.from({ length: 10 }, () => acquireLock(dir)))
    expect(come.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await readLock(dir))?.pid).toBe(process.pid)
    expect(await readdir(dir)).toEqual(['lock.json'])
  })

  it('of another host is believed until there was no sign of life for half a minute', async () => {
    const dir = await makeTemporaryFolder()
    await leaveLock(dir, { host: 'other', namespace: 'other', pid: 1 })
    await expect(acquireLock(dir)).rejects.toThrow('pid 1 on other')
    const past = new Date(Date.now() - 31_000)
    await utimes(join(dir, 'lock.json'), past, past)
    expect(await readLock(dir)).toBeUndefined()
    await (await acquireLock(dir)).release()
  })

  it('that was taken over is neither renewed nor released by the one who lost it', async () => {
    const dir = await makeTemporaryFolder()
    const lock = await acquireLock(dir)
    await leaveLock(dir, {})
    expect(await lock.renew()).toBe(false)
    await lock.release()
    expect(JSON.parse(await readFile(join(dir, 'lock.json'), 'utf8'))).toMatchObject({
      key: 'left',
    })
  })
})
