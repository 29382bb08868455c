import type { ComponentOptions } from '../../src/views/component-options.ts'
import { renderComponent } from '../../src/views/components.ts'
import { type ComponentName, DIVERGENCES, type Fixture, fixturesOf } from './fixtures.ts'
import { normalise } from './normalise.ts'

export interface Comparison {
  readonly all: number
  readonly equal: number
  /** Differ, and the list of divergences says why. */
  readonly diverging: readonly string[]
  /** Differ, and nobody has said why. */
  readonly different: readonly string[]
  /** Are on the list of divergences, and equal. */
  readonly needless: readonly string[]
}

export type Render = (component: ComponentName, options: Fixture['options']) => string

/** A component of ours with a fixture's options. */
export function renderOurs(component: ComponentName, options: object): string {
  return renderComponent(component, options as ComponentOptions[ComponentName])
}

/** Each fixture of a component against the HTML that `render` makes of its options. */
export function compareFixtures(
  component: ComponentName,
  render: Render = renderOurs,
  divergences = DIVERGENCES,
): Comparison {
  const fixtures = fixturesOf(component)
  const listed = divergences.filter((one) => one.component === component).map((one) => one.fixture)
  const differing = fixtures
    .filter(({ options, html }) => normalise(render(component, options)) !== normalise(html))
    .map(({ name }) => name)
  return {
    all: fixtures.length,
    equal: fixtures.length - differing.length,
    diverging: differing.filter((name) => listed.includes(name)),
    different: differing.filter((name) => !listed.includes(name)),
    needless: listed.filter((name) => !differing.includes(name)),
  }
}
