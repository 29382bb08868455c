import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDING } from '../format/write-forms.ts'
import { runToEnd } from '../hostile/running-server.ts'
import { lintPage } from '../views/page-lint.ts'
import { type DevServer, startDev } from './dev-server.ts'

const FLOW = `title: Garden
steps:
  name: { title: Your name, fields: [name] }
  size: { title: How large is it?, fields: [size] }
${ENDING}`
const BROKEN = FLOW.replace('fields: [size]', 'fields: [sise]')
const fields = {
  name: { type: 'string', title: 'Name' },
  size: { type: 'integer', title: 'Size' },
}
const PAGES = {
  '_site.yaml': 'service: Gardens\npages: [accessibility]\n',
  '_pages/accessibility.md': '# Accessibility statement\n\nWords.\n',
}
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')

let server: DevServer
beforeAll(async () => {
  server = await startDev({
    garden: { fields, required: ['name', 'size'], flow: FLOW },
    shed: { fields, required: ['name'], flow: FLOW.replace('Garden', 'Shed') },
    ...PAGES,
  })
}, 60_000)
afterAll(() => server.end())

describe('footpath dev', () => {
  it('shows what was saved with the next page, and keeps answers and the place', async () => {
    const resident = server.resident()
    await resident.visit('/garden')
    resident.fill('Name', 'Robin')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/garden/size')
    await server.save('garden/flow.yaml', FLOW.replace('How large is it?', 'How many metres?'))
    await resident.visit('/garden')
    expect([resident.page.path, resident.page.heading]).toEqual([
      '/garden/size',
      'How many metres?',
    ])
    await resident.visit('/garden/name')
    expect(resident.valueOf('Name')).toBe('Robin')
    await server.save('garden/flow.yaml', FLOW)
  }, 60_000)

  it('keeps of the definitions only those that are served, and those that something was sent with', async () => {
    const kept = () =>
      readdirSync(join(server.dataDir, 'journeys'), { recursive: true }).filter((name) =>
        String(name).endsWith('.json'),
      ).length
    const before = kept()
    await server.save('garden/flow.yaml', FLOW.replace('title: Garden', 'title: Orchard'))
    const resident = server.resident()
    await resident.visit('/garden')
    resident.fill('Name', 'Robin')
    await resident.press('Continue')
    resident.fill('Size', '5')
    await resident.press('Continue')
    await resident.press('Send')
    expect(resident.page.heading).toBe('Done')
    for (const title of ['Park', 'Wood', 'Garden'])
      await server.save('garden/flow.yaml', FLOW.replace('title: Garden', `title: ${title}`))
    expect(kept()).toBe(before + 1)
  }, 60_000)

  it('notices an editor that puts another file in the place of the old one', async () => {
    await server.saveByRename('garden/flow.yaml', FLOW.replace('Your name', 'Who are you?'))
    expect((await server.resident().visit('/garden')).heading).toBe('Who are you?')
    await server.save('garden/flow.yaml', FLOW)
  }, 60_000)

  it('notices a new journey, and one that is gone', async () => {
    const flow = FLOW.replace('Garden', 'Pond')
    await server.save('pond/flow.yaml', flow)
    await server.save(
      'pond/schema.json',
      readFileSync(join(server.formsDir, 'garden/schema.json'), 'utf8'),
    )
    expect((await server.resident().visit('/pond')).heading).toBe('Your name')
    await server.remove('pond')
    expect((await server.resident().visit('/pond')).status).toBe(404)
  }, 60_000)

  it('runs an action of a journey as it was saved last', async () => {
    const action = (words: string) => `export const action = {
      name: 'refuse', input: { type: 'object', properties: {} }, outcomes: ['done', 'no'], words: { no: '${words}' },
      run: () => Promise.resolve({ outcome: 'no' }),
    }\n`
    await server.save('garden/actions/refuse.ts', action('Not today'))
    await server.save(
      'garden/flow.yaml',
      FLOW.replace(
        'fields: [name]',
        'fields: [name], buttons: [{ id: go, label: Go, run: refuse }]',
      ),
    )
    const resident = server.resident()
    await resident.visit('/garden')
    resident.fill('Name', 'Robin')
    expect((await resident.press('Go')).errors).toEqual(['Not today'])
    await server.save('garden/actions/refuse.ts', action('Not tomorrow'))
    await resident.visit('/garden')
    expect((await resident.press('Go')).errors).toEqual(['Not tomorrow'])
    await server.save('garden/flow.yaml', FLOW)
    await server.remove('garden/actions')
  }, 60_000)
})

describe('an edit that breaks a journey', () => {
  it('shows what check says at every address of it, with the lines of the file', async () => {
    await server.save('garden/flow.yaml', BROKEN)
    const check = await runToEnd(['src/cli/footpath.mjs', 'check'], { FORMS_DIR: server.formsDir })
    expect(check.status).toBe(1)
    expect(server.written()).toContain(check.written)
    const [first = ''] = check.written.split('\n')
    const place = /--> (\S+)/u.exec(check.written)?.[1] ?? 'nowhere'
    const carets = check.written.split('\n').find((line) => /\^+$/u.test(line)) ?? 'none'
    const help = /= help: (.*)/u.exec(check.written)?.[1] ?? 'none'
    for (const path of ['/garden', '/garden/name', '/garden/size', '/garden/nothing/3']) {
      const page = await server.resident().visit(path)
      expect(page.status).toBe(503)
      expect(lintPage(page.html)).toEqual([])
      const text = textOf(page.html)
      expect(text).toContain(first)
      expect(text).toContain(place)
      expect(text).toContain(help)
      expect(text).toContain(
        '| '.concat(' '.repeat(carets.split('| ')[1]?.search(/\^/u) ?? 0), '^^^^'),
      )
      expect(page.html).toContain('<mark>sise</mark>')
      expect(text).toContain('title: Your name')
    }
    expect((await server.resident().visit('/dev/garden/problems')).status).toBe(200)
    expect((await server.resident().visit('/dev')).text).toContain('1 error')
    const all = await server.resident().visit('/dev/problems')
    expect([textOf(all.html).includes(first), lintPage(all.html)]).toEqual([true, []])
  }, 60_000)

  it('does not hide the others', async () => {
    expect((await server.resident().visit('/shed')).heading).toBe('Your name')
  })

  it('leaves its last sound version to whoever asks for it, who is told so on every page', async () => {
    const resident = server.resident()
    await resident.visit('/garden/name')
    await resident.follow('Go on with the last version that had no mistakes')
    expect([resident.page.status, resident.page.path]).toEqual([200, '/garden/name'])
    expect(resident.page.text).toContain('This is the last version that had no mistakes')
    expect(lintPage(resident.page.html)).toEqual([])
    resident.fill('Name', 'Robin')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/garden/size')
    await resident.follow('See what is wrong now')
    expect(resident.page.path).toBe('/dev/garden/problems')
    expect((await server.resident().visit('/garden')).status).toBe(503)
    await server.save('garden/flow.yaml', BROKEN.replace('How large', 'How very large'))
    expect((await resident.visit('/garden/size')).status).toBe(503)
    await server.save('garden/flow.yaml', FLOW)
    await resident.visit('/garden')
    expect([resident.page.path, resident.page.text.includes('last version')]).toEqual([
      '/garden/size',
      false,
    ])
  }, 60_000)

  it('leads nobody away by the link to the last sound version', async () => {
    await server.save('garden/flow.yaml', BROKEN)
    for (const to of [
      '//evil.example/',
      '/shed',
      'https://evil.example/garden',
      '/garden/../shed',
    ]) {
      const answer = await fetch(
        `${server.origin}/dev/garden/last-sound?to=${encodeURIComponent(to)}`,
        {
          redirect: 'manual',
        },
      )
      expect([to, answer.status, answer.headers.get('location')]).toEqual([to, 303, '/garden'])
    }
    await server.save('garden/flow.yaml', FLOW)
  }, 60_000)

  it('says so where the file is no YAML at all, or is gone', async () => {
    await server.save('garden/flow.yaml', 'steps: [')
    expect((await server.resident().visit('/garden')).text).toContain('FP01')
    expect((await server.resident().visit('/shed')).status).toBe(200)
    await server.remove('garden/flow.yaml')
    const page = await server.resident().visit('/garden')
    expect([page.status, lintPage(page.html)]).toEqual([503, []])
    expect(page.text).toContain('flow.yaml')
    await server.save('garden/flow.yaml', FLOW)
    expect((await server.resident().visit('/garden')).status).toBe(200)
  }, 60_000)

  it('of its own action shows that file, and it comes back when that is mended', async () => {
    const action = (outcome: string) => `export const action = {
      name: 'refuse', input: { type: 'object', properties: {} }, outcomes: ['done', 'no'], words: { ${outcome}: 'Not today' },
      run: () => Promise.resolve({ outcome: 'no' }),
    }\n`
    const flow = FLOW.replace(
      'fields: [name]',
      'fields: [name], buttons: [{ id: go, label: Go, run: refuse }]',
    )
    await server.save('garden/actions/refuse.ts', action('no'))
    await server.save('garden/flow.yaml', flow)
    expect((await server.resident().visit('/garden')).heading).toBe('Your name')
    for (const [broken, code] of [
      [action('mo'), 'FP0751'],
      ['export const action = {', 'FP0750'],
    ] as const) {
      await server.save('garden/actions/refuse.ts', broken)
      const page = await server.resident().visit('/garden')
      expect([page.status, lintPage(page.html)]).toEqual([503, []])
      expect(textOf(page.html)).toContain(code)
      expect(textOf(page.html)).toContain('refuse.ts')
      expect((await server.resident().visit('/shed')).heading).toBe('Your name')
      await server.save('garden/actions/refuse.ts', action('no'))
      expect((await server.resident().visit('/garden')).heading).toBe('Your name')
    }
    await server.save('garden/flow.yaml', FLOW)
    await server.remove('garden/actions')
  }, 60_000)

  it('of the author’s tests is told, and keeps nothing from being served', async () => {
    await server.save('garden/scenarios.yaml', '- name: One\n  sees: [nowhere]\n')
    expect((await server.resident().visit('/garden')).status).toBe(200)
    expect((await server.resident().visit('/dev/garden/problems')).text).toContain('nowhere')
    await server.remove('garden/scenarios.yaml')
  }, 60_000)
})

describe('footpath dev, as a command', () => {
  it('is refused in production, and where there are no forms', async () => {
    const dev = (env: Readonly<Record<string, string>>) =>
      runToEnd(['src/cli/footpath.mjs', 'dev'], env)
    const production = await dev({ NODE_ENV: 'production' })
    expect([production.status, production.written]).toEqual([
      2,
      expect.stringContaining('npm start'),
    ])
    const nowhere = await dev({ FORMS_DIR: '/nowhere' })
    expect([nowhere.status, nowhere.written]).toEqual([2, expect.stringContaining('/nowhere')])
  }, 60_000)

  it('stops at once although pages listen', async () => {
    const other = await startDev({ garden: { fields, required: ['name', 'size'], flow: FLOW } })
    expect(await other.stop()).toBe(0)
  }, 30_000)
})
