import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestService, type TestService } from '../client/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

describe('the map of a journey in development', () => {
  it('is a page with the drawing and the outline, whose steps lead to their preview and their lines', async () => {
    const resident = service.resident()
    const page = await resident.visit('/dev/account-request/map')
    expect(page.status).toBe(200)
    expect(page.heading).toBe('Map of Account Request')
    expect(page.html).toContain('<svg xmlns="http://www.w3.org/2000/svg"')
    expect(page.html).toContain('href="/dev/account-request/preview#step-whose-record"')
    expect(page.html).not.toMatch(/ style="/u)
    expect(page.text).toContain('if for-someone-else: About the person (person)')
    const href = /href="([^"]*source[^"#]*)#line-(\d+)"/u.exec(page.html) ?? []
    const line = Number(href[2])
    const lines = await resident.visit((href[1] ?? '').replaceAll('&amp;', '&'))
    expect(lines.heading).toBe('forms/account-request/flow.yaml')
    const written = readFileSync('forms/account-request/flow.yaml', 'utf8').split('\n')
    expect(lines.html).toMatch(
      new RegExp(`id="line-${line}"[^\\n]*><mark>${written[line - 1]}<`, 'u'),
    )
  })

  it('is a picture by itself too', async () => {
    const response = await service.running.app.request(
      'http://localhost:4399/dev/account-request/map.svg',
    )
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=UTF-8')
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self'")
    expect(await response.text()).toMatch(/^<svg /u)
  })

  it('is there for no other journey, and shows no other file', async () => {
    const resident = service.resident()
    expect((await resident.visit('/dev/nowhere/map')).status).toBe(404)
    expect(
      (await resident.visit('/dev/login/source?file=forms/account-request/flow.yaml')).status,
    ).toBe(404)
    for (const file of [
      '../package.json',
      'forms/../package.json',
      'forms/login/../../package.json',
      'forms/login/..%2f..%2f..%2fpackage.json',
      '/etc/passwd',
      'forms/login',
      '',
    ])
      expect((await resident.visit(`/dev/login/source?file=${file}`)).status).toBe(404)
  })

  it('is not there in production, nor for another machine', async () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7))
    const production = await startTestService({
      origin: 'https://forms.example.gov.uk',
      env: {
        NODE_ENV: 'production',
        SECRET_KEY: key.toString('base64url'),
        RESEND_API_KEY: 're_1',
        RESEND_FROM: 'forms@example.gov.uk',
        PLIVO_AUTH_ID: 'MA1',
        PLIVO_AUTH_TOKEN: 'token',
        PLIVO_FROM: '+441603000000',
      },
    })
    for (const path of ['map', 'map.svg', 'source?file=forms/login/flow.yaml'])
      expect((await production.resident().visit(`/dev/login/${path}`)).status).toBe(404)
    await production.close()
    const elsewhere = { incoming: { socket: { remoteAddress: '192.0.2.1' } } }
    const { status } = await service.running.app.request(
      'http://localhost:4399/dev/login/map',
      {},
      elsewhere,
    )
    expect(status).toBe(404)
  })
})

it('the library that draws is loaded in one place, when something is drawn, and is no part of the one file', () => {
  const layout = readFileSync('src/map/lay-out.ts', 'utf8')
  expect(layout.match(/[^\n]*@viz-js\/viz'/gu)).toEqual([expect.stringMatching(/await import\(/u)])
  const build = readFileSync(join('src', 'cli', 'build-server.mjs'), 'utf8')
  expect(/external: \[([^\]]*)\]/u.exec(build)?.[1]).toContain("'@viz-js/viz'")
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: object
  }
  expect(dependencies).not.toHaveProperty(['@viz-js/viz'])
})
