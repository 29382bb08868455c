import type { Problem, Report } from '../../src/journey/problem.ts'
import { createProblems } from '../../src/journey/problem.ts'
import { readJson } from '../../src/journey/read-json.ts'
import { readYaml } from '../../src/journey/read-yaml.ts'
import { jsonOf, type Node } from '../../src/journey/tree.ts'

export interface ReadText {
  readonly value: unknown
  readonly tree: Node | undefined
  readonly problems: readonly Problem[]
  readonly places: readonly string[]
}

function read(
  text: string,
  file: string,
  reader: (source: never, report: Report) => unknown,
): ReadText {
  const { found, report } = createProblems()
  const tree = reader({ file, path: file, text } as never, report) as Node | undefined
  return {
    value: tree && jsonOf(tree),
    tree,
    problems: found,
    places: found.map(({ code, line, column }) => `${code} ${line}:${column}`),
  }
}

export const yaml = (text: string): ReadText => read(text, 'x.yaml', readYaml)
export const json = (text: string): ReadText => read(text, 'x.json', readJson)
