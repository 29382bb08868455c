import { expect, it } from 'vitest'
import { giveEmailAndPassword, goToGate, registerWhole, SAM } from '../client/account-stories.ts'
import { MINUTE, startTestService } from '../client/service.ts'

it('R-AUD-04: says of each press which actions ran and how they ended, and no value', async () => {
  const lines: object[] = []
  const info = (line: object) => void lines.push(line)
  const log = { info, warn: info, error: info }
  const service = await startTestService({ log: log as never })
  const sam = service.resident()
  await goToGate(sam)
  await registerWhole(sam, service, SAM)
  service.pass(MINUTE)
  const back = service.resident()
  await back.visit('/account')
  await giveEmailAndPassword(back, { ...SAM, password: 'not this one' })
  await giveEmailAndPassword(back, SAM)
  await back.press('Send Code')
  back.fill('Verification code', await service.codeTo(SAM.number))
  await back.press('Verify code')
  for (const place of ['account/requests', 'admin/account-request'])
    await service.resident().visit(`/${place}/${SAM.email}`)
  expect(lines.slice(-20)).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ path: '/login/sign-in', did: ['check-password: wrong'] }),
      expect.objectContaining({ path: '/login/sign-in', did: ['check-password: right'] }),
      expect.objectContaining({ path: '/login/phone-check', did: ['send-code: sent'] }),
      expect.objectContaining({
        path: '/login/phone-check-code',
        did: ['check-code: right', 'sign-in: signed-in'],
      }),
    ]),
  )
  const said = JSON.stringify(lines)
  for (const value of [SAM.email, SAM.password, SAM.number, SAM.surname, 'not this one'])
    expect(said).not.toContain(value)
  await service.close()
})
