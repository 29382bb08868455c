import type { Json } from '../fields/field.ts'
import { placeOf, type Spot } from './tree.ts'

export type Severity = 'error' | 'warning'

/** What kind of problem: a code that never changes its meaning, and how grave it is. */
export interface ProblemKind {
  readonly code: `FP${number}`
  readonly severity: Severity
}

/** What somebody does who meets a problem on their way: the shortest list of answers that leads there. */
export interface Witness {
  /** "kind = visitor, hasBadge = not answered". */
  readonly words: string
  /** Answers that make a difference, in the order of giving them; null: left out, or some answer that could not be made up. */
  readonly answers: Readonly<Record<string, Json>>
  /** Facts that must hold, or must not, from the start. */
  readonly facts: Readonly<Record<string, boolean>>
  /** Names of `answers` that are left empty. */
  readonly empty: readonly string[]
  /** The steps that are asked on the way. */
  readonly path: readonly string[]
  /** The page where the problem is met: `step`, or `step/1`. */
  readonly at: string
  /** What is done on each page on the way, in order. */
  readonly pages: readonly WitnessPage[]
  /** How the actions end on the way. */
  readonly outcomes: readonly {
    readonly step: string
    readonly action: string
    readonly outcome: string
  }[]
}

export interface WitnessPage {
  /** `step`, `step/1`, `step/list` */
  readonly place: string
  /** The button that is pressed, where it is not the first one. */
  readonly press?: string
  /** The step to which a link leads that is followed. */
  readonly go?: string
  readonly action?: string
  readonly outcome?: string
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
  /** Of a problem that is met on some paths only. */
  readonly witness?: Witness
}

/** Notes a problem; reading goes on, so that one run finds all of them. */
export type Report = (
  kind: ProblemKind,
  at: Spot,
  message: string,
  help?: string,
  witness?: Witness,
) => void

/** A list of problems that grows; the same one at the same place is kept once. */
export function createProblems(): { readonly found: Problem[]; readonly report: Report } {
  const found: Problem[] = []
  const seen = new Set<string>()
  // What YAML could not read as it was meant is said once, and not again by those who wanted something else there.
  const unread = new Set<string>()
  const report: Report = ({ code, severity }, at, message, help = '', witness) => {
    const { line, column } = placeOf(at)
    const { file } = at.source
    const place = `${file} ${line} ${column}`
    const key = `${place} ${code} ${message}`
    if (seen.has(key) || unread.has(place)) return
    seen.add(key)
    if (/^FP01/u.test(code) && severity === 'error') unread.add(place)
    found.push({ code, severity, file, line, column, message, help, ...(witness && { witness }) })
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
