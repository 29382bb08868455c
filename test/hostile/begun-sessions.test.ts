import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sessions } from '../../src/accounts/sessions.ts'
import { drafts } from '../../src/store/records.ts'
import { goToGate, registerWhole, SAM } from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'
import { textOfFolder } from '../client/traces.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
})
afterEach(() => service.close())

const ids = () => service.running.store.ids(sessions)
const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  Promise.resolve(service.running.app.request(service.origin + path, { headers }))

/** The first press of a journey. */
async function begun(): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/blue-badge/start')
  await resident.press('Continue')
  expect(resident.page.path).toBe('/blue-badge/applicant')
  return resident
}

describe('whoever only looks', () => {
  it('costs no record and no byte, however often and wherever', async () => {
    const before = textOfFolder(service.dataDir)
    for (const path of ['/', '/blue-badge/start', '/login/sign-in', '/pages/help', '/nowhere'])
      for (let times = 0; times < 3; times++) await ask(path)
    const reader = service.resident()
    for (let times = 0; times < 3; times++) await reader.visit('/account-request/start')
    expect(await ids()).toEqual([])
    expect(textOfFolder(service.dataDir)).toBe(before)
  })

  it('can press at once: the page’s token is of the cookie that came with it, and of no other (R-WEB-01)', async () => {
    await begun()
    expect(await ids()).toHaveLength(1)
    const [victim, attacker] = [service.resident(), service.resident()]
    await victim.visit('/blue-badge/start')
    await attacker.visit('/blue-badge/start')
    const { action, body } = attacker.formOf('Continue')
    await victim.post(action, body)
    expect(victim.page.path).toBe('/blue-badge/start')
    expect(await service.running.store.ids(drafts)).toHaveLength(1)
  })

  it('finds the same page after a restart, and ends no sooner than others who read on', async () => {
    const resident = service.resident()
    await resident.visit('/blue-badge/start')
    await service.restart()
    service.pass(40 * MINUTE)
    await resident.visit('/blue-badge/start')
    service.pass(40 * MINUTE)
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/applicant')
  })
})

describe('R-SES-02: the cookie that a session began with', () => {
  const cookieOf = (resident: Resident) => resident.cookies.header() ?? ''

  it('is adopted only if we made it', async () => {
    const resident = service.resident()
    await resident.visit('/blue-badge/start')
    const [name, token = ''] = cookieOf(resident).split('=')
    const last = token.endsWith('A') ? 'E' : 'A'
    for (const other of ['x'.repeat(43), token.slice(0, -1) + last, token.slice(1), `${token}A`]) {
      const answer = await ask('/', { cookie: `${name}=${other}` })
      expect(answer.headers.getSetCookie().join()).toContain(`${name}=`)
    }
    const own = await ask('/', { cookie: `${name}=${token}` })
    expect(own.headers.getSetCookie()).toEqual([])
  })

  it('begins no second session of the same id: not after signing in, logging out, or its end', async () => {
    const resident = service.resident()
    await goToGate(resident)
    const first = resident.duplicateTab()
    const old = cookieOf(first)
    await registerWhole(resident, service, SAM)
    const isDead = async () => (await ask('/', { cookie: old })).headers.getSetCookie().length > 0
    expect(await isDead()).toBe(true)
    const [id] = await ids()
    await resident.press(/^Sam Taylor/u)
    expect(await isDead()).toBe(true)
    expect(await ids()).toEqual([id])
    await service.restart()
    service.pass(30 * MINUTE)
    expect(await isDead()).toBe(true)
    service.pass(24 * HOUR)
    expect(await isDead()).toBe(true)
  })
})

it('keeps no more than 300 sessions of one network address in ten minutes, and others none the fewer', async () => {
  const from = async (address: string) => {
    const headers = { 'x-forwarded-for': address }
    const response = await ask('/account', headers)
    expect(response.headers.get('retry-after')).toBe(response.status === 429 ? '60' : null)
    return response.status
  }
  for (let times = 0; times < 300; times++) expect(await from('203.0.113.7')).toBe(303)
  expect(await from('203.0.113.7')).toBe(429)
  expect(await from('203.0.113.8')).toBe(303)
  expect(await ids()).toHaveLength(301)
  service.pass(10 * MINUTE)
  expect(await from('203.0.113.7')).toBe(303)
})
