import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ComponentOptions } from '../../src/views/component-options.ts'

export type ComponentName = keyof ComponentOptions

export interface Fixture {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
}

const require = createRequire(import.meta.url)

/** The fixtures that govuk-frontend ships for a component. */
export function fixturesOf(component: ComponentName): readonly Fixture[] {
  const path = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  return JSON.parse(readFileSync(path, 'utf8')).fixtures
}

/** How many fixtures 6.6.0 has: an empty loop proves nothing. */
export const FIXTURE_COUNTS: Readonly<Record<ComponentName, number>> = {
  'back-link': 7,
  button: 38,
  'character-count': 34,
  checkboxes: 42,
  'date-input': 50,
  details: 10,
  'error-message': 9,
  'error-summary': 19,
  fieldset: 18,
  'file-upload': 22,
  'generic-header': 7,
  hint: 6,
  input: 45,
  'inset-text': 6,
  label: 17,
  'notification-banner': 21,
  pagination: 15,
  panel: 19,
  'password-input': 12,
  'phase-banner': 7,
  radios: 43,
  select: 19,
  'service-navigation': 33,
  'skip-link': 9,
  'summary-list': 30,
  tag: 12,
  'task-list': 11,
  textarea: 18,
  'warning-text': 8,
}
export const COMPONENTS = Object.keys(FIXTURE_COUNTS) as ComponentName[]

/** Where our markup differs from upstream's on purpose. An entry that is no longer needed fails. */
export const DIVERGENCES: readonly {
  readonly component: ComponentName
  readonly fixture: string
  readonly reason: string
}[] = []
