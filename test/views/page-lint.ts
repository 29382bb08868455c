import { readPage } from './dom.ts'
import { CONTROL_RULES } from './lint-control-rules.ts'
import { ERROR_RULES } from './lint-error-rules.ts'
import { FORM_RULES } from './lint-form-rules.ts'
import { DOCUMENT_RULES, PAGE_RULES } from './lint-page-rules.ts'
import type { LintOptions, Rule } from './lint-rule.ts'

export interface Broken {
  /** Id of ACCESSIBILITY.md 3.1. */
  readonly rule: string
  readonly message: string
}

/**
 * What of the checklist of ACCESSIBILITY.md 3.1 a page breaks, as far as its HTML tells. Pure; an empty list is a
 * page without known faults.
 */
export function lintPage(html: string, options: LintOptions = {}): readonly Broken[] {
  const page = readPage(html)
  const rules: Readonly<Record<string, Rule>> = {
    ...(options.fragment ? {} : DOCUMENT_RULES),
    ...PAGE_RULES,
    ...FORM_RULES,
    ...CONTROL_RULES,
    ...ERROR_RULES,
  }
  return Object.entries(rules).flatMap(([rule, check]) =>
    check(page, options).map((message) => ({ rule, message })),
  )
}

export type { LintOptions } from './lint-rule.ts'
