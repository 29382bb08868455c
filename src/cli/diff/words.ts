import type { WordsByKey } from '../../journey/tell-journey.ts'
import { jsonOf, type Node, placeOf } from '../../journey/tree.ts'
import type { Change } from './changes.ts'

const LONGEST = 80
const WORDS_BEFORE = 3

/** Words that no other change tells of: of buttons and errors, of blocks, messages and the journey itself. */
const TOLD_ELSEWHERE = /^(?:schema\.|flow\.steps\.[^.]+\.(?:title|caption|content|after|links)\b)/u

/** Changes in what is said; and words whose meaning may be another now, while their translation is as it was. */
export function wordsChanges(old: WordsByKey, now: WordsByKey): readonly Change[] {
  const changed = [...now.written].flatMap(([key, is]) => {
    const was = old.written.get(key)
    return was && meaningOf(was) !== meaningOf(is) ? [{ key, was, is }] : []
  })
  const others = changed.filter(({ key }) => !TOLD_ELSEWHERE.test(key))
  return [
    ...others.map(({ key, was, is }) =>
      words(`"${key}" reads ${differing(textOf(was), textOf(is))[1]} now.`),
    ),
    ...changed.flatMap(({ key, was, is }) =>
      [...now.told].flatMap(([language, told]) => {
        const [before, after] = [old.told.get(language)?.get(key), told.get(key)]
        if (!before || !after || textOf(before) !== textOf(after)) return []
        const where = `${after.source.file}:${placeOf(after).line}: "${key}"`
        const [from, to] = differing(textOf(was), textOf(is))
        return [
          words(
            `${where} was ${from} and is ${to}, and its translation is as it was: ${inShort(textOf(after))}.`,
            'translation',
          ),
        ]
      }),
    ),
  ]
}

function words(text: string, of: 'words' | 'translation' = 'words'): Change {
  return { of, words: text, breaks: false }
}

/** Letters, numbers and placeholders, in their order: blanks, commas and marks of Markdown mean nothing else. */
function meaningOf(node: Node): string {
  return textOf(node)
    .replace(/[^\p{L}\p{M}\p{N}{}.@/$]+/gu, ' ')
    .replace(/\.(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}

function textOf(node: Node): string {
  const json = jsonOf(node)
  return typeof json === 'string' ? json : JSON.stringify(json)
}

/** Both from the first word on that differs, and a little before it. */
function differing(was: string, is: string): readonly [string, string] {
  const [one, other] = [was, is].map((text) => text.trim().split(/\s+/u))
  const at = (one ?? []).findIndex((word, index) => word !== other?.[index])
  const from = Math.max(0, at - WORDS_BEFORE)
  const cut = (words: readonly string[] = []) =>
    inShort(`${from > 0 ? '… ' : ''}${words.slice(from).join(' ')}`)
  return [cut(one), cut(other)]
}

function inShort(written: string): string {
  const text = written.replace(/\s+/gu, ' ').trim()
  return `"${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}"`
}
