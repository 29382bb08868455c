import type { Site } from '../journey/journey.ts'
import type { Ctx, HttpDeps } from './context.ts'
import type { Gate } from './gates.ts'
import { wholeResponse } from './headers.ts'
import { journeyFor, siteFor } from './language.ts'
import { siteView, wantsFragment } from './respond.ts'

/**
 * htmx puts in a page's own part alone. A page around which something else stands (another council's name, theme or
 * language) is therefore loaded whole, before anything is done for it.
 */
export function otherSite(deps: HttpDeps): Gate {
  return function loadWhole(c) {
    const from = c.req.method === 'GET' && wantsFragment(c) ? c.req.header('hx-current-url') : ''
    if (!from || !URL.canParse(from)) return undefined
    const { pathname, search } = new URL(c.req.url)
    if (aroundAt(c, deps, new URL(from).pathname) === aroundAt(c, deps, pathname)) return undefined
    const more = { 'HX-Redirect': `${pathname}${search}`, Vary: 'HX-Request' }
    return wholeResponse(c, '', 200, more)
  }
}

/** Names what stands around the page at a path. */
function aroundAt(c: Ctx, deps: HttpDeps, pathname: string): string {
  const [, first = '', id] = pathname.split('/')
  if (first === 'admin' || first === 'dev') return 'staff'
  const journey = deps.engine.journeys.get(first)
  if (journey) return keyOf(journeyFor(c, journey).site, deps)
  const page = first === 'pages' ? deps.pages.find((one) => one.id === id) : undefined
  const own = siteFor(c, deps)
  const isTold = !page || page.translations?.has(own.language)
  return keyOf(isTold ? own : deps.site, deps)
}

const keys = new WeakMap<Site, string>()

function keyOf(site: Site, deps: HttpDeps): string {
  const known = keys.get(site)
  if (known !== undefined) return known
  const key = `${site.language} ${JSON.stringify(siteView(site, deps))}`
  keys.set(site, key)
  return key
}
