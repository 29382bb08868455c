import type { Field, Typed } from '../fields/field.ts'
import type { StatusTag } from './admin-list.ts'
import { fieldBlocks } from './field-blocks.ts'
import type { MainView } from './page.ts'
import { renderBlocks } from './render-block.ts'
import type { StepPage } from './step-page.ts'
import { renderTemplate } from './templates.ts'
import { wordsOf } from './words.ts'

export interface InvitationRow {
  readonly id: string
  /** Name, where it is known, and address. */
  readonly person: readonly string[]
  readonly email: string
  readonly tag: StatusTag
  /** When it was sent; when it was used, and by which login. */
  readonly lines: readonly string[]
  readonly mayAgain: boolean
  readonly mayWithdraw: boolean
}

export interface AdminInvitationsView {
  readonly title: string
  readonly back: { readonly href: string; readonly text: string }
  readonly url: string
  readonly token: string
  readonly notices: readonly string[]
  readonly asks: readonly Field[]
  readonly errors: StepPage['errors']
  readonly typed: Typed
  readonly rows: readonly InvitationRow[]
}

/** The page on which staff invite people, and see what became of it. */
export function renderAdminInvitations(view: AdminInvitationsView): MainView {
  const { title, errors } = view
  const fieldsHtml = renderBlocks(fieldBlocks(view.asks, view), undefined, 'en')
  const words = wordsOf('en')
  return {
    title,
    mainHtml: renderTemplate('admin/invitations', { ...view, fieldsHtml, words }),
    errors: errors.length > 0,
  }
}
