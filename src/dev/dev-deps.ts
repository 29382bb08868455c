import type { HttpDeps } from '../http/context.ts'
import type { LoadedForms } from '../journey/load-journeys.ts'

/** What the pages for authors are made with: all that residents' pages are, and the definitions with where they stand. */
export interface DevDeps extends HttpDeps {
  readonly forms: LoadedForms
}
