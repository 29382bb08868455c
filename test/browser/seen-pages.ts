import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { startTestService } from '../client/service.ts'
import { createWatch, watched } from '../client/watched.ts'
import { walkAccountRequest, walkBlueBadge, walkSignIn } from '../http/page-walks.ts'

/** Place and state → HTML of the pages of the Account Request, of signing in and of the Blue Badge. */
export async function seenPages(): Promise<ReadonlyMap<string, string>> {
  const service = await startTestService()
  try {
    const watch = createWatch(service.running.journeys)
    const someone = () => watched(service.resident(), watch)
    await walkAccountRequest(service, someone)
    await walkSignIn(service, someone)
    await walkBlueBadge(service, someone)
    return new Map([...watch.pages].map(([key, { html }]) => [key, html]))
  } finally {
    await service.close()
  }
}

const manifest: { readonly css: string } = JSON.parse(
  readFileSync('dist/static/manifest.json', 'utf8'),
)
const style = readFileSync(`dist/static/${manifest.css}`, 'utf8')
const probes = readFileSync('test/browser/probes.js', 'utf8')

export interface SeenFile {
  readonly contentType: string
  readonly body: Buffer
}

export interface Shown {
  /** What pages refer to besides the built style sheet, by path. */
  readonly files?: ReadonlyMap<string, SeenFile>
  /** What a browser makes of a style sheet. */
  readonly reads?: (css: string) => string
}

/** Shows pages that were seen before, with the built style sheet and without the script. */
export async function showSeenPages(
  page: Page,
  pages: ReadonlyMap<string, string>,
  { files, reads = (css) => css }: Shown = {},
): Promise<void> {
  await page.addInitScript(probes)
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    const file = files?.get(pathname)
    if (file?.contentType.startsWith('text/css'))
      return route.fulfill({ ...file, body: reads(file.body.toString('utf8')) })
    if (file) return route.fulfill(file)
    if (pathname.endsWith('.css'))
      return route.fulfill({ contentType: 'text/css', body: reads(style) })
    const html = pages.get(decodeURIComponent(pathname.slice(1)))
    if (html === undefined) return route.fulfill({ status: 404, body: '' })
    // Where the tab key begins is the top of the page.
    const body = html.replace(/ autofocus(?:="")?/u, '')
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
  })
}

export async function show(page: Page, key: string): Promise<void> {
  await page.goto(`/${encodeURIComponent(key)}`)
}
