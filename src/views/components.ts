import type { Shown } from '../fields/field.ts'
import type { ComponentOptions } from './component-options.ts'
import { renderTemplate } from './templates.ts'

/** A component of govuk-frontend 6.6.0 by name, with upstream's own options → its HTML. */
export function renderComponent<Name extends keyof ComponentOptions>(
  name: Name,
  options: ComponentOptions[Name],
): string {
  return renderTemplate(`components/${name}`, options)
}

/** A field as its kind shows it. The options are the kind's promise; the fixtures prove the component. */
export function renderShown(shown: Shown): string {
  return renderTemplate(`components/${shown.component}`, shown.options)
}
