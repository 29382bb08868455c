import { urls } from '../urls.ts'
import { type PageFrame, renderPage } from './page.ts'
import { renderTemplate } from './templates.ts'
import type { WrittenAt } from './written-at.ts'

/** A journey on the page of all that development shows. */
export interface DevJourney {
  readonly id: string
  readonly title: string
  readonly isSound: boolean
  readonly errors: number
  readonly warnings: number
}

/** Where everything for authors begins. */
export function renderDevHome(
  frame: PageFrame,
  journeys: readonly DevJourney[],
  problems: number,
): string {
  const title = 'For authors'
  const listed = journeys.map(({ id, title: name, isSound, errors, warnings }) => ({
    title: name,
    stands: [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean).join(' and '),
    links: [
      { label: `Open ${name}`, href: urls.journey(id) },
      ...(isSound ? [{ label: `Preview of ${name}`, href: urls.devPreview(id) }] : []),
      { label: `Map of ${name}`, href: urls.devMap(id) },
      ...(errors + warnings > 0
        ? [{ label: `What is wrong with ${name}`, href: urls.devProblems(id) }]
        : []),
    ],
  }))
  const view = {
    title,
    journeys: listed,
    problems: counted(problems, 'problem') || 'Nothing',
    messagesHref: urls.devMessages,
    problemsHref: urls.devAllProblems,
  }
  return renderPage(frame, { title, mainHtml: renderTemplate('dev/home', view) })
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}

/** The states of a step's page, each with its address in each language. */
export interface PreviewedStep {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly at: readonly WrittenAt[]
  readonly states: readonly {
    readonly what: string
    readonly links: readonly { readonly language: string; readonly href: string }[]
  }[]
}

/** Every step of a journey in every state, in one list. */
export function renderPreviewList(
  frame: PageFrame,
  journey: { readonly id: string; readonly title: string },
  steps: readonly PreviewedStep[],
): string {
  const title = `Preview of ${journey.title}`
  const view = {
    title,
    steps,
    count: steps.reduce((sum, { states }) => sum + states.length, 0),
    homeHref: urls.dev,
    mapHref: urls.devMap(journey.id),
  }
  return renderPage(frame, { title, mainHtml: renderTemplate('dev/preview', view) })
}

export interface PreviewNote {
  readonly step: string
  readonly what: string
  readonly at: readonly WrittenAt[]
  readonly all: string
  /** The state before and after, over all steps. */
  readonly before?: string
  readonly after?: string
}

/** What stands below the page that is previewed. */
export function renderPreviewNote(note: PreviewNote): string {
  return renderTemplate('dev/preview-note', note)
}
