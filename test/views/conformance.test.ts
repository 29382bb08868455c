import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { ComponentOptions } from '../../src/views/component-options.ts'
import { renderComponent } from '../../src/views/components.ts'
import {
  COMPONENTS,
  type ComponentName,
  DIVERGENCES,
  FIXTURE_COUNTS,
  fixturesOf,
} from './fixtures.ts'
import { canonical, normalise } from './normalise.ts'

function render(component: ComponentName, options: object): string {
  return renderComponent(component, options as ComponentOptions[ComponentName])
}

describe.each(COMPONENTS)('%s', (component) => {
  const fixtures = fixturesOf(component)

  test('has as many fixtures as govuk-frontend 6.6.0 ships', () => {
    expect(fixtures).toHaveLength(FIXTURE_COUNTS[component])
  })

  test.each(fixtures)('renders as upstream does: $name', ({ name, options, html }) => {
    const ours = normalise(render(component, options))
    const diverges = DIVERGENCES.some((one) => one.component === component && one.fixture === name)
    if (diverges) expect(ours, 'no longer diverges: take the entry out').not.toBe(normalise(html))
    else expect(ours).toBe(normalise(html))
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
})

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
  const count = elementsOf(html).length
  for (let at = 0; at < count; at += 1) {
    const attributes = elementsOf(html)[at]?.attrs.length ?? 0
    for (let attribute = 0; attribute < attributes; attribute += 1) {
      yield () => mutated(html, at, (element) => element.attrs.splice(attribute, 1))
      yield () =>
        mutated(html, at, ({ attrs }) => {
          const found = attrs[attribute]
          if (found) found.value += '-x'
        })
    }
    yield () => mutated(html, at, remove)
    yield () =>
      mutated(html, at, (element) => {
        element.tagName = 'section'
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

function remove(element: Tree.Element): void {
  const siblings = element.parentNode?.childNodes
  siblings?.splice(siblings.indexOf(element), 1)
}

/** Copies of the options with one text each replaced. HTML options are ours alone and are left. */
function* withCanaries(value: unknown, canary: string): Generator<unknown> {
  if (typeof value === 'string') yield canary
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (/^(?:html|attributes|.*Html)$/u.test(key) && typeof inner === 'string') continue
    for (const changed of withCanaries(inner, canary))
      yield Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
  }
}
