import type { Kind } from './field.ts'
import { selectKind } from './select.ts'

/**
 * One of more than 30 options: a select. Browsers find an option of it by what is typed, on a phone by a picker of their
 * own, and every assistive technology knows it: no script does better within our budget.
 */
export const searchKind: Kind = { ...selectKind, name: 'search' }
