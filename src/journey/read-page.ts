import { PROBLEMS } from './codes.ts'
import { readMarkdownFile } from './front-matter.ts'
import type { Site } from './journey.ts'
import type { Names } from './names.ts'
import type { Report } from './problem.ts'
import { readMap } from './read-map.ts'
import { readText } from './read-scalar.ts'
import { renderWords } from './read-words.ts'
import type { SitePaths } from './site-paths.ts'
import type { Source } from './tree.ts'
import { withBlocks } from './word-blocks.ts'

/** A page of `_pages/`: accessibility, privacy, cookies, help … */
export interface ContentPage {
  readonly id: string
  readonly title: string
  readonly html: string
  readonly language: string
  /** The same page in the other languages that it is there in. */
  readonly translations?: ReadonlyMap<string, ContentPage>
}

const NONE: ReadonlySet<string> = new Set()

/** A page's Markdown. Its title is that of the front matter, or its first heading. Only `{config.…}` can stand in it. */
export function readPage(
  id: string,
  source: Source,
  site: Site,
  report: Report,
  paths?: SitePaths,
): ContentPage {
  const file = readMarkdownFile(source, report)
  const map =
    file.front &&
    readMap(file.front, { what: 'the front matter of a page', keys: ['title'] }, report)
  const heading = /^\s*# +([^\n]+?) *#* *\r?(?:\n|$)/u.exec(file.body)
  const title = readText(map?.get('title'), 'the title', report) ?? heading?.[1]
  if (title === undefined)
    report(
      PROBLEMS.missingKey,
      file.bodyAt,
      'This page has no title.',
      'Begin it with a line "# Title".',
    )
  const body = heading && !map?.has('title') ? file.body.slice(heading[0].length) : file.body
  const names: Names = {
    fields: new Map(),
    facts: new Map(),
    account: NONE,
    invitation: NONE,
    given: NONE,
    config: new Set(Object.keys(site.config)),
    values: new Map(),
    unasked: NONE,
    unreadable: NONE,
    engine: NONE,
  }
  const context = { names, report, blocks: new Map(), paths }
  const written = withBlocks({ text: body, at: file.bodyAt }, context)
  const { html } = renderWords(written, 'page', context)
  const parts = html.parts.map((part) => {
    if (typeof part === 'string') return part
    return part.from === 'config' ? escapeHtml(String(site.config[part.key] ?? '')) : ''
  })
  return { id, language: site.language, title: title ?? id, html: parts.join('') }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character)
}
