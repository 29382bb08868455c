import { goToGate, registerWhole, SAM } from '../client/account-stories.ts'
import { HOUR, startTestService, type TestService } from '../client/service.ts'
import { likenessOf, medianOf } from './two-samples.ts'

/**
 * `npm run bench:timing`: whether an address that has a login can be told by the time that an answer takes (R-AUTH-13).
 * Known and unknown are asked in turn, in an order by chance; SAMPLES of each.
 */
const SAMPLES = Number(process.env['SAMPLES'] ?? 200)
const UNKNOWN = 'nobody.here@example.org'

/** Leads a new visitor to a page, whose button is then pressed: what takes the time is the press. */
interface Attack {
  readonly name: string
  readonly path: string
  readonly button: string
  readonly password?: string
}

const ATTACKS: readonly Attack[] = [
  { name: 'sign in', path: '/login/sign-in', button: 'Sign in', password: 'a wrong password' },
  { name: 'register', path: '/login/sign-up', button: 'Send verification code' },
  { name: 'reset', path: '/reset-password', button: 'Send verification code' },
]

async function timeOf(service: TestService, attack: Attack, email: string): Promise<number> {
  const one = service.resident()
  await one.visit(attack.path)
  one.fill('Email address', email)
  if (attack.password !== undefined) one.fill('Password', attack.password)
  const { action, body } = one.formOf(attack.button)
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    cookie: one.cookies.header() ?? '',
  }
  const start = performance.now()
  const request = { method: 'POST', body: String(body), headers }
  const response = await service.running.app.request(service.origin + action, request)
  await response.text()
  const milliseconds = performance.now() - start
  // What is sent afterwards is no part of it, and must not be in the way of the next.
  await service.running.services.outbox.idle()
  return milliseconds
}

async function measure(service: TestService, attack: Attack): Promise<boolean> {
  const known: number[] = []
  const unknown: number[] = []
  for (let count = 0; count < SAMPLES; count++) {
    // So that no limit is reached: of codes for one address a few in a day.
    service.pass(6 * HOUR)
    const both = [
      async () => void known.push(await timeOf(service, attack, SAM.email)),
      async () => void unknown.push(await timeOf(service, attack, UNKNOWN)),
    ]
    for (const ask of Math.random() < 0.5 ? both : both.toReversed()) await ask()
  }
  const [ofKnown, ofUnknown] = [medianOf(known), medianOf(unknown)]
  const differ = Math.abs(ofKnown - ofUnknown)
  const isFine = differ <= Math.max(5, 0.05 * Math.max(ofKnown, ofUnknown))
  const figures = [ofKnown, ofUnknown].map((value) => `${value.toFixed(2)} ms`).join(' and ')
  const p = likenessOf(known, unknown).toFixed(3)
  process.stdout.write(
    `${isFine ? 'ok  ' : 'FAIL'} ${attack.name}: known and unknown take ${figures} (medians of ${SAMPLES}; p ${p})\n`,
  )
  return isFine
}

const service = await startTestService()
const sam = service.resident()
await goToGate(sam)
await registerWhole(sam, service, SAM)
for (const attack of ATTACKS) if (!(await measure(service, attack))) process.exitCode = 1
await service.close()
