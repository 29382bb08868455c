import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { docsOf } from '../../src/cli/docs/docs-of.ts'
import { main } from '../../src/cli/main.ts'
import { startTestService } from '../client/service.ts'
import { ran } from '../scenarios/ran.ts'
import { sectionsOf, type Told } from './read-page.ts'

const page = (name: string) => readFileSync(join('src/docs', name), 'utf8')

let forms: string
beforeEach(() => {
  forms = join(mkdtempSync(join(tmpdir(), 'footpath-docs-')), 'forms')
  mkdirSync(forms)
  vi.stubEnv('FORMS_DIR', forms)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dirname(forms), { recursive: true, force: true })
})

const at = (path: string) => join(dirname(forms), path)

function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}

function footpath(line: string) {
  const [npx, name, ...args] = line.split(' ')
  expect([npx, name], line).toEqual(['npx', 'footpath'])
  return ran((out) => main(args, out))
}

async function follow(told: Told): Promise<void> {
  if (told.is === 'file') return put(told.path, told.text)
  const { edit, lines, undone, says } = told
  const before = edit && readFileSync(at(edit.path), 'utf8')
  if (edit && before !== undefined) {
    expect(before).toContain(edit.from)
    put(edit.path, before.replace(edit.from, edit.to))
  }
  let said = ''
  for (const line of lines) {
    const done = await footpath(line)
    said += done.said
    expect({ line, ...done }).toMatchObject({ status: undone ? 1 : 0 })
  }
  for (const words of says) expect(said).toContain(words)
  if (undone && edit && before !== undefined) put(edit.path, before)
}

it('the guide builds a journey: what it says is said, and its pages come', async () => {
  // As a new author finds it: with the site, and the languages, that are there.
  for (const path of [
    '_site.yaml',
    '_pages',
    '_themes',
    '_locales',
    '_shared',
    'login',
    'reset-password',
  ])
    cpSync(join('forms', path), join(forms, path), { recursive: true })
  const sections = sectionsOf(page('guide.md'))
  expect(sections.flatMap(({ told }) => told).length).toBeGreaterThan(10)
  for (const { told } of sections) for (const one of told) await follow(one)
  const service = await startTestService({ formsDir: forms })
  const sam = service.resident()
  await sam.visit('/library-card')
  expect(sam.page.heading).toBe('Get a library card')
  await sam.press('Continue')
  sam.fill('What is your name?', 'Sam Taylor')
  await sam.press('Continue')
  sam.fill('How old are you?', '12')
  await sam.press('Continue')
  sam.fill('Who is your parent or guardian?', 'Ann Taylor')
  await sam.press('Continue')
  sam.fill('What is your email address?', 'sam@example.org')
  await sam.press('Continue')
  await sam.press('Send')
  expect(sam.page.heading).toBe('Your card is on its way')
  const { text } = await service.messageTo('sam@example.org')
  expect(text).toContain('Thank you.')
  expect((await sam.visit('/dev/library-card/map')).status).toBe(200)
  await service.close()
})

describe('the recipe', () => {
  const [base, ...recipes] = sectionsOf(page('recipes.md'))

  it.each(recipes.map((recipe) => ({ title: recipe.title, recipe })))(
    '"$title" works: check finds nothing, and its scenarios are as they should be',
    async ({ recipe }) => {
      const files = [...(base?.told ?? []), ...recipe.told]
      const text = files.map((one) => (one.is === 'file' ? one.text : '')).join('\n')
      if (text.includes('journey: login')) copyLogin()
      for (const one of files) await follow(one)
      expect(recipe.told.length).toBeGreaterThan(0)
      const checked = await footpath('npx footpath check permit')
      expect(checked.said).toBe('No problems in 1 journey.\n')
      const tested = await footpath('npx footpath test permit')
      expect({ ...tested }).toMatchObject({ status: 0 })
      const named = recipe.told.some(
        (one) => one.is === 'file' && one.path.endsWith('scenarios.yaml'),
      )
      if (named) expect(tested.said).toContain('all as they should be')
    },
  )

  it('is there for what authors ask for most', () => {
    for (const word of [
      'some people only',
      'several things',
      'another journey',
      'Invite',
      'staff may do',
      'more',
      'kept',
      'Welsh',
      'email',
      'Work something out',
      'files',
      'action of your own',
    ])
      expect(recipes.map(({ title }) => title).join('\n')).toContain(word)
  })
})

/** The journey that signs people in, which some recipes go through. */
function copyLogin(): void {
  for (const path of ['login', 'reset-password', '_shared'])
    cpSync(join('forms', path), join(forms, path), {
      recursive: true,
      filter: (source) => !source.endsWith('locales'),
    })
}

describe('a page that is made of the program', () => {
  it.each([...docsOf()])('%s is as "npm run docs" makes it', (name, text) => {
    expect(page(name)).toBe(text)
  })

  it('links only to what there is', () => {
    for (const name of ['guide.md', 'recipes.md', 'reference.md', 'problems.md'])
      for (const [, target] of page(name).matchAll(/\]\((?!https?:|#)([^)#{]+)\)/gu))
        if (!target?.startsWith('/'))
          expect(() => page(target ?? ''), `${name}: ${target}`).not.toThrow()
  })
})
