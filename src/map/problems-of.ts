import type { Step } from '../journey/journey.ts'
import type { Marks } from '../journey/marks.ts'
import type { Problem } from '../journey/problem.ts'
import { type Node, placeOf, type Spot } from '../journey/tree.ts'

/** The problems that stand within a part of a file. */
export function problemsWithin(
  problems: readonly Problem[],
  node: Pick<Node, 'source' | 'start' | 'end'> | undefined,
): readonly Problem[] {
  if (!node) return []
  const from = placeOf(node)
  const to = placeOf({ ...node, start: node.end })
  return problems.filter(
    ({ file, line, column }) =>
      file === node.source.file &&
      (line > from.line || (line === from.line && column >= from.column)) &&
      (line < to.line || (line === to.line && column < to.column)),
  )
}

/** The problems of a step, from its id to its last line. */
export function problemsOfStep(
  problems: readonly Problem[],
  step: Step,
  marks: Marks,
): readonly Problem[] {
  const name: Spot | undefined = marks.nameOf(step)
  const node = marks.get(step)
  if (!name) return []
  const end = Math.max(name.end, node?.source === name.source ? node.end : 0)
  return problemsWithin(problems, { ...name, end })
}
