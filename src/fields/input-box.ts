import type { Field, ShowContext, Shown } from './field.ts'
import {
  autocompleteOf,
  errorOf,
  hintOf,
  labelOf,
  optionsOf,
  textIn,
  widthClassOf,
} from './shown.ts'

/** What a kind wants of its box where the author says nothing. */
export interface BoxDefaults {
  readonly type?: 'text' | 'email' | 'tel'
  readonly inputmode?: string
  readonly autocomplete?: string
  readonly spellcheck?: boolean
  readonly autocapitalize?: string
  readonly width?: string
  /** The box stays empty whatever was typed: codes and passwords (ACCESSIBILITY.md F24). */
  readonly forgets?: boolean
}

/**
 * One box: govuk-frontend's `input`. Never a placeholder, `maxlength`, `required` or `type=number`
 * (ACCESSIBILITY.md F10, F11, F13, F14).
 */
export function showInput(
  field: Field,
  control: string,
  context: ShowContext,
  defaults: BoxDefaults = {},
): Shown {
  const { inputmode, spellcheck, width, prefix, suffix } = field.presentation
  return {
    component: 'input',
    options: optionsOf({
      id: control,
      name: control,
      type: defaults.type ?? 'text',
      inputmode: inputmode ?? defaults.inputmode,
      label: labelOf(field, context),
      hint: hintOf(field, context),
      errorMessage: errorOf([control], context),
      value: defaults.forgets || field.secret ? undefined : textIn(context, control),
      classes: widthClassOf(width ?? defaults.width),
      autocomplete: autocompleteOf(field, defaults.autocomplete),
      spellcheck: spellcheck ?? defaults.spellcheck,
      autocapitalize: defaults.autocapitalize,
      prefix: prefix === undefined ? undefined : { text: prefix },
      suffix: suffix === undefined ? undefined : { text: suffix },
    }),
  }
}

/** What a browser may fill in: `fallback` only where the field says that it is about the person (WCAG 1.3.5). */
export function ownAutocomplete(field: Field, fallback: string): { autocomplete?: string } {
  return field.presentation.subject === 'self' ? { autocomplete: fallback } : {}
}
