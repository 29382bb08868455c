import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestService, type TestService } from '../client/service.ts'

describe('a question that another one on the same page raises', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startTestService()
  })
  afterAll(() => service.close())

  async function atBirth() {
    const resident = service.resident()
    await resident.visit('/blue-badge')
    await resident.press('Continue')
    resident.choose('Who is the badge for?', 'Me')
    await resident.press('Continue')
    resident.fill('First name', 'Ann')
    resident.fill('Surname', 'Lee')
    await resident.press('Continue')
    return resident
  }

  it('is asked before the page is left, though it may be left empty', async () => {
    const resident = await atBirth()
    expect(resident.page.text).not.toContain('National Insurance')
    resident.fill('Date of birth', '27 3 1951')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/birth')
    expect(resident.page.text).toContain('There is one more question on this page')
    expect(resident.page.text).toContain('National Insurance number (optional)')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/address')
  })

  it('is not asked where the answer does not raise it', async () => {
    const resident = await atBirth()
    resident.fill('Date of birth', '27 3 2018')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/address')
  })
})
