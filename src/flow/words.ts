import { dateInWords } from '../answers/dates.ts'
import { fieldWithOptions } from '../answers/options-from.ts'
import type { Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Operand, Words } from '../journey/condition.ts'
import { valueWords } from './computed.ts'
import { holds, isGiven } from './conditions.ts'
import { fieldAt, isOfItems } from './fields.ts'
import type { Scope } from './scope.ts'
import { isObject, lookUp } from './values.ts'

/** Words that only this place knows, by name: a message's `link`, `code` … They win over all else. */
export type OwnWords = Readonly<Record<string, string>>

/** Puts answers and sources into words; what is not given leaves nothing. Answers are escaped in HTML. */
export function putWords(words: Words, scope: Scope, own: OwnWords = {}): string {
  const { parts, choices } = words
  if (choices) {
    const chosen = choices.find(({ when }) => !when || holds(when, scope))
    return chosen ? putWords(chosen.words, scope, own) : ''
  }
  const [only] = parts
  if (parts.length === 1 && typeof only === 'string') return only
  return parts
    .map((part) => {
      if (typeof part === 'string') return part
      const text = inWords(part, scope, own)
      return words.format === 'html' ? escapeHtml(text) : text
    })
    .join('')
}

function inWords(operand: Operand, scope: Scope, own: OwnWords): string {
  if (operand.from === 'engine' && Object.hasOwn(own, operand.key)) return own[operand.key] ?? ''
  const value = lookUp(operand, scope)
  if (!isGiven(value)) return ''
  if (operand.from === 'engine' && operand.key === 'today')
    return dateInWords(scope.world.today, scope.world.language)
  if (operand.from === 'value') return valueWords(operand.key, value, scope)
  const field = fieldAt(operand, scope)
  if (field?.secret) return ''
  if (!field) return plain(value)
  const now = fieldWithOptions(field, scope.world.journey, scope.answers, scope.world)
  const summarised = (one: Json) => kindOf(field.kind).summarise(now, one, scope.world)
  // Of a part of each item of a list, all of them.
  const all = isOfItems(operand, scope.world) && Array.isArray(value) ? value : [value]
  return all.flatMap(summarised).join(', ')
}

function plain(value: Json): string {
  if (Array.isArray(value)) return value.map((item: Json) => plain(item)).join(', ')
  return isObject(value) ? Object.values(value).map(plain).join(' ') : String(value)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character)
}
