import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestService } from '../client/service.ts'
import { createWatch, watched } from '../client/watched.ts'
import { walkBlueBadge } from '../http/page-walks.ts'
import type { SeenFile } from './seen-pages.ts'

export interface ThemedPages {
  /** Place and state → HTML. */
  readonly pages: ReadonlyMap<string, string>
  /** What they refer to that no other theme has. */
  readonly files: ReadonlyMap<string, SeenFile>
}

/** Pages of the Blue Badge as a council has them that chose a theme. */
export async function themedPages(theme: string): Promise<ThemedPages> {
  const folder = mkdtempSync(join(tmpdir(), 'footpath-theme-'))
  cpSync('forms', folder, { recursive: true })
  const site = join(folder, '_site.yaml')
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^theme: .*$/mu, `theme: ${theme}`))
  const service = await startTestService({ formsDir: folder })
  try {
    const watch = createWatch(service.running.journeys)
    await walkBlueBadge(service, () => watched(service.resident(), watch))
    const pages = new Map([...watch.pages].map(([key, { html }]) => [key, html]))
    const named = [...pages.values()].join().matchAll(/\/static\/(?:theme|logo)-[^"]+/gu)
    const files = new Map<string, SeenFile>()
    for (const path of new Set([...named].map(([found]) => found))) {
      const response = await service.running.app.request(`${service.origin}${path}`)
      const body = Buffer.from(await response.arrayBuffer())
      files.set(path, { contentType: response.headers.get('content-type') ?? '', body })
    }
    return { pages, files }
  } finally {
    await service.close()
    rmSync(folder, { recursive: true })
  }
}
