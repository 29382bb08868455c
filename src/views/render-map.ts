import { urls } from '../urls.ts'
import { type PageFrame, renderPage } from './page.ts'
import { renderTemplate } from './templates.ts'

/** An item of the outline; `links`: it is about a step. */
export interface OutlineView {
  readonly text: string
  readonly links?: { readonly preview: string; readonly source: string; readonly place: string }
  readonly items: readonly OutlineView[]
}

/** The map of a journey, as developers see it. */
export interface MapView {
  readonly title: string
  readonly journey: string
  /** Where the drawing stands alone. */
  readonly imageHref: string
  /** The drawing; undefined: there is none, and `instead` says why. */
  readonly svg?: string
  readonly instead?: string
  readonly outline: readonly OutlineView[]
}

/** The drawing, and the outline that says the same. */
export function renderMap(frame: PageFrame, view: MapView): string {
  const title = `Map of ${view.title}`
  return renderPage(frame, { title, mainHtml: renderTemplate('dev/map', { ...view, title }) })
}

/** A file of a definition, with a number and an address for each line. `marked`: the line that is asked for. */
export function renderSource(frame: PageFrame, file: string, text: string, marked: number): string {
  const lines = text.replace(/\n$/u, '').split(/\r?\n/u)
  const view = { title: file, lines, marked, homeHref: urls.dev }
  return renderPage(frame, { title: file, mainHtml: renderTemplate('dev/source', view) })
}
