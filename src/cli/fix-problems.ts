import { distanceOf } from '../journey/nearest.ts'
import type { Problem } from '../journey/problem.ts'
import type { FormsFiles } from '../journey/source.ts'

/** A word of a file, and the one that was certainly meant. */
export interface Remedy {
  readonly problem: Problem
  /** As `FormsFiles` names it. */
  readonly path: string
  readonly offset: number
  readonly wrong: string
  readonly right: string
}

/**
 * What can be mended without asking: a name that is one letter away from a valid one, and from no other. Nothing else of a file
 * is touched.
 */
export function remediesFor(problems: readonly Problem[], files: FormsFiles): readonly Remedy[] {
  return problems.flatMap((problem) => remedyFor(problem, files) ?? [])
}

function remedyFor(problem: Problem, files: FormsFiles): Remedy | undefined {
  const path = problem.file.slice(files.shown.length)
  const text = files.texts.get(path)
  const right = /^Did you mean "([^"]+)"\?/u.exec(problem.help)?.[1]
  if (text === undefined || right === undefined) return undefined
  const offset = offsetOf(text, problem)
  const token = /^["']?([\w$.-]+)/u.exec(text.slice(offset))
  const wrong = token?.[1]
  if (token === null || wrong === undefined || !isCertain(wrong, right, problem)) return undefined
  return { problem, path, offset: offset + token[0].length - wrong.length, wrong, right }
}

function offsetOf(text: string, { line, column }: Problem): number {
  const lines = text.split('\n').slice(0, line - 1)
  return lines.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
}

/** The message is about that very word, and only one valid name is as near. */
function isCertain(wrong: string, right: string, { message, help }: Problem): boolean {
  const valid = /are: (.*)\.$/u.exec(help)?.[1]?.split(', ') ?? []
  const near = valid.filter((name) => distanceOf(wrong, name) <= 1)
  return message.includes(`"${wrong}"`) && near.length === 1 && near[0] === right
}

/** The files with some words put right. */
export function mended(files: FormsFiles, remedies: readonly Remedy[]): FormsFiles {
  const texts = new Map(files.texts)
  const last = remedies.toSorted((a, b) => b.offset - a.offset)
  const done = new Set<string>()
  for (const { path, offset, wrong, right } of last) {
    const text = texts.get(path) ?? ''
    const place = `${path} ${offset}`
    if (done.has(place)) continue
    done.add(place)
    texts.set(path, `${text.slice(0, offset)}${right}${text.slice(offset + wrong.length)}`)
  }
  return { ...files, texts }
}

/** Whether mending made nothing worse: what is said now was said before, and less of it. */
export function isBetter(now: readonly Problem[], before: readonly Problem[]): boolean {
  const known = new Set(before.map(sayingOf))
  return now.length < before.length && now.every((problem) => known.has(sayingOf(problem)))
}

function sayingOf({ code, file, line, message }: Problem): string {
  return `${code} ${file} ${line} ${message}`
}
