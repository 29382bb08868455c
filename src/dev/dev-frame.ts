import type { HttpDeps } from '../http/context.ts'
import { siteView } from '../http/respond.ts'
import type { PageFrame } from '../views/page.ts'

/** What stands around the pages for authors: they are in the language that definitions are written in. */
export function devFrame(deps: HttpDeps): PageFrame {
  return {
    language: 'en',
    site: siteView(deps.site, deps),
    assets: deps.assets,
    fragment: false,
  }
}
