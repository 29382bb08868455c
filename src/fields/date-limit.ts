import { isIsoDate } from './calendar.ts'
import type { DateLimit } from './field.ts'

/**
 * A limit as authors write it: `2026-01-31`, `today`, `18 years ago`, `in 3 months`, `$field`
 * (FORMAT.md, Conditions). Undefined for anything else; whether the field exists is for the caller.
 */
export function readDateLimit(text: string): DateLimit | undefined {
  const words = text.trim().replace(/\s+/gu, ' ')
  if (words === 'today') return { is: 'today' }
  if (isIsoDate(words)) return { is: 'date', date: words }
  if (/^\$[a-z]\w*(\.[a-z]\w*)*$/iu.test(words))
    return { is: 'answer', path: words.slice(1).split('.') }
  const ago = /^(\d{1,6}) (day|month|year)s? ago$/u.exec(words)
  if (ago) return shifted(ago, -1)
  const ahead = /^in (\d{1,6}) (day|month|year)s?$/u.exec(words)
  return ahead ? shifted(ahead, 1) : undefined
}

function shifted(match: RegExpExecArray, sign: 1 | -1): DateLimit {
  const amount = Number(match[1])
  const unit = `${match[2]}s` as 'days' | 'months' | 'years'
  return amount === 0 ? { is: 'today' } : { is: 'shifted', amount: sign * amount, unit }
}
