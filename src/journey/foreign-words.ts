import type { Site } from './journey.ts'
import type { Theme } from './theme.ts'
import { type Node, pairOf } from './tree.ts'

/** A site in another language than it was written in, with a note of what is still in that (WCAG 3.1.2). */
export function withForeign(told: Site, written: Site): Site {
  const { language } = written
  if (told.language === language) return told
  const foreign = {
    ...(told.service === written.service && { service: language }),
    ...(told.council === written.council && { council: language }),
  }
  return { ...told, foreign, ...(told.theme && { theme: themeOf(told.theme, written) }) }
}

function themeOf(theme: Theme, written: Site): Theme {
  const links = theme.links.map((link, at) =>
    written.theme?.links[at]?.label === link.label ? { ...link, foreign: written.language } : link,
  )
  return { ...theme, links }
}

/** Words, or a list of words by condition, that say in which language they are. */
export function writtenIn(language: string, node: Node): Node {
  if (node.is === 'scalar') return { ...node, language }
  if (node.is === 'list')
    return { ...node, items: node.items.map((item) => writtenIn(language, item)) }
  const pairs = node.pairs.map((pair) => ({ ...pair, value: writtenIn(language, pair.value) }))
  return { ...node, pairs }
}

/** The texts of words, or of a list of words by condition. */
export function textsIn(node: Node): readonly string[] {
  if (node.is === 'list') return node.items.flatMap(textsIn)
  const said = node.is === 'map' ? pairOf(node, 'text')?.value : node
  return said?.is === 'scalar' && typeof said.value === 'string' ? [said.value] : []
}
