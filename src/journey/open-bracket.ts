import type { OddCharacter } from './odd-characters.ts'

const CLOSING = { '[': ']', '{': '}' } as const

/**
 * The bracket or brace that is open where a line stands that cannot be in it: it stands no further in than the line with
 * the bracket. Undefined where there is none, or a comment may have taken what closes it.
 */
export function openBracketBefore(text: string, at: number): OddCharacter | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const indent = indentOf(text.slice(start))
  let end = start
  while (end > 0) {
    const from = text.lastIndexOf('\n', end - 2) + 1
    const line = text.slice(from, end)
    if (line.trim() !== '' && indentOf(line) < indent) return undefined
    const key = /^\s*(?:- )*[\w.-]+:\s+(?=[[{])/u.exec(line)?.[0]
    if (key !== undefined) return unclosed(text, from + key.length, start)
    end = from
  }
  return undefined
}

function unclosed(text: string, open: number, end: number): OddCharacter | undefined {
  const passage = text.slice(open, end)
  if (/\s#/u.test(passage)) return undefined
  const bare = passage.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/gu, '')
  const count = (signs: RegExp) => bare.match(signs)?.length ?? 0
  if (count(/[[{]/gu) <= count(/[\]}]/gu)) return undefined
  const sign = text[open] === '[' ? '[' : '{'
  return {
    at: open,
    message: `"${sign}" is opened here, and not closed.`,
    help: `Write "${CLOSING[sign]}" where it ends.`,
  }
}

function indentOf(line: string): number {
  return /^ */u.exec(line)?.[0].length ?? 0
}
