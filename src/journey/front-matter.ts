import { PROBLEMS } from './codes.ts'
import type { Report } from './problem.ts'
import { readYaml } from './read-yaml.ts'
import type { MapNode, Node, Source, Spot } from './tree.ts'

/** A Markdown file: what stands between its lines of `---`, and the words below. */
export interface MarkdownFile {
  readonly front?: Node
  readonly body: string
  readonly bodyAt: Spot
  /** In which the body is, where that is another than the one that its journey is read in. */
  readonly language?: string
}

const FRONT = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/u

/** Splits a Markdown file. Places in the front matter are places in the file. */
export function readMarkdownFile(source: Source, report: Report): MarkdownFile {
  const match = FRONT.exec(source.text)
  const start = match?.[0].length ?? 0
  const end = source.text.length
  const body = source.text.slice(start)
  const first = start + body.search(/\S|$/u)
  const bodyAt = { source, start: first, end }
  if (!match) {
    if (source.text.startsWith('---'))
      report(
        PROBLEMS.syntax,
        { source, start: 0, end: 3 },
        'The front matter is not closed.',
        'End it with a line of "---".',
      )
    return { body, bodyAt }
  }
  const front = readFront(source, match, report)
  return { body, bodyAt, ...(front && { front }) }
}

/** The front matter is read with blank lines in place of what stands around it, so that offsets stay. */
function readFront(source: Source, match: RegExpExecArray, report: Report): Node | undefined {
  const from = match[0].indexOf('\n') + 1
  const yaml = match[1] ?? ''
  if (yaml.trim() === '') return undefined
  const shifted: Source = { ...source, text: `#${' '.repeat(from - 2)}\n${yaml}` }
  const tree = readYaml(shifted, (kind, at, message, help) =>
    report(kind, { ...at, source }, message, help),
  )
  return tree && inSource(tree, source)
}

function inSource(node: Node, source: Source): Node {
  if (node.is === 'scalar') return { ...node, source }
  if (node.is === 'list')
    return { ...node, source, items: node.items.map((item) => inSource(item, source)) }
  const pairs = node.pairs.map((pair) => ({
    ...pair,
    keyAt: { ...pair.keyAt, source },
    value: inSource(pair.value, source),
  }))
  return { ...node, source, pairs } satisfies MapNode
}
