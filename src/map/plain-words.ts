import type { Words } from '../journey/condition.ts'
import { operandInWords } from './condition-in-words.ts'

/** Words as plain text on one line, with `{name}` where something is put in; of several choices the first. */
export function plainWords(words: Words): string {
  const { parts, choices, format } = words
  const [first] = choices ?? []
  if (first) return plainWords(first.words)
  const text = parts
    .map((part) => (typeof part === 'string' ? textOf(part, format) : `{${operandInWords(part)}}`))
    .join('')
  return text.replace(/\s+/gu, ' ').trim()
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function textOf(part: string, format: Words['format']): string {
  if (format === 'text') return part
  return part
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/gu, (one) => ENTITIES[one] ?? one)
}
