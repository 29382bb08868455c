import type { Typed } from '../fields/field.ts'
import type { Journey, Move } from '../journey/journey.ts'
import { fieldBlocks } from './field-blocks.ts'
import { escapeHtml } from './markup.ts'
import type { MainView } from './page.ts'
import { renderStepMain } from './render-step.ts'
import type { SiteView, StepPage } from './step-page.ts'

export interface AdminMoveView {
  readonly site: SiteView
  readonly journey: Pick<Journey, 'id' | 'title'>
  readonly move: Move
  readonly reference: string
  /** The status that it leads to, in words. */
  readonly to: string
  readonly url: string
  readonly back: string
  readonly token: string
  /** What stands above its questions. */
  readonly before?: StepPage['blocks']
  readonly errors: StepPage['errors']
  readonly typed: Typed
  readonly notices: readonly string[]
}

/** A move's questions, put as a step's are; without any it asks whether the move is meant. */
export function renderAdminMove(view: AdminMoveView): MainView {
  const { move, reference, to, journey } = view
  const isAsking = move.asks.length > 0
  return renderStepMain({
    language: 'en',
    site: view.site,
    journey: { id: journey.id, title: journey.title },
    kind: 'question',
    title: isAsking ? move.label : `${move.label}?`,
    caption: `Request ${reference}`,
    contentHtml: `<p>The request will then be: ${escapeHtml(to)}.</p>`,
    url: view.url,
    token: view.token,
    blocks: [...(view.before ?? []), ...fieldBlocks(move.asks, view)],
    buttons: [
      {
        id: move.id,
        label: move.label,
        style: 'primary',
      },
    ],
    links: [{ label: 'Do nothing, and go back to the request', href: view.back }],
    back: view.back,
    errors: view.errors,
    notices: view.notices,
    summary: [],
  })
}
