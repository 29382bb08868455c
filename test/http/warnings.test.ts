import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  giveEmailAndPassword,
  goToGate,
  type Person,
  registerWhole,
  SAM,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'

const LOCKED = 'Someone could not sign in to your login'
const CODES = 'Someone has entered wrong codes for your login'
const NOBODY = { ...SAM, email: 'nobody@example.org' }

let service: TestService
beforeEach(async () => {
  service = await startTestService()
  const sam = service.resident()
  await goToGate(sam)
  await registerWhole(sam, service, SAM)
  service.pass(HOUR)
})
afterEach(() => service.close())

async function guess(thief: Resident, person: Person, times: number, from = 0): Promise<void> {
  for (let time = from; time < from + times; time++) {
    await thief.visit('/login/sign-in')
    await giveEmailAndPassword(thief, { ...person, password: `a wrong guess ${time}` })
  }
}

async function told(subject: string): Promise<readonly string[]> {
  return (await service.messages()).filter((one) => one.subject === subject).map(({ to }) => to)
}

describe('the owner of a login is told', () => {
  it('R-AUTH-33: that wrong passwords have locked it, once for each lock', async () => {
    const thief = service.resident()
    await guess(thief, SAM, 9)
    expect(await told(LOCKED)).toEqual([])
    await guess(thief, SAM, 5, 9)
    expect(thief.page.heading).toBe('Too many tries')
    expect(await told(LOCKED)).toEqual([SAM.email])
    service.pass(2 * MINUTE)
    await guess(thief, SAM, 2, 20)
    expect(await told(LOCKED)).toEqual([SAM.email, SAM.email])
    const { text } = await service.messageTo(SAM.email, 'email')
    expect(text).toContain('Forgotten your password?')
    expect(text).not.toContain('a wrong guess')
  })

  it('R-AUTH-12: and nobody, where no login has the address: the pages are the same', async () => {
    const [one, other] = [service.resident(), service.resident()]
    const plain = ({ page }: Resident, { email }: Person) =>
      page.html.replace(/name="(page|token)" value="[^"]*"/gu, '').replaceAll(email, 'ADDRESS')
    for (let time = 0; time < 12; time++) {
      await guess(one, SAM, 1, time)
      await guess(other, NOBODY, 1, time)
      expect(plain(one, SAM)).toBe(plain(other, NOBODY))
    }
    expect(await told(LOCKED)).toEqual([SAM.email])
  })

  it('R-AUTH-33: of three wrong phone codes after the right password, once', async () => {
    const thief = service.resident()
    await thief.visit('/login/sign-in')
    await giveEmailAndPassword(thief, SAM)
    await thief.press('Send Code')
    const right = await service.codeTo(SAM.number)
    const wrong = ['111111', '222222', '333333', '444444', '555555'].filter((one) => one !== right)
    for (const [index, code] of wrong.entries()) {
      thief.fill('Verification code', code)
      await thief.press('Verify code')
      expect(await told(CODES)).toEqual(index < 2 ? [] : [SAM.email])
    }
    expect((await service.messageTo(SAM.email, 'email')).text).toContain('knows your password')
  })

  it('R-AUTH-33: of such codes in a row, not of two before a right one; of the next row too', async () => {
    const sam = service.resident()
    for (const [count, letters] of [
      [2, 0],
      [3, 1],
      [2, 1],
      [4, 2],
    ] as const) {
      await sam.visit('/login/sign-in')
      await giveEmailAndPassword(sam, SAM)
      await sam.press('Send Code')
      const right = await service.codeTo(SAM.number)
      const wrong = ['111111', '222222', '333333', '444444', '555555'].filter(
        (one) => one !== right,
      )
      for (const code of [...wrong.slice(0, count), right]) {
        sam.fill('Verification code', code)
        await sam.press('Verify code')
      }
      expect(sam.page.html).toContain('log out')
      await sam.post('/log-out', sam.formOf(/log out$/u).body)
      service.pass(5 * MINUTE)
      expect(await told(CODES)).toHaveLength(letters)
    }
  })
})
