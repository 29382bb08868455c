import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Reply } from './browser.ts'
import type { Looker } from './walk-twice.ts'

/** What of the development packages is used here; they may not be there. */
interface Chromium {
  launch(options: object): Promise<{
    newContext(): Promise<{ newPage(): Promise<Page> }>
    close(): Promise<void>
  }>
}
interface Page {
  route(url: string, handler: (route: Route) => Promise<void>): Promise<void>
  unroute(url: string): Promise<void>
  goto(url: string): Promise<unknown>
}
interface Route {
  fulfill(response: { status: number; contentType: string; body: string }): Promise<void>
}
type AxeBuilder = new (options: {
  page: Page
}) => {
  withTags(tags: readonly string[]): {
    analyze(): Promise<{ violations: readonly Violation[] }>
  }
}
interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const MISSING = `--axe needs the packages @axe-core/playwright and @playwright/test, and a browser.
"npm install" brings the packages, "npx playwright install chromium" the browser.
`

/** Of how many distinct page states, and what was found on them. */
export interface AxeReport {
  readonly states: number
  readonly found: readonly string[]
}

/** Collects distinct page states, and looks at each with axe; a string says what is missing. */
export async function createAxe(): Promise<(Looker & { saw(): AxeReport }) | string> {
  const loaded = await loadPackages()
  if (!loaded) return MISSING
  const states = new Map<string, Reply>()
  const found: string[] = []
  return {
    saw: () => ({ states: states.size, found }),
    look: (reply) => {
      const key = stateOf(reply)
      if (!states.has(key)) states.set(key, reply)
      return Promise.resolve()
    },
    async finish(origin) {
      const executablePath = INSTALLED.find((one) => one !== undefined && existsSync(one))
      const browser = await loaded.chromium.launch({
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
        ...(executablePath !== undefined && { executablePath }),
      })
      try {
        const page = await (await browser.newContext()).newPage()
        for (const reply of states.values())
          found.push(...(await violationsOf(page, origin, reply, loaded.AxeBuilder)))
      } finally {
        await browser.close()
      }
    },
  }
}

const INSTALLED = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome']

/** Development packages, by names that are not followed when the program is put together; undefined: they are not there. */
async function loadPackages(): Promise<
  { readonly chromium: Chromium; readonly AxeBuilder: AxeBuilder } | undefined
> {
  const names = ['@playwright/test', '@axe-core/playwright']
  try {
    const [playwright, axe] = await Promise.all(names.map((name) => import(name)))
    return { chromium: playwright.chromium, AxeBuilder: axe.AxeBuilder }
  } catch {
    return undefined
  }
}

/** Pages are the same state where all but their values is the same. */
function stateOf({ html, path }: Reply): string {
  const plain = html.replace(/ (?:value|href|action|nonce)="[^"]*"/gu, '')
  return createHash('sha256').update(`${path} ${plain}`).digest('base64url')
}

async function violationsOf(
  page: Page,
  origin: string,
  { path, html, status }: Reply,
  Builder: AxeBuilder,
): Promise<readonly string[]> {
  const url = origin + path
  await page.route(url, (route) =>
    route.fulfill({ status, contentType: 'text/html; charset=UTF-8', body: html }),
  )
  await page.goto(url)
  const { violations } = await new Builder({ page }).withTags(TAGS).analyze()
  await page.unroute(url)
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map((node) => node.target.join(' ')).join(', ')
    return `${path} (${status}): ${id}: ${help} (${where})`
  })
}
