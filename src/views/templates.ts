import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import { escapeHtml, markup } from './markup.ts'

const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url))

/** Names of the templates in `folder`, without ending: `components/input`. */
function templateNames(folder = FOLDER): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.eta'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => path.slice(0, -'.eta'.length).split(sep).join('/'))
    .sort()
}

/**
 * Compiles every template once; a template that does not parse stops the start. Templates are code of this
 * repository only: authors' and residents' words are data in them, never templates (R-WEB-07).
 */
function createEngine(folder = FOLDER) {
  const engine = Object.assign(new Eta({ cache: true, debug: true, escapeFunction: escapeHtml }), {
    ...markup,
    /** A component sees its own options only; `include` would hand it the page's data as well. */
    c: (name: string, options: object) => engine.render(`@components/${name}`, options),
    part: (name: string, data: object) => engine.render(`@parts/${name}`, data),
  })
  for (const name of templateNames(folder)) {
    engine.loadTemplate(`@${name}`, readFileSync(join(folder, `${name}.eta`), 'utf8'))
  }
  return engine
}

const engine: ReturnType<typeof createEngine> = createEngine()

/** Renders the template of that name with `data` as `it`; throws for a name that does not exist. */
export function renderTemplate(name: string, data: object): string {
  return engine.render(`@${name}`, data)
}
