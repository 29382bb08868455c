import { placeOf, type Spot } from './tree.ts'

export type Severity = 'error' | 'warning'

/** What kind of problem: a code that never changes its meaning, and how grave it is. */
export interface ProblemKind {
  readonly code: `FP${number}`
  readonly severity: Severity
}

/** An author's mistake, as `check` shows it (FORMAT.md, Checking). */
export interface Problem {
  readonly code: string
  readonly severity: Severity
  readonly file: string
  /** 1-based, of the offending token. */
  readonly line: number
  readonly column: number
  /** One plain sentence. */
  readonly message: string
  /** The remedy. */
  readonly help: string
}

/** Notes a problem; reading goes on, so that one run finds all of them. */
export type Report = (kind: ProblemKind, at: Spot, message: string, help?: string) => void

/** A list of problems that grows; the same one at the same place is kept once. */
export function createProblems(): { readonly found: Problem[]; readonly report: Report } {
  const found: Problem[] = []
  const seen = new Set<string>()
  // What YAML could not read as it was meant is said once, and not again by those who wanted something else there.
  const unread = new Set<string>()
  const report: Report = ({ code, severity }, at, message, help = '') => {
    const { line, column } = placeOf(at)
    const { file } = at.source
    const place = `${file} ${line} ${column}`
    const key = `${place} ${code} ${message}`
    if (seen.has(key) || unread.has(place)) return
    seen.add(key)
    if (/^FP01/u.test(code) && severity === 'error') unread.add(place)
    found.push({ code, severity, file, line, column, message, help })
  }
  return { found, report }
}

/** In the order in which an author reads: by file, line, column. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems
    .filter((one) => {
      const key = JSON.stringify(one)
      return !seen.has(key) && seen.add(key)
    })
    .toSorted(
      (a, b) =>
        a.file.localeCompare(b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        a.code.localeCompare(b.code),
    )
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((one) => one.severity === 'error')
}
