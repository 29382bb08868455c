import { inItsLanguage, renderMarkdown } from './markdown.ts'
import { withoutEscapes } from './placeholders.ts'
import type { Report } from './problem.ts'
import type { Node } from './tree.ts'

/** Hint of a field in schema.json: HTML of one line; what answers it may hold is for the steps that ask it. */
export function readHint(node: Node | undefined, report: Report): string | undefined {
  if (node?.is !== 'scalar' || typeof node.value !== 'string') return undefined
  const rendered = renderMarkdown(withoutEscapes(node.value), 'line')
  for (const { kind, message, help } of rendered.problems) report(kind, node, message, help)
  return inItsLanguage(rendered.html, node.language, 'line')
}
