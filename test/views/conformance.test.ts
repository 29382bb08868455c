import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Eta } from 'eta'
import nunjucks from 'nunjucks'
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, test } from 'vitest'
import { compareFixtures, type Render, renderOurs as render } from './compare-fixtures.ts'
import { COMPONENTS, DIVERGENCES, FIXTURE_COUNTS, fixturesOf } from './fixtures.ts'
import { canonical, normalise } from './normalise.ts'

describe.each(COMPONENTS)('%s', (component) => {
  test('renders every fixture of govuk-frontend 6.6.0 as upstream does, less the written divergences', () => {
    const { all, different, needless } = compareFixtures(component)
    expect(all).toBe(FIXTURE_COUNTS[component])
    expect(different).toEqual([])
    expect(needless, 'no longer diverge: take the entries out').toEqual([])
  })
})

test('every component that has a template is measured, and compiles', () => {
  const folder = 'templates/components'
  const names = readdirSync(folder).map((name) => name.replace(/\.eta$/u, ''))
  expect(names.sort()).toEqual([...COMPONENTS].sort())
  const eta = new Eta()
  for (const name of names)
    expect(eta.compile(readFileSync(join(folder, `${name}.eta`), 'utf8'))).toBeTypeOf('function')
})

describe('the comparison', () => {
  test('finds that upstream’s own macros are as upstream’s fixtures', () => {
    const root = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))
    const engine = nunjucks.configure(join(root, 'dist'), { autoescape: true })
    const upstream: Render = (component, params) =>
      engine.render(`govuk/components/${component}/template.njk`, { params })
    for (const component of COMPONENTS)
      expect(compareFixtures(component, upstream, []).different, component).toEqual([])
  })

  test('tells what differs, what may, and what no longer needs to', () => {
    const broken: Render = (component, options) =>
      render(component, options).replace('href="/home"', 'href="/away"')
    const listed = ['with custom link', 'default'].map((fixture) => ({
      component: 'back-link' as const,
      fixture,
      reason: '',
    }))
    const [linked] = fixturesOf('back-link').filter(({ html }) => html.includes('href="/home"'))
    expect(compareFixtures('back-link', broken, []).different).toContain(linked?.name)
    const { different, needless, diverging } = compareFixtures('back-link', broken, listed)
    expect([...different, ...diverging]).toEqual(compareFixtures('back-link', broken, []).different)
    expect(needless).not.toEqual([])
  })
})

test('every divergence names a fixture that exists', () => {
  for (const { component, fixture } of DIVERGENCES)
    expect(fixturesOf(component).map(({ name }) => name)).toContain(fixture)
})

test('the comparison notices every small change of our markup', () => {
  let mutations = 0
  for (const component of COMPONENTS) {
    for (const { options } of fixturesOf(component)) {
      const html = render(component, options)
      const before = normalise(html)
      for (const mutate of mutationsOf(html)) {
        mutations += 1
        expect(mutate(), `of ${component}`).not.toBe(before)
      }
    }
  }
  expect(mutations).toBeGreaterThan(5_000)
}, 60_000)

test('no text option becomes markup (R-WEB-07)', () => {
  const canary = '"\'><img src=x onerror=alert(1)>'
  let tried = 0
  for (const component of COMPONENTS) {
    for (const { options } of fixturesOf(component)) {
      for (const hostile of withCanaries(options, canary)) {
        tried += 1
        const html = render(component, hostile as object)
        expect(
          elementsOf(html).some(({ attrs }) => attrs.some(({ name }) => name === 'onerror')),
        ).toBe(false)
      }
    }
  }
  expect(tried).toBeGreaterThan(1_000)
})

function elementsOf(html: string): readonly Tree.Element[] {
  const walk = (node: Tree.ChildNode): Tree.Element[] =>
    'tagName' in node ? [node, ...node.childNodes.flatMap(walk)] : []
  return parseFragment(html).childNodes.flatMap(walk)
}

/** Changes of one thing each: an attribute dropped or changed, an element taken out or renamed. */
function* mutationsOf(html: string): Generator<() => string> {
  for (const [at, { attrs, childNodes }] of elementsOf(html).entries()) {
    for (let attribute = 0; attribute < attrs.length; attribute += 1) {
      yield () => mutated(html, at, (element) => element.attrs.splice(attribute, 1))
      yield () =>
        mutated(html, at, ({ attrs }) => {
          const found = attrs[attribute]
          if (found) found.value += '-x'
        })
    }
    yield () => mutated(html, at, remove)
    if (childNodes.some(isWords)) yield () => mutated(html, at, changeWords)
    yield () =>
      mutated(html, at, (element) => {
        element.tagName = 'aside'
      })
  }
}

function mutated(html: string, at: number, change: (element: Tree.Element) => unknown): string {
  const fragment = parseFragment(html)
  const walk = (node: Tree.ChildNode): Tree.Element[] =>
    'tagName' in node ? [node, ...node.childNodes.flatMap(walk)] : []
  const element = fragment.childNodes.flatMap(walk)[at]
  if (element) change(element)
  return canonical(fragment.childNodes)
}

const isWords = (node: Tree.ChildNode): node is Tree.TextNode =>
  node.nodeName === '#text' && 'value' in node && node.value.trim() !== ''

function changeWords(element: Tree.Element): void {
  const words = element.childNodes.find(isWords)
  if (words) words.value = words.value.replace(/\S/u, '$&x')
}

function remove(element: Tree.Element): void {
  const siblings = element.parentNode?.childNodes
  siblings?.splice(siblings.indexOf(element), 1)
}

/** Copies of the options with one text each replaced. HTML options are ours alone and are left. */
function* withCanaries(value: unknown, canary: string): Generator<unknown> {
  if (typeof value === 'string') yield canary
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (
      /^(?:html|attributes|.*Html|start|end|navigation(?:Start|End))$/u.test(key) &&
      typeof inner === 'string'
    )
      continue
    for (const changed of withCanaries(inner, canary))
      yield Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
  }
}
