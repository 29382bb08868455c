import type { ShownBlock, ShownList } from '../answers/shown.ts'
import type { Untranslated } from '../journey/journey.ts'
import type { ThemeView } from './assets.ts'

/** What the page of a step is made from: plain data, words already put in. `…Html` is safe HTML, all else is text. */
export interface StepPage {
  readonly language: string
  readonly site: SiteView
  readonly journey: { readonly id: string; readonly title: string }
  /** What the page says in another language than its own. */
  readonly untranslated?: Untranslated
  readonly kind:
    | 'question'
    | 'content'
    | 'check-answers'
    | 'confirmation'
    | 'exit'
    | 'list'
    | 'task-list'
  /** Absent: the only field's label or legend is the h1. */
  readonly title?: string
  readonly caption?: string
  readonly contentHtml?: string
  readonly afterHtml?: string
  /** The page's own address; forms post to it. */
  readonly url: string
  /** Hidden field `page`: what the post must bring back (CSRF, draft, version). */
  readonly token: string
  readonly blocks: readonly Block[]
  readonly buttons: readonly ButtonView[]
  readonly links: readonly {
    readonly label: string
    readonly href: string
    readonly post?: string
  }[]
  readonly back?: string
  /** In the order of the page; `control` absent: about no question, so said beside the first button. */
  readonly errors: readonly { readonly control?: string; readonly text: string }[]
  readonly notices: readonly string[]
  /** Of check-answers, and of a repeat's list. */
  readonly summary: readonly SummarySection[]
  /** Of a repeat's list. */
  readonly list?: ShownList
  /** What the form posts beside its fields. */
  readonly hidden?: Readonly<Record<string, string>>
  /** Of a task list. */
  readonly tasks?: readonly TaskView[]
  /** Of a confirmation: shown in the panel. */
  readonly reference?: string
  /** Of a confirmation: where a copy of what was sent is downloaded from. */
  readonly copy?: string
  /** Of a confirmation: a post to this address starts again. */
  readonly again?: string
  /** Saving for later is offered. */
  readonly maySave?: boolean
  /** Who is signed in: the words of the log-out button. */
  readonly person?: string
}

export interface TaskView {
  readonly title: string
  readonly state: 'cannot-start' | 'not-started' | 'in-progress' | 'completed'
  readonly href?: string
  /** Through another journey: posts `link` with this. */
  readonly post?: string
}

export type Block = ShownBlock

export interface ButtonView {
  readonly id: string
  readonly label: string
  readonly style: 'primary' | 'secondary' | 'link'
  /** Milliseconds; with htmx the button presses itself. */
  readonly poll?: number
}

export interface SummarySection {
  readonly title?: string
  readonly rows: readonly SummaryRow[]
}
export interface SummaryRow {
  readonly key: string
  /** Lines of plain text; none: "Not provided". */
  readonly lines: readonly string[]
  /** Files of the answer that can be fetched. */
  readonly files?: readonly { readonly text: string; readonly href: string }[]
  /** When it was changed, and what it was before. */
  readonly changed?: string
  readonly change?: { readonly href: string; readonly hidden: string }
  readonly remove?: { readonly value: string; readonly hidden: string }
}

/** What every page shows around its own part. */
export interface SiteView {
  readonly service: string
  readonly council: string
  readonly foreign?: { readonly service?: string; readonly council?: string }
  readonly phase?: string
  readonly feedback?: string
  /** What the page can also be read in, each by its own name. */
  readonly otherLanguages: readonly { readonly language: string; readonly name: string }[]
  readonly footer: readonly {
    readonly label: string
    readonly href: string
    readonly foreign?: string
  }[]
  readonly theme?: ThemeView
}
