import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestService, type TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'

const folder = mkdtempSync(join(tmpdir(), 'footpath-themes-'))

/** The shipped forms, in the theme `harbour`; the Blue Badge is another council's. */
function themedForms(): string {
  cpSync('forms', folder, { recursive: true })
  const edit = (path: string, from: string, to: string) => {
    const text = readFileSync(join(folder, path), 'utf8')
    if (!text.includes(from)) throw new Error(`${path} holds no ${from}`)
    writeFileSync(join(folder, path), text.replace(from, to))
  }
  edit('_site.yaml', 'theme: neutral', 'theme: harbour')
  edit('blue-badge/flow.yaml', 'site: { ', 'site: { theme: moorland, ')
  return folder
}

describe('a theme', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startTestService({ formsDir: themedForms() })
  })
  afterAll(async () => {
    await service.close()
    rmSync(folder, { recursive: true })
  })

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    service.running.app.request(`${service.origin}${path}`, { headers })
  const htmlOf = async (path: string, headers = {}) => (await get(path, headers)).text()
  const partsOf = (html: string) => ({
    css: /<link rel="stylesheet" href="([^"]+)" media="screen">/u.exec(html)?.[1] ?? '',
    logo: /<img class="fp-header__logo" src="([^"]+)"/u.exec(html)?.[1] ?? '',
  })

  it('puts the name of its council, its logo and its links on every page', async () => {
    for (const path of ['/', '/pages/help', '/login/sign-in', '/nowhere']) {
      const html = await htmlOf(path)
      expect(html).toMatch(/<title>[^<]* – Harbour City Council<\/title>/u)
      expect(html).not.toContain('Norfolk County Council</span>')
      expect(html).toContain('alt="Harbour City Council" width="250" height="48"')
      expect(html).toContain('href="https://www.harbour.example/meetings">Councillors and meetings')
      expect(lintPage(html)).toEqual([])
    }
  })

  it('is another one in a journey that says so', async () => {
    const html = await htmlOf('/blue-badge/start')
    expect(html).toMatch(/<title>[^<]* – Moorland County Council<\/title>/u)
    expect(html).toContain('https://www.moorland.example/')
    expect(html).not.toContain('harbour')
    // Without words of its own the logo says nothing: the name stands beside it.
    expect(html).toMatch(
      /<img [^>]*alt="" width="72" height="48">\s*<span class="fp-header__council">/u,
    )
    expect(lintPage(html)).toEqual([])
  })

  it('is told in Welsh where the page is', async () => {
    const html = await htmlOf('/', { cookie: 'language=cy' })
    expect(html).toMatch(/<title>[^<]* – Cyngor Dinas Harbour<\/title>/u)
    expect(html).toContain('>Cynghorwyr a chyfarfodydd</a>')
    expect(html).toContain('alt="Cyngor Dinas Harbour"')
  })

  it('is a style sheet that may be kept for ever, of literal colours where words stand on them', async () => {
    const { css } = partsOf(await htmlOf('/'))
    const response = await get(css)
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('immutable')
    const text = await response.text()
    expect(text).toContain('.fp-header{color:#ffffff;background:#7a1240;')
    expect(text).toContain('--govuk-link-colour:#8f1a4d')
    expect(text).not.toContain('var(')
    const compressed = await get(css, { 'accept-encoding': 'br' })
    expect(compressed.headers.get('content-encoding')).toBe('br')
    expect((await compressed.arrayBuffer()).byteLength).toBeLessThan(600)
  })

  it('serves its logo as a picture that can do nothing, by its very name only', async () => {
    const { logo } = partsOf(await htmlOf('/'))
    const response = await get(logo)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none';.*sandbox/u)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe(readFileSync('forms/_themes/harbour.svg', 'utf8'))
    for (const path of ['/static/harbour.svg', '/static/_themes/harbour.svg', `${logo}/..`])
      expect((await get(path)).status).toBe(404)
  })

  it('allows no style or picture of another origin', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("style-src 'self'")
    expect(policy).toContain("img-src 'self'")
    expect(await htmlOf('/')).not.toMatch(/\sstyle=|<style/u)
  })

  it('is loaded with the whole page when htmx comes from a page of another theme or language', async () => {
    const asked = (path: string, from: string, cookie = '') =>
      get(path, { 'hx-request': 'true', 'hx-current-url': `${service.origin}${from}`, cookie })
    const other = await asked('/blue-badge/start', '/')
    expect(other.headers.get('hx-redirect')).toBe('/blue-badge/start')
    expect(await other.text()).toBe('')
    const same = await asked('/pages/help', '/')
    expect(same.headers.get('hx-redirect')).toBeNull()
    expect(await same.text()).toContain('id="page-main"')
  })
})

describe('without a theme of its own', () => {
  it('a page has one style sheet, and no logo', async () => {
    const service = await startTestService()
    const html = await (await service.running.app.request(`${service.origin}/`)).text()
    expect(html.match(/rel="stylesheet"/gu)).toHaveLength(1)
    expect(html).not.toContain('<img')
    await service.close()
  })
})
