import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import { startTestService, type TestService } from '../client/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

/** Someone at the question of the Blue Badge after the name that they gave. */
async function at(path: string, firstName = 'Sam'): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/blue-badge/start')
  await resident.press('Continue')
  resident.choose('Who is the badge for?', 'Me')
  await resident.press('Continue')
  resident.fill('First name', firstName)
  resident.fill('Surname', 'Taylor')
  await resident.press('Continue')
  return (await resident.visit(path)) && resident
}

const tokensOf = ({ page }: Resident) =>
  [...page.html.matchAll(/name="page" value="([^"]*)"/gu)].map(([, token = '']) => token)
const withoutTokens = (resident: Resident) =>
  tokensOf(resident).reduce((html, token) => html.replaceAll(token, ''), resident.page.html)

describe('a question that looks the same for everybody', () => {
  it('has the token of each person in it, and nothing else that differs (R-WEB-01)', async () => {
    const [sam, kim] = [await at('/blue-badge/birth'), await at('/blue-badge/birth', 'Kim')]
    expect(withoutTokens(sam)).toBe(withoutTokens(kim))
    const tokens = [...tokensOf(sam), ...tokensOf(kim)]
    expect(tokens.length).toBeGreaterThanOrEqual(2)
    expect(new Set(tokens).size).toBe(2)
    for (const token of tokens) expect(token.split('.')).toHaveLength(5)
  })

  it('is pressed by each of them for themselves', async () => {
    const [sam, kim] = [await at('/blue-badge/birth'), await at('/blue-badge/birth', 'Kim')]
    kim.fill('Date of birth', '27 3 1951')
    await kim.press('Continue')
    sam.fill('Date of birth', '1 4 1948')
    await sam.press('Continue')
    for (const [one, own, other] of [
      [sam, '1948', '1951'] as const,
      [kim, '1951', '1948'] as const,
    ]) {
      await one.visit('/blue-badge/birth')
      expect(one.page.html).toContain(`value="${own}"`)
      expect(one.page.html).not.toContain(`value="${other}"`)
    }
  })

  it('never shows one person what another typed, wrong or right', async () => {
    const sam = await at('/blue-badge/name', 'Samantha')
    expect(sam.valueOf('First name')).toBe('Samantha')
    sam.fill('First name', '')
    await sam.press('Continue')
    expect(sam.page.html).toContain('Taylor')
    const other = service.resident()
    await other.visit('/blue-badge/start')
    await other.press('Continue')
    other.choose('Who is the badge for?', 'Me')
    await other.press('Continue')
    expect(other.page.path).toBe('/blue-badge/name')
    expect(other.valueOf('First name')).toBe('')
    expect(other.page.html).not.toContain('Taylor')
    expect(other.page.errors).toEqual([])
  })

  it('is a whole page for who asks for one, and a part of it for htmx, turn by turn', async () => {
    const sam = await at('/blue-badge/birth')
    const cookie = sam.cookies.header() ?? ''
    const ask = async (headers: Record<string, string>) =>
      (
        await service.running.app.request(`${service.origin}/blue-badge/birth`, {
          headers: { cookie, ...headers },
        })
      ).text()
    const whole = await ask({})
    const part = await ask({ 'hx-request': 'true' })
    expect(whole).toMatch(/^<!doctype html>/iu)
    expect(part).not.toMatch(/<!doctype/iu)
    expect(await ask({})).toBe(whole)
    expect(await ask({ 'hx-request': 'true' })).toBe(part)
  })
})
