import type {
  CharacterCountOptions,
  CheckboxesOptions,
  DateInputOptions,
  ErrorMessageOptions,
  FieldsetOptions,
  FileUploadOptions,
  HeadingWords,
  InputOptions,
  Marked,
  PasswordInputOptions,
  RadiosOptions,
  SelectOptions,
  TextareaOptions,
  Words,
} from './control-options.ts'
import type { Content } from './markup.ts'

interface ButtonOptions extends Words {
  readonly id?: string
  readonly name?: string
  readonly value?: string
  readonly type?: 'submit' | 'button' | 'reset'
  readonly href?: string
  readonly disabled?: boolean
  readonly preventDoubleClick?: boolean
  readonly isStartButton?: boolean
}
interface DetailsOptions extends Words {
  readonly id?: string
  readonly open?: boolean
  readonly summaryText?: string
  readonly summaryHtml?: string
}
interface ErrorSummaryOptions extends Marked {
  readonly titleText?: string
  readonly titleHtml?: string
  readonly descriptionText?: string
  readonly descriptionHtml?: string
  readonly errorList?: readonly (Words & { readonly href?: string })[]
  readonly disableAutoFocus?: boolean
}
interface NotificationBannerOptions extends Words {
  readonly type?: 'success'
  readonly role?: string
  readonly titleText?: string
  readonly titleHtml?: string
  readonly titleId?: string
  readonly titleHeadingLevel?: number
  readonly disableAutoFocus?: boolean
}
interface PanelOptions extends Words {
  readonly titleText?: string
  readonly titleHtml?: string
  readonly headingLevel?: number
}
interface Action extends Words {
  readonly href: string
  readonly visuallyHiddenText?: string
}
interface Actions {
  readonly classes?: string
  readonly items: readonly Action[]
}
interface SummaryListOptions extends Marked {
  readonly rows: readonly ({
    readonly classes?: string
    readonly key: Words
    readonly value: Words
    readonly actions?: Actions
  } | null)[]
  readonly card?: Marked & {
    readonly title?: Words & { readonly headingLevel?: number }
    readonly actions?: Actions
  }
}
interface TaskListOptions extends Marked {
  readonly idPrefix?: string
  readonly items: readonly ({
    readonly title: Words
    readonly hint?: Content
    readonly status: Words & { readonly tag?: Words }
    readonly href?: string
    readonly classes?: string
  } | null)[]
}
interface PageLink extends Content {
  readonly href: string
  readonly labelText?: string
  readonly attributes?: Readonly<Record<string, unknown>>
}
interface PaginationOptions extends Marked {
  readonly landmarkLabel?: string
  readonly previous?: PageLink
  readonly next?: PageLink
  readonly items?: readonly ({
    readonly number?: string | number
    readonly visuallyHiddenText?: string
    readonly href?: string
    readonly current?: boolean
    readonly ellipsis?: boolean
  } | null)[]
}
interface ServiceNavigationOptions extends Marked {
  readonly serviceName?: string
  readonly serviceUrl?: string
  readonly navigationLabel?: string
  readonly collapseNavigationOnMobile?: boolean
  readonly navigation?: readonly (Content & {
    readonly href?: string
    readonly active?: boolean
    readonly current?: boolean
  })[]
}

/**
 * Component → its options, as govuk-frontend 6.6.0 names them (macro-options.json of each). `html` is safe HTML
 * made by us; nothing that an author or a resident wrote reaches `html`, `attributes` or `classes` unescaped.
 */

export interface ComponentOptions {
  readonly 'back-link': Words & { readonly href?: string }
  readonly button: ButtonOptions
  readonly 'character-count': CharacterCountOptions
  readonly checkboxes: CheckboxesOptions
  readonly 'date-input': DateInputOptions
  readonly details: DetailsOptions
  readonly 'error-message': ErrorMessageOptions
  readonly 'error-summary': ErrorSummaryOptions
  readonly fieldset: FieldsetOptions
  readonly 'file-upload': FileUploadOptions
  readonly 'generic-header': Marked & {
    readonly logoText?: string
    readonly logoHtml?: string
    readonly url?: string
    readonly containerClasses?: string
  }
  readonly hint: Words & { readonly id?: string }
  readonly input: InputOptions
  readonly 'inset-text': Words & { readonly id?: string }
  readonly label: HeadingWords & { readonly for?: string }
  readonly 'notification-banner': NotificationBannerOptions
  readonly pagination: PaginationOptions
  readonly panel: PanelOptions
  readonly 'password-input': PasswordInputOptions
  readonly 'phase-banner': Words & { readonly tag: Words }
  readonly radios: RadiosOptions
  readonly select: SelectOptions
  readonly 'service-navigation': ServiceNavigationOptions
  readonly 'skip-link': Words & { readonly href?: string }
  readonly 'summary-list': SummaryListOptions
  readonly tag: Words
  readonly 'task-list': TaskListOptions
  readonly textarea: TextareaOptions
  readonly 'warning-text': Words & { readonly iconFallbackText?: string }
}
