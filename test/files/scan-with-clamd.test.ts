import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createClamdScan } from '../../src/files/scan-with-clamd.ts'
import { makeTemporaryFolder } from '../store/temporary-folder.ts'
import { EICAR, type FakeClamd, startFakeClamd } from './fake-clamd.ts'

let clamd: FakeClamd | undefined
afterEach(async () => {
  await clamd?.close()
  clamd = undefined
})

async function written(bytes: Buffer | string): Promise<string> {
  const path = join(await makeTemporaryFolder(), 'file')
  await writeFile(path, bytes)
  return path
}

const scanAt = (port: number, longestWait?: number) =>
  createClamdScan({ host: '127.0.0.1', port }, longestWait)

describe('a file that goes through clamd (R-WEB-23)', () => {
  it('is clean, or holds a virus, as clamd says; whole, in chunks', async () => {
    clamd = await startFakeClamd()
    const scan = scanAt(clamd.port)
    expect(await scan(await written(Buffer.alloc(300_000, 'a')))).toEqual({ is: 'clean' })
    expect(await scan(await written(`%PDF-1.4 ${EICAR}`))).toEqual({ is: 'infected' })
    expect(clamd.seen[0]).toBe(300_000)
  })

  it('goes over a socket in the file system as well', async () => {
    const path = join(await makeTemporaryFolder(), 'clamd.ctl')
    clamd = await startFakeClamd(path)
    expect(await createClamdScan({ path })(await written(EICAR))).toEqual({ is: 'infected' })
  })

  it.each(['hangs-up', 'too-small', 'garbled', 'silent'] as const)(
    'is unchecked, and not clean, when clamd is %s',
    async (how) => {
      clamd = await startFakeClamd()
      clamd.behave(how)
      const scanned = await scanAt(clamd.port, 300)(await written(Buffer.alloc(200_000)))
      expect(scanned.is).toBe('unchecked')
    },
  )

  it('is unchecked when nobody is there', async () => {
    clamd = await startFakeClamd()
    const { port } = clamd
    await clamd.close()
    clamd = undefined
    expect(await scanAt(port)(await written('a'))).toEqual({
      is: 'unchecked',
      reason: 'ECONNREFUSED',
    })
  })
})
