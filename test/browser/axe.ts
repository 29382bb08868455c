import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Our pages have no frames: axe need not open another page to put together what it found in each. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode()
}

/** axe finds nothing on the page as it is now. With JavaScript only: axe itself is a script. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  expect(found, page.url()).toEqual([])
}

/** B10: words whose contrast axe finds too low, as `selector: what it is`. */
export async function faintIn(page: Page): Promise<readonly string[]> {
  const { violations } = await axeOn(page).withRules(['color-contrast']).analyze()
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ target, any }) => `${target.join(' ')}: ${any[0]?.message}`),
  )
}
