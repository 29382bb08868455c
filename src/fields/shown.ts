import { engineWordsOf } from './engine-words.ts'
import type { Field, ShowContext } from './field.ts'

type Options = Readonly<Record<string, unknown>>

/** The options that say something: what is absent is left out. */
export function optionsOf(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

/** The label's words; an answer that may be left out says so, unless its title does already (ACCESSIBILITY.md F12). */
export function labelTextOf(
  field: Field,
  context: Pick<ShowContext, 'label' | 'readOnly' | 'language'>,
): string {
  const says = /\((optional|dewisol)\)/iu.test(context.label)
  if (field.required || context.readOnly || says || field.kind === 'declaration')
    return context.label
  return `${context.label} ${engineWordsOf(context.language).optional}`
}

export function labelOf(field: Field, context: ShowContext): Options {
  const text = labelTextOf(field, context)
  return context.isPageHeading ? { text, classes: 'govuk-label--l', isPageHeading: true } : { text }
}

/** The legend of a group of controls (ACCESSIBILITY.md F27). */
export function legendOf(field: Field, context: ShowContext): Options {
  const text = labelTextOf(field, context)
  return context.isPageHeading
    ? { text, classes: 'govuk-fieldset__legend--l', isPageHeading: true }
    : { text, classes: 'govuk-fieldset__legend--s' }
}

/** `hint.html`: inline Markdown, rendered at load (FORMAT.md, `description`). */
export function hintOf(field: Field, context: ShowContext): Options | undefined {
  const html = context.hint ?? field.hint
  return html ? { html } : undefined
}

/** The message of the first of these controls that has one. */
export function errorOf(
  controls: readonly string[],
  context: ShowContext,
): { readonly text: string } | undefined {
  const control = controls.find((name) => context.errors[name] !== undefined)
  const text = control === undefined ? undefined : context.errors[control]
  return text === undefined ? undefined : { text }
}

export function textIn(context: ShowContext, control: string): string | undefined {
  return context.typed[control]?.[0]
}

/** Only of the person's own data: `subject: other` never gets it (WCAG 1.3.5, ACCESSIBILITY.md F18). */
export function autocompleteOf(field: Field, fallback?: string): string | undefined {
  const { autocomplete, subject } = field.presentation
  return subject === 'other' ? undefined : (autocomplete ?? fallback)
}

const WIDTHS = [2, 3, 4, 5, 10, 20, 30]

/** The Design System's class for a box of at least so many characters. */
export function widthClassOf(width: string | undefined): string | undefined {
  if (width === undefined) return undefined
  if (width === 'full') return 'govuk-!-width-full'
  const fits = WIDTHS.find((characters) => characters >= Number(width))
  return fits === undefined ? undefined : `govuk-input--width-${fits}`
}
