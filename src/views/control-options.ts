import type { Content } from './markup.ts'

/** Options of the components that are filled in, and of what stands around them; as in `ComponentOptions`. */
export interface Marked {
  readonly classes?: string
  readonly attributes?: Readonly<Record<string, unknown>>
}
export interface Words extends Content, Marked {}
export interface HeadingWords extends Words {
  readonly isPageHeading?: boolean
}
interface Around extends Marked {
  readonly beforeInput?: Content
  readonly afterInput?: Content
  readonly beforeInputs?: Content
  readonly afterInputs?: Content
}
export interface FieldsetOptions extends Marked {
  readonly describedBy?: string
  readonly role?: string
  readonly legend?: HeadingWords
  readonly html?: string
}
export interface ErrorMessageOptions extends Words {
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
export interface InputOptions extends Control {
  readonly type?: string
  readonly inputmode?: string
  readonly autocapitalize?: string
  readonly pattern?: string
  readonly prefix?: Words
  readonly suffix?: Words
  readonly inputWrapper?: Marked
}
export interface TextareaOptions extends Control {
  readonly rows?: number
}
export interface CharacterCountOptions extends TextareaOptions {
  readonly maxlength?: number
  readonly maxwords?: number
  readonly threshold?: number
  readonly textareaDescriptionText?: string
  readonly countMessage?: { readonly classes?: string }
}
export interface PasswordInputOptions extends Control {
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
export interface RadiosOptions extends Group {
  readonly name: string
  readonly idPrefix?: string
  readonly value?: string
  readonly items: readonly (ChoiceItem | null | false)[]
}
export interface CheckboxesOptions extends Group {
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
export interface DateInputOptions extends Group {
  readonly id: string
  readonly namePrefix?: string
  readonly values?: Readonly<Record<string, string>>
  readonly day?: DatePart
  readonly month?: DatePart
  readonly year?: DatePart
  readonly items?: readonly DatePart[]
}
export interface SelectOptions extends Control {
  readonly items: readonly ({
    readonly value?: string | number | boolean
    readonly text: string
    readonly selected?: boolean
    readonly disabled?: boolean
    readonly attributes?: Readonly<Record<string, unknown>>
  } | null)[]
}
export interface FileUploadOptions extends Control {
  readonly multiple?: boolean
}
