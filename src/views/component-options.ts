import type { Content } from './markup.ts'

/**
 * Options of the components, as govuk-frontend 6.6.0 names them (macro-options.json of each). `html` is safe HTML
 * made by us; nothing that an author or a resident wrote reaches `html`, `attributes` or `classes` unescaped.
 */
interface Marked {
  readonly classes?: string
  readonly attributes?: Readonly<Record<string, unknown>>
}
interface Words extends Content, Marked {}
interface HeadingWords extends Words {
  readonly isPageHeading?: boolean
}
interface Around extends Marked {
  readonly beforeInput?: Content
  readonly afterInput?: Content
  readonly beforeInputs?: Content
  readonly afterInputs?: Content
}
interface FieldsetOptions extends Marked {
  readonly describedBy?: string
  readonly role?: string
  readonly legend?: HeadingWords
  readonly html?: string
}
interface ErrorMessageOptions extends Words {
  readonly id?: string
  readonly visuallyHiddenText?: string | false
}
interface Control extends Marked {
  readonly id?: string
  readonly name: string
  readonly value?: string
  readonly disabled?: boolean
  readonly describedBy?: string
  readonly autocomplete?: string
  readonly spellcheck?: boolean
  readonly label: HeadingWords
  readonly hint?: Words
  readonly errorMessage?: ErrorMessageOptions
  readonly formGroup?: Around
}
interface InputOptions extends Control {
  readonly type?: string
  readonly inputmode?: string
  readonly autocapitalize?: string
  readonly pattern?: string
  readonly prefix?: Words
  readonly suffix?: Words
  readonly inputWrapper?: Marked
}
interface TextareaOptions extends Control {
  readonly rows?: number
}
interface CharacterCountOptions extends TextareaOptions {
  readonly maxlength?: number
  readonly maxwords?: number
  readonly threshold?: number
  readonly textareaDescriptionText?: string
  readonly countMessage?: { readonly classes?: string }
}
interface PasswordInputOptions extends Control {
  readonly showPasswordText?: string
  readonly hidePasswordText?: string
  readonly showPasswordAriaLabelText?: string
  readonly hidePasswordAriaLabelText?: string
  readonly passwordShownAnnouncementText?: string
  readonly passwordHiddenAnnouncementText?: string
  readonly button?: { readonly classes?: string }
}
interface Group extends Marked {
  readonly hint?: Words
  readonly errorMessage?: ErrorMessageOptions
  readonly fieldset?: FieldsetOptions
  readonly formGroup?: Around
}
interface ChoiceItem extends Content {
  readonly value?: string | number | boolean
  readonly id?: string
  readonly name?: string
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly divider?: string
  readonly behaviour?: string
  readonly hint?: Words
  readonly label?: Marked
  readonly conditional?: { readonly html?: string }
  readonly attributes?: Readonly<Record<string, unknown>>
}
interface RadiosOptions extends Group {
  readonly name: string
  readonly idPrefix?: string
  readonly value?: string
  readonly items: readonly (ChoiceItem | null | false)[]
}
interface CheckboxesOptions extends Group {
  readonly name: string
  readonly idPrefix?: string
  readonly values?: readonly string[]
  readonly describedBy?: string
  readonly items: readonly (ChoiceItem | null | false)[]
}
interface DatePart extends Marked {
  readonly id?: string
  readonly name?: string
  readonly label?: string
  readonly value?: string
  readonly autocomplete?: string
  readonly inputmode?: string
  readonly pattern?: string
  readonly error?: boolean
}
interface DateInputOptions extends Group {
  readonly id: string
  readonly namePrefix?: string
  readonly values?: Readonly<Record<string, string>>
  readonly day?: DatePart
  readonly month?: DatePart
  readonly year?: DatePart
  readonly items?: readonly DatePart[]
}
interface SelectOptions extends Control {
  readonly items: readonly ({
    readonly value?: string | number | boolean
    readonly text: string
    readonly selected?: boolean
    readonly disabled?: boolean
    readonly attributes?: Readonly<Record<string, unknown>>
  } | null)[]
}
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

/** Component → its options. */
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
  readonly panel: PanelOptions
  readonly 'password-input': PasswordInputOptions
  readonly 'phase-banner': Words & { readonly tag: Words }
  readonly radios: RadiosOptions
  readonly select: SelectOptions
  readonly 'skip-link': Words & { readonly href?: string }
  readonly 'summary-list': SummaryListOptions
  readonly tag: Words
  readonly textarea: TextareaOptions
  readonly 'warning-text': Words & { readonly iconFallbackText?: string }
}
