import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { Session } from '../accounts/sessions.ts'
import type { Services } from '../actions/services.ts'
import type { Submission } from '../answers/draft.ts'
import type { ShownStep } from '../engine/decision.ts'
import type { Engine } from '../engine/engine.ts'
import type { Uploads } from '../engine/take-files.ts'
import type { FileShelf } from '../files/file-shelf.ts'
import type { Journey, Site } from '../journey/journey.ts'
import type { ContentPage } from '../journey/read-page.ts'
import type { Assets } from '../views/assets.ts'

/** What routes are made with. */
export interface HttpDeps {
  readonly engine: Engine
  readonly services: Services
  readonly site: Site
  /** Language → the site's words in it. */
  readonly sites: ReadonlyMap<string, Site>
  readonly pages: readonly ContentPage[]
  /** Journeys that are not served, because their definition has errors. */
  readonly broken: ReadonlySet<string>
  readonly assets: Assets
  /** Where uploaded files arrive and lie. */
  readonly shelf: FileShelf
  readonly trustedProxies: readonly string[]
  readonly production: boolean
  /** Origins that a post may come from: PUBLIC_ORIGIN, and in development its loopback names. */
  readonly origins: readonly string[]
  /** The definition that a submission was made with; where that cannot be read any more, the one of now. */
  readonly journeyOf: (
    submission: Pick<Submission, 'journey' | 'hash'>,
  ) => Promise<Journey | undefined>
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** What authors see below a page in development: safe HTML. */
  readonly asideOf?: (page: ShownStep, peer: string) => string
}

/** What middleware found out about a request. */
export interface Variables {
  requestId: string
  /** The resident's address, from the trusted proxy hop. */
  peer: string
  session: Session
  /** The session is in its cookie only: it has no record yet. */
  isBegun: boolean
  /** The language that was chosen; undefined: none was. */
  language: string | undefined
  /** What a press ran, and how it ended: names only. */
  did?: readonly string[]
  /** The posted form, read once. */
  body: URLSearchParams
  /** The files that came with it. */
  uploads: Uploads | undefined
  /** What stands on every response. */
  headers: Readonly<Record<string, string>>
  /** The session's cookie, where this response is to give it. */
  cookie: string | undefined
  /** The response that had all its headers from the start. */
  whole: Response | undefined
}

export interface HttpEnv {
  Bindings: HttpBindings
  Variables: Variables
}
export type App = Hono<HttpEnv>
/** A request that is being answered. */
export type Ctx = Context<HttpEnv>
