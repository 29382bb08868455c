import { urls } from '../urls.ts'
import { renderComponent } from './components.ts'
import { linesHtml } from './markup.ts'
import type { MainView } from './page.ts'
import { renderStepMain } from './render-step.ts'
import type { SiteView, StepPage } from './step-page.ts'
import { wordsOf } from './words.ts'

interface About {
  readonly site: SiteView
  readonly journey: StepPage['journey'] & Pick<StepPage, 'untranslated'>
  readonly reference: string
  readonly notices: readonly string[]
}

export interface MoreView extends About, Pick<StepPage, 'token' | 'blocks' | 'errors'> {
  /** Why staff ask, as they wrote it. */
  readonly reason: string
}

/** The questions that staff ask again, and why. */
export function renderMore(language: string, view: MoreView): MainView {
  const words = wordsOf(language).account
  const reason = renderComponent('inset-text', { html: linesHtml(view.reason.split(/\r?\n/u), '') })
  return renderStepMain({
    ...pageOf(language, view),
    kind: 'question',
    title: words.moreTitle,
    caption: words.moreAbout(view.journey.title, view.reference),
    contentHtml: `<p>${words.moreWhy}</p>${reason}<p>${words.moreHow}</p>`,
    url: urls.accountMore(view.reference),
    token: view.token,
    blocks: view.blocks,
    buttons: [{ id: 'send', label: words.moreSend, style: 'primary' }],
    errors: view.errors,
    back: urls.accountRequest(view.reference),
  })
}

/** Says that the answers are there, and what happens next. */
export function renderMoreSent(language: string, view: About): MainView {
  const words = wordsOf(language).account
  return renderStepMain({
    ...pageOf(language, view),
    kind: 'confirmation',
    title: words.moreSentTitle,
    contentHtml: words.moreSentLines.map((line) => `<p>${line}</p>`).join(''),
    url: urls.accountMore(view.reference),
    token: '',
    blocks: [],
    buttons: [],
    links: [
      { label: words.moreSeeRequest, href: urls.accountRequest(view.reference) },
      { label: words.title, href: urls.account },
    ],
    errors: [],
    reference: view.reference,
  })
}

/** Says that nothing is asked any more. */
export function renderMoreClosed(language: string, view: About): MainView {
  const words = wordsOf(language).account
  return renderStepMain({
    ...pageOf(language, view),
    kind: 'content',
    title: words.moreClosedTitle,
    caption: words.moreAbout(view.journey.title, view.reference),
    contentHtml: words.moreClosedLines.map((line) => `<p>${line}</p>`).join(''),
    url: urls.accountMore(view.reference),
    token: '',
    blocks: [],
    buttons: [],
    links: [{ label: words.moreSeeRequest, href: urls.accountRequest(view.reference) }],
    errors: [],
  })
}

function pageOf(language: string, { site, journey, notices }: About) {
  const { untranslated } = journey
  return {
    language,
    site,
    journey,
    ...(untranslated && { untranslated }),
    notices,
    links: [],
    summary: [],
  }
}
