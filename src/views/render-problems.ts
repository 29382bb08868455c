import { urls } from '../urls.ts'
import { type PageFrame, renderPage } from './page.ts'
import { renderTemplate } from './templates.ts'

interface NumberedLine {
  readonly number: number
  readonly text: string
}

/** A problem with the lines of the file around it. */
export interface ProblemView {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** `forms/x/flow.yaml:12:5` */
  readonly at: string
  /** The page that shows the whole file. */
  readonly sourceHref: string
  readonly above: readonly NumberedLine[]
  readonly line: {
    readonly number: number
    readonly start: string
    readonly token: string
    readonly end: string
  }
  readonly carets: string
  readonly below: readonly NumberedLine[]
  readonly help?: string
  /** Of a problem that is met on some paths only: the answers that lead there. */
  readonly when?: string
}

export interface ProblemsView {
  /** The journey's title. */
  readonly title: string
  readonly problems: readonly ProblemView[]
  readonly isBroken: boolean
  /** Where the last version without errors is. */
  readonly lastHref?: string
}

/** What is wrong with a journey: the same as `check` prints. */
export function renderProblems(frame: PageFrame, view: ProblemsView): string {
  const { isBroken } = view
  const problems = view.problems.toSorted((a, b) => rankOf(a) - rankOf(b))
  const title =
    problems.length === 0
      ? `Nothing is wrong with ${view.title}`
      : `What is wrong with ${view.title}`
  const width = String(Math.max(...problems.map(({ line }) => line.number + 9), 0)).length
  const pad = (number: number | '') => String(number).padStart(width)
  const html = renderTemplate('dev/problems', {
    ...view,
    problems,
    title,
    intro: isBroken
      ? 'Residents would be told that this form is not available. This page goes when the file is put right and saved.'
      : 'What has no error is served.',
    pad,
    homeHref: urls.dev,
  })
  return renderPage(frame, { title, mainHtml: html })
}

/** Errors first: they are what keeps a journey from being served. */
function rankOf({ severity }: ProblemView): number {
  return severity === 'error' ? 0 : 1
}
