import { PROBLEMS } from './codes.ts'
import type { StepContext } from './flow-context.ts'
import type { Requirement } from './journey.ts'
import { resolveName } from './names.ts'
import { helpWith, meantOf } from './nearest.ts'
import { readList, readMap } from './read-map.ts'
import { readName, readTime } from './read-scalar.ts'
import type { Node } from './tree.ts'

export const REQUIREMENT_SHAPE = {
  what: 'a requirement',
  keys: ['fact', 'within', 'about'],
  required: ['fact'],
} as const

/** `requires`: facts by name, or `{ fact, within?, about? }`. */
export function readRequires(node: Node | undefined, context: StepContext): readonly Requirement[] {
  const { report, marks } = context.reading
  return readList(node, '"requires"', report, true).flatMap((item) => {
    const map = item.is === 'map' ? readMap(item, REQUIREMENT_SHAPE, report) : undefined
    if (item.is === 'map' && !map) return []
    const named = map ? map.get('fact') : item
    const fact = readFact(named, context)
    if (fact === undefined) return []
    const within = readTime(map?.get('within'), '"within"', report)
    const about = readAbout(map?.get('about'), context)
    const requirement = { fact, ...(within !== undefined && { within }), ...(about && { about }) }
    marks.set(requirement, named ?? item)
    return [requirement]
  })
}

/** The name of a fact that there is; of one that is misspelt, the one that was meant. */
export function readFact(
  node: Node | undefined,
  { reading, names }: StepContext,
): string | undefined {
  const fact = readName(node, 'a fact', reading.report)
  if (!node || fact === undefined || names.facts.has(fact)) return fact
  reading.report(
    PROBLEMS.unknownFact,
    node,
    `There is no fact "${fact}".`,
    helpWith(fact, names.facts.keys(), 'facts'),
  )
  return meantOf(fact, names.facts.keys())
}

function readAbout(node: Node | undefined, { reading, names }: StepContext): Requirement['about'] {
  const text = readName(node, '"about"', reading.report)
  if (!node || text === undefined) return undefined
  if (!text.startsWith('$')) {
    reading.report(
      PROBLEMS.wrongValue,
      node,
      `"about" names an answer, and "${text}" is words.`,
      `Write "$${text}".`,
    )
    return undefined
  }
  const found = resolveName(text.slice(1), names, 'with')
  if ('problem' in found) {
    reading.report(found.problem, node, found.message, found.help)
    return undefined
  }
  return found.operand
}
