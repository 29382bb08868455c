import type { HttpDeps } from '../http/context.ts'
import type { Journey } from '../journey/journey.ts'
import type { LoadedForms } from '../journey/load-journeys.ts'
import type { Problem } from '../journey/problem.ts'
import type { FormsFiles } from '../journey/source.ts'
import type { MapView } from '../views/render-map.ts'

/** What the pages for authors are made with: all that residents' pages are, and the definitions with where they stand. */
export interface DevDeps extends HttpDeps {
  readonly forms: LoadedForms
  readonly files: FormsFiles
  readonly problems: readonly Problem[]
  /** The journeys that have errors now, as they were when they had none; none where nothing is watched. */
  readonly lastSound: ReadonlyMap<string, Journey>
  /** Authors see what is wrong at the journey's own addresses. */
  readonly forAuthors: boolean
  /** Where definitions are watched. */
  readonly changes?: Changes
  /** Called when a map is first asked for. */
  readonly loadMaps: () => Promise<Maps>
}

/** Tells of each edition of the definitions, the present one first; what it answers ends that. */
export interface Changes {
  subscribe(listener: {
    next(revision: string): void
    /** There will be no more. */
    end(): void
  }): () => void
}

/** Draws journeys as they stand in their files now; undefined: there is none of that name. */
export interface Maps {
  map(journey: string): Promise<MapView | undefined>
  /** The text of a file of a journey, by the name that problems give it. */
  source(journey: string, file: string): string | undefined
}
