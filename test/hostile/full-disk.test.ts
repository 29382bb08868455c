import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import { answerForThemselves, goToGate, registerWhole, SAM } from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { startTestService, type TestService } from '../client/service.ts'

const disk = vi.hoisted(() => ({ isFull: false }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>()
  return {
    ...real,
    writeSync: (file: number, bytes: Buffer, at: number) => {
      if (disk.isFull) throw Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' })
      return real.writeSync(file, bytes, at)
    },
  }
})

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>()
  const full = (path: string) =>
    Object.assign(new Error(`ENOSPC: no space left on device, write '${path}'`), { code: 'ENOSPC' })
  return {
    ...real,
    open: async (path: string, flags: string, mode?: number) => {
      if (disk.isFull && flags === 'wx') throw full(path)
      const handle = await real.open(path, flags, mode)
      const write = handle.writeFile.bind(handle)
      handle.writeFile = async (text: string) => {
        if (disk.isFull) throw full(path)
        return write(text)
      }
      return handle
    },
  }
})

let service: TestService
let resident: Resident
beforeEach(async () => {
  service = await startTestService()
  resident = service.resident()
})
afterEach(async () => {
  disk.isFull = false
  await service.close()
})

const readiness = async () => (await service.running.app.request(`${service.origin}/readyz`)).status

describe('R-REL-04: a disk that is full', () => {
  it('brings the page again with what was typed, in words; nothing is kept by half; it works again by itself', async () => {
    await resident.visit('/blue-badge')
    await resident.press('Continue')
    resident.choose('Who is the badge for?', 'Me')
    await resident.press('Continue')
    resident.fill('First name', 'Samira')
    resident.fill('Surname', 'Taylor')
    disk.isFull = true
    const page = await resident.press('Continue')
    expect([page.status, page.path]).toEqual([503, '/blue-badge/name'])
    expect(page.errors.join()).toMatch(/could not save/iu)
    expect(resident.valueOf('First name')).toBe('Samira')
    expect(await readiness()).toBe(503)
    disk.isFull = false
    await service.restart()
    await resident.visit('/blue-badge/name')
    expect(resident.valueOf('First name')).toBe('')
    resident.fill('First name', 'Samira')
    resident.fill('Surname', 'Taylor')
    expect((await resident.press('Continue')).path).not.toBe('/blue-badge/name')
    expect(await readiness()).toBe(200)
  })

  it('confirms no submission that was not kept, and takes it once afterwards', async () => {
    await goToGate(resident)
    await registerWhole(resident, service, SAM)
    await answerForThemselves(resident)
    disk.isFull = true
    const page = await resident.press('Submit')
    expect([page.status, page.path]).toEqual([503, '/account-request/check-answers'])
    expect(await service.running.store.ids(submissions)).toEqual([])
    disk.isFull = false
    expect((await resident.press('Submit')).heading).toBe('Request sent')
    expect(await service.running.store.ids(submissions)).toHaveLength(1)
  })

  it('signs nobody in by half: the code is not lost, and the second press goes on', async () => {
    await goToGate(resident)
    await registerWhole(resident, service, SAM)
    const again = service.resident()
    await again.visit('/login/sign-in')
    again.fill('Email address', SAM.email)
    again.fill('Password', SAM.password)
    disk.isFull = true
    expect((await again.press('Sign in')).status).toBe(503)
    disk.isFull = false
    expect((await again.visit('/login/phone-check')).path).toBe('/login/sign-in')
  })

  it('is told to a new visitor too, without a word of where the data lies, and health stays green', async () => {
    disk.isFull = true
    // Who only reads needs no disk.
    expect((await resident.visit('/account-request')).status).toBe(200)
    const page = await resident.press('Continue')
    expect([page.status, page.heading]).toEqual([503, 'We cannot save anything at the moment'])
    expect(page.html).not.toMatch(/ENOSPC|tmp|\.json/u)
    expect(JSON.stringify(service.logged)).not.toMatch(/footpath-|\.json/u)
    expect((await service.running.app.request(`${service.origin}/healthz`)).status).toBe(200)
  })
})
