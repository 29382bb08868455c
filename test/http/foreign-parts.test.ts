import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerForThemselves,
  goToGate,
  registerWhole,
  SAM,
  submit,
} from '../client/account-stories.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'

/** The shipped forms, of which some words are not there in Welsh. */
function formsWithGaps(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footpath-gaps-'))
  cpSync('forms', folder, { recursive: true })
  for (const path of ['account-request/locales/cy.yaml', '_pages/cookies.cy.md'])
    rmSync(join(folder, path))
  const edit = (path: string, from: RegExp, to: string) => {
    const text = readFileSync(join(folder, path), 'utf8')
    if (!from.test(text)) throw new Error(`${path} holds no ${from}`)
    writeFileSync(join(folder, path), text.replace(from, to))
  }
  edit('_locales/cy.yaml', / {2}service: .*\n/u, '')
  edit('_locales/cy.yaml', /links: \{ "1": \{ label: Gwefan y cyngor \}, /u, 'links: { ')
  edit('_site.yaml', /theme: neutral/u, 'theme: harbour')
  return folder
}

let folder: string
let service: TestService
beforeAll(async () => {
  folder = formsWithGaps()
  service = await startTestService({ formsDir: folder })
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

describe('what has no translation says its own language (WCAG 3.1.2)', () => {
  it('in the header, the footer and the list of forms', async () => {
    const { html } = await service.resident().visit('/?lang=cy')
    expect(html).toContain('<html lang="cy"')
    expect(html).toContain(
      '<span class="fp-header__service" lang="en">Adult Social Care Online</span>',
    )
    expect(html).toContain('>Cyngor Dinas Harbour</p>')
    expect(html).toContain('href="/pages/cookies" lang="en">Cookies</a>')
    expect(html).toContain('href="/pages/help">Help</a>')
    expect(html).toContain(
      'href="https://www.harbour.example/" lang="en">The council’s website</a>',
    )
    expect(html).toContain('meetings">Cynghorwyr a chyfarfodydd</a>')
    expect(html).toContain('href="/account-request" lang="en">Account Request</a>')
    expect(html).toMatch(/href="\/blue-badge">[^<]*Fathodyn Glas/u)
    expect(lintPage(html, { language: 'cy' })).toEqual([])
  })

  it('in the account, and where a request is shown', async () => {
    const sam = service.resident()
    await goToGate(sam)
    await registerWhole(sam, service, SAM)
    await answerForThemselves(sam)
    const reference = await submit(sam)
    await sam.visit('/account?lang=cy')
    expect(sam.page.html).toMatch(/<a class="govuk-link" href="[^"]+" lang="en">Account Request/u)
    expect(sam.page.html).toContain('lang="en">We have your request</span>')
    expect(sam.page.text).toContain('anfonwyd ar 15 Mehefin 2026')
    await sam.visit(`/account/requests/${reference}`)
    expect(sam.page.html).toContain('<html lang="cy"')
    expect(sam.page.html).toMatch(/<div lang="en">\s*<h1[^>]*>Account Request<\/h1>/u)
    expect(sam.page.html).toMatch(/<div lang="en">\s*<h2[^>]*>/u)
    expect(sam.page.text).toContain('15 Mehefin 2026')
    expect(lintPage(sam.page.html, { language: 'cy', back: true })).toEqual([])
  })

  it('and is a page of its own language all through where all of it is', async () => {
    const one = service.resident()
    await one.visit('/?lang=cy')
    const { html } = await one.visit('/pages/cookies')
    expect(html).toContain('<html lang="en"')
    expect(html).toContain('<span class="fp-header__service">Adult Social Care Online</span>')
  })
})
