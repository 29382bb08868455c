import type { ShownStep } from '../../engine/decision.ts'
import { stepView } from '../../http/step-view.ts'
import { urls } from '../../urls.ts'
import type { SiteView, StepPage } from '../../views/step-page.ts'

/** The page of a step, with addresses that lead to previews only: nothing on it leads into the journey. */
export function pageInPreview(
  shown: ShownStep,
  site: SiteView,
  language: string,
  url: string,
): StepPage {
  const page = stepView(withoutFiles(shown), site)
  const { back, tasks, again, ...rest } = page
  const inside = new RegExp(`^/${shown.journey.id}/([^/]+)`, 'u')
  const href = (one: string): string => {
    const step = inside.exec(one)?.[1]
    return step === undefined ? one : urls.devPreviewStep(shown.journey.id, language, step)
  }
  return {
    ...rest,
    url,
    links: page.links.map((link) => ({ ...link, href: link.post ? url : href(link.href) })),
    ...(back !== undefined && { back: href(back) }),
    ...(again !== undefined && { again: url }),
    ...(tasks && {
      tasks: tasks.map((task) => (task.href ? { ...task, href: href(task.href) } : task)),
    }),
    summary: page.summary.map((section) => ({
      ...section,
      rows: section.rows.map((row) =>
        row.change ? { ...row, change: { ...row.change, href: href(row.change.href) } } : row,
      ),
    })),
  }
}

/** There is no draft that they could be fetched from. */
function withoutFiles(shown: ShownStep): ShownStep {
  const summary = shown.summary.map((section) => ({
    ...section,
    rows: section.rows.map(({ files: _files, ...row }) => row),
  }))
  return { ...shown, summary }
}
