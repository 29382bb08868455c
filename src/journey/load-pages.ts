import { PROBLEMS } from './codes.ts'
import type { Site } from './journey.ts'
import type { Report } from './problem.ts'
import { type ContentPage, readPage } from './read-page.ts'
import type { SitePaths } from './site-paths.ts'
import { createFileReader, type FormsFiles } from './source.ts'
import { topOf } from './tree.ts'

/** A page is a file `<id>.md`, and `<id>.<language>.md` in each other language of the site. */
export function loadPages(
  files: FormsFiles,
  sites: ReadonlyMap<string, Site>,
  paths: SitePaths | undefined,
  report: Report,
): readonly ContentPage[] {
  const reader = createFileReader(files, report)
  const [first] = sites.values()
  const read = (path: string, id: string, site: Site) => {
    const source = reader.source(`_pages/${path}`)
    return source ? [readPage(id, source, site, report, paths)] : []
  }
  return reader.list('_pages').flatMap((path) => {
    const id = /^([^./]+)\.md$/u.exec(path)?.[1]
    if (id === undefined || !first) return []
    const others = [...sites.values()].filter((site) => site !== first)
    const told = others.flatMap((site) =>
      read(`${id}.${site.language}.md`, id, site).map((page) => [site.language, page] as const),
    )
    for (const { language } of others)
      if (!told.some(([one]) => one === language)) {
        const source = reader.source(`_pages/${path}`) ?? reader.absent(`_pages/${path}`)
        const message = `This page is not there in "${language}".`
        report(PROBLEMS.untranslated, topOf(source), message, `Write _pages/${id}.${language}.md.`)
      }
    return read(path, id, first).map((page) =>
      told.length === 0 ? page : { ...page, translations: new Map(told) },
    )
  })
}
