import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  answerForThemselves,
  goToGate,
  type Person,
  registerWhole,
  SAM,
} from '../client/account-stories.ts'
import {
  addVehicle,
  answerAboutBenefit,
  answerAboutPerson,
  declare,
  saysAnother,
  skipMedicinesAndBadge,
} from '../client/blue-badge-stories.ts'
import { createResident, type Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { findPort, type RunningServer, startServer } from '../hostile/running-server.ts'
import { recorded, type Stroke } from './key-strokes.ts'
import { createLetterBox, type LetterBox } from './letter-box.ts'
import { lynx } from './lynx.ts'
import type { TextBrowser } from './typed.ts'
import { w3m } from './w3m.ts'

const folder = mkdtempSync(join(tmpdir(), 'footpath-text-'))
let server: RunningServer
let letters: LetterBox
let blueBadge: readonly Stroke[]
let accountRequest: readonly Stroke[]
/** Code → whom it was sent to. */
const codes = new Map<string, string>()

beforeAll(async () => {
  server = await startServer(join(folder, 'data'), await findPort())
  letters = createLetterBox(server.origin)
  blueBadge = await strokesOf(fillInBlueBadge)
  accountRequest = await strokesOf(fillInAccountRequest)
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A journey by a resident who writes down which keys the same takes. */
async function strokesOf(
  fillIn: (resident: Resident) => Promise<void>,
): Promise<readonly Stroke[]> {
  const written: Stroke[] = []
  await fillIn(
    recorded(
      createResident((url, init) => fetch(url, init), server.origin),
      written,
    ),
  )
  return written
}

async function fillInBlueBadge(resident: Resident): Promise<void> {
  await answerAboutPerson(resident)
  await answerAboutBenefit(resident)
  await skipMedicinesAndBadge(resident)
  await addVehicle(resident, 'AB12 CDE')
  await saysAnother(resident, 'No')
  await declare(resident)
  await resident.press('Send application')
  expect(resident.page.path).toBe('/blue-badge/done')
}

async function fillInAccountRequest(resident: Resident): Promise<void> {
  const codeTo = async (address: string) => {
    const code = await letters.codeTo(address)
    codes.set(code, address)
    return code
  }
  await goToGate(resident)
  await registerWhole(resident, { codeTo } as TestService, SAM, 'text')
  await answerForThemselves(resident)
  await resident.press('Submit')
  expect(resident.page.path).toBe('/account-request/done')
}

/** The same strokes by somebody else: their own address and number, and the codes that come to these. */
async function play(
  browser: TextBrowser,
  path: string,
  strokes: readonly Stroke[],
  person: Pick<Person, 'email' | 'phone' | 'number'>,
): Promise<string> {
  const own = new Map([
    [SAM.email, person.email],
    [SAM.phone, person.phone],
  ])
  const seat = browser.open(`${server.origin}${path}`, folder)
  for (const stroke of strokes) {
    const sentTo = stroke.is === 'type' ? codes.get(stroke.text) : undefined
    if (stroke.is !== 'type') seat.do(stroke)
    else if (sentTo === undefined) seat.do({ ...stroke, text: own.get(stroke.text) ?? stroke.text })
    else {
      const address = sentTo === SAM.email ? person.email : person.number
      seat.do({ is: 'type', text: await letters.codeTo(address) })
    }
  }
  return stripVTControlCharacters(await seat.leave())
}

async function referencesSent(): Promise<readonly string[]> {
  const dir = join(folder, 'data', 'submissions')
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((one) => one.isFile() && one.name.endsWith('.json'))
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
  )
  return texts.flatMap((text) => /"reference": ?"([^"]+)"/u.exec(text)?.[1] ?? [])
}

const BROWSERS = [
  { browser: lynx, email: 'lynx@example.org', phone: '07700 900124', number: '+447700900124' },
  { browser: w3m, email: 'w3m@example.org', phone: '07700 900125', number: '+447700900125' },
] as const

describe('a person with only a text browser', () => {
  for (const { browser, ...person } of BROWSERS) {
    const { name, isHere } = browser
    const title = (journey: string) =>
      isHere
        ? `fills in and sends the ${journey} with ${name}, and is given its reference (T01)`
        : `is not tried: ${name} is not on this machine (apt-get install ${name})`
    const sends = async (path: string, strokes: readonly Stroke[], sentence: string) => {
      const before = await referencesSent()
      const words = await play(browser, path, strokes, person)
      const sent = (await referencesSent()).filter((one) => !before.includes(one))
      expect(sent).toHaveLength(1)
      expect(words).toContain(sent[0])
      expect(words).toContain(sentence)
    }
    test.skipIf(!isHere)(
      title('Blue Badge'),
      () => sends('/blue-badge', blueBadge, 'Application sent'),
      90_000,
    )
    test.skipIf(!isHere)(
      `${title('Account Request')}${isHere ? ', with a new login, an emailed code and two texts' : ''}`,
      () => sends('/account-request', accountRequest, 'Request sent'),
      120_000,
    )
  }
})
