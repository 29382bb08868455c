import { attribute, isA, type Page } from './dom.ts'

export interface LintOptions {
  /** Only the part that htmx swaps. */
  readonly fragment?: boolean
  /** What the page must say in `lang`; `en` unless given. */
  readonly language?: string
  readonly kind?: 'question' | 'check-answers' | 'other'
  /** It has a page before it. */
  readonly back?: boolean
  /** Whether a control asks about somebody else than whoever fills it in; nobody's unless told. */
  readonly isOthers?: (control: string) => boolean
  /** It must show errors, or must not; left out: either. */
  readonly errors?: boolean
}

/** Says what is wrong; nothing when all is well. */
export type Rule = (page: Page, options: LintOptions) => readonly string[]

/** Words for when something that must hold does not. */
export function unless(holds: unknown, message: string): readonly string[] {
  return holds ? [] : [message]
}

/** What stands before each error, in the page's own language. */
export function errorPrefixOf(page: Page): string {
  return isWelsh(page) ? 'Gwall: ' : 'Error: '
}

export function isWelsh(page: Page): boolean {
  return page.elements.some((one) => isA(one, 'html') && attribute(one, 'lang') === 'cy')
}

/** The values that come more than once. */
export function doubledOf(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]
}
