import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addVehicle,
  answerAboutBenefit,
  answerAboutPerson,
  declare,
  saysAnother,
  skipMedicinesAndBadge,
} from '../client/blue-badge-stories.ts'
import { createResident, type Resident } from '../client/resident.ts'
import { findPort, type RunningServer, startServer } from '../hostile/running-server.ts'
import { recorded, type Stroke } from './key-strokes.ts'
import { hasLynx, playInLynx } from './lynx.ts'
import { hasW3m, playInW3m } from './w3m.ts'

const folder = mkdtempSync(join(tmpdir(), 'footpath-text-'))
let server: RunningServer
let strokes: readonly Stroke[]

beforeAll(async () => {
  server = await startServer(join(folder, 'data'), await findPort())
  strokes = await strokesOfBlueBadge(server.origin)
}, 60_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The Blue Badge by a resident who writes down which keys the same takes. */
async function strokesOfBlueBadge(origin: string): Promise<readonly Stroke[]> {
  const written: Stroke[] = []
  const resident: Resident = recorded(
    createResident((url, init) => fetch(url, init), origin),
    written,
  )
  await answerAboutPerson(resident)
  await answerAboutBenefit(resident)
  await skipMedicinesAndBadge(resident)
  await addVehicle(resident, 'AB12 CDE')
  await saysAnother(resident, 'No')
  await declare(resident)
  await resident.press('Send application')
  expect(resident.page.path).toBe('/blue-badge/done')
  return written
}

async function referencesSent(): Promise<readonly string[]> {
  const dir = join(folder, 'data', 'submissions')
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((one) => one.isFile())
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
  )
  return texts.flatMap((text) => /"reference": ?"([^"]+)"/u.exec(text)?.[1] ?? [])
}

const BROWSERS = [
  { name: 'lynx', isHere: hasLynx, play: playInLynx },
  { name: 'w3m', isHere: hasW3m, play: playInW3m },
] as const

describe('a person with only a text browser', () => {
  for (const { name, isHere, play } of BROWSERS) {
    const title = isHere
      ? `fills in and sends the Blue Badge with ${name}, and is given its reference (T01)`
      : `is not tried: ${name} is not on this machine (apt-get install ${name})`
    test.skipIf(!isHere)(
      title,
      async () => {
        const before = await referencesSent()
        const screen = play(`${server.origin}/blue-badge`, strokes, folder)
        const words = stripVTControlCharacters(screen)
        const sent = (await referencesSent()).filter((one) => !before.includes(one))
        expect(sent).toHaveLength(1)
        expect(words).toContain(sent[0])
        expect(words).toContain('Application sent')
      },
      90_000,
    )
  }
})
