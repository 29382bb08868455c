import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestService, type TestService } from '../client/service.ts'
import { createWatch, type Watch, watched } from '../client/watched.ts'
import { walkAccountRequest } from '../http/page-walks.ts'
import { transcriptOf } from './transcript.ts'

/** One file a page, read by people. RECORD=yes writes them anew: read what has changed before it is committed. */
const FOLDER = 'test/screen-reader/account-request'
/** Heard with what stands around it, which is the same on all of them. */
const FIRST = 'account-request/start 200'
const isRecording = process.env['RECORD'] === 'yes'

let service: TestService
let watch: Watch
beforeAll(async () => {
  service = await startTestService()
  watch = createWatch(service.running.journeys)
  await walkAccountRequest(service, () => watched(service.resident(), watch))
}, 60_000)
afterAll(() => service.close())

const fileOf = (key: string) => `${key.replace(/\W+/gu, '-')}.txt`
/** Those of the journey and of signing in, as they are and with errors. */
const pagesHere = () =>
  [...watch.pages].filter(([key]) => /^(?:account-request|login)\//u.test(key))

test('a screen reader says of every page of the Account Request what was agreed on', async () => {
  const changed: string[] = []
  for (const [key, { html }] of pagesHere()) {
    const file = join(FOLDER, fileOf(key))
    const said = await transcriptOf(html, key === FIRST ? 'page' : 'main')
    if (isRecording) writeFileSync(file, said)
    if (readFileSync(file, 'utf8') !== said) changed.push(file)
  }
  expect(changed, 'read these with RECORD=yes and git diff').toEqual([])
}, 60_000)

test('no page was left out, and none is kept that is no more', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(
    pagesHere()
      .map(([key]) => fileOf(key))
      .sort(),
  )
})

test('what is wrong on a page is heard', async () => {
  const [, page] =
    pagesHere().find(([key]) => key === 'account-request/your-date-of-birth 422') ?? []
  const html = page?.html ?? ''
  const right = await transcriptOf(html)
  const wrongs = [
    html.replaceAll(/ aria-describedby="[^"]*"/gu, ''),
    html.replace(/<legend[\s\S]*?<\/legend>/u, ''),
    html.replace(/ for="dateOfBirth-day"/u, ''),
    html.replace('<div role="alert">', '<div>'),
    html.replace(/<title>Error: /u, '<title>'),
  ]
  for (const wrong of wrongs) {
    expect(wrong).not.toBe(html)
    expect(await transcriptOf(wrong)).not.toBe(right)
  }
}, 60_000)
