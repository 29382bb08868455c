import { renderTemplate } from './templates.ts'
import type { WrittenAt } from './written-at.ts'

/** A condition that was tried; its parts below it. */
export interface TriedView {
  readonly words: string
  readonly holds: boolean
  /** What stood there: `size is 12`. */
  readonly read: string
  readonly at: readonly WrittenAt[]
  readonly parts: readonly TriedView[]
}

/** What was done at a place, or with a part of a page; and the conditions that were tried for it. */
export interface WhyStep {
  readonly what: string
  readonly at: readonly WrittenAt[]
  readonly tried: readonly TriedView[]
}

/** Why a page is as it is. */
export interface WhyView {
  readonly facts: readonly string[]
  readonly lapsed: readonly string[]
  readonly answers: readonly string[]
  readonly kept: readonly string[]
  readonly path: readonly WhyStep[]
  readonly page: readonly WhyStep[]
  readonly buttons: readonly WhyStep[]
  readonly others: readonly WhyStep[]
  readonly previewHref: string
  readonly mapHref: string
}

export interface AsideView {
  /** The page is of the last version that had no mistakes; what is wrong now is here. */
  readonly problemsHref?: string
  readonly why?: WhyView
}

/** What authors see below a page in development; nothing where there is nothing to say. */
export function renderAside(view: AsideView): string {
  const { problemsHref, why } = view
  if (problemsHref === undefined && !why) return ''
  return renderTemplate('dev/aside', {
    problemsHref,
    why: why && {
      ...why,
      pageHtml: steps(why.page),
      pathHtml: steps(why.path),
      buttonsHtml: steps(why.buttons),
      othersHtml: steps(why.others),
    },
  })
}

function steps(all: readonly WhyStep[]): string {
  return all
    .map((step) => renderTemplate('dev/why-step', { ...step, triedHtml: tried(step.tried) }))
    .join('')
}

/** A list for each level of a condition. */
function tried(all: readonly TriedView[]): string {
  if (all.length === 0) return ''
  const items = all.map((one) =>
    renderTemplate('dev/why-tried', { ...one, partsHtml: tried(one.parts) }),
  )
  return `<ul class="govuk-list govuk-list--bullet govuk-body-s">${items.join('')}</ul>`
}
