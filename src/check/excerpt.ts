import type { Problem } from '../journey/problem.ts'
import type { FormsFiles } from '../journey/source.ts'

/** The line that a problem points at, cut where the offending text begins and ends; and the lines around it. */
export interface Excerpt {
  /** 1-based. */
  readonly line: number
  readonly start: string
  readonly token: string
  readonly end: string
  readonly above: readonly string[]
  readonly below: readonly string[]
}

/** What stands in the file where a problem is; nothing where the file is not there. `around`: how many lines above and below. */
export function excerptOf(
  { file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>,
  files: FormsFiles,
  around = 0,
): Excerpt {
  const lines = files.texts.get(file.slice(files.shown.length))?.split(/\r?\n/u) ?? []
  const text = lines[line - 1] ?? ''
  const start = text.slice(0, column - 1)
  const rest = text.slice(column - 1)
  const length = lengthOfToken(rest)
  return {
    line,
    start,
    token: rest.slice(0, length),
    end: rest.slice(length),
    above: lines.slice(Math.max(0, line - 1 - around), line - 1),
    below: lines.slice(line, line + around),
  }
}

/** What stands below the line: as many carets as the offending text is long. Tabs stay tabs, so that they stand below it. */
export function caretsOf({ start, token }: Excerpt): string {
  return start.replace(/[^\t]/gu, ' ') + '^'.repeat(Math.max(1, token.length))
}

function lengthOfToken(text: string): number {
  const token = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,:\]}]+)/u.exec(text)
  return Math.max(1, token?.[0].length ?? 1)
}
