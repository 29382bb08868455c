import { type CST, Parser } from 'yaml'

/** Far more than anybody writes, and far less than a stack holds. */
const MOST_LEVELS = 300

/**
 * Whether a file is nested so deep that it must not be read: who reads it calls itself for each level, and where the stack
 * ends while a pattern is compiled, V8 ends the whole process instead of throwing.
 */
export function isTooDeep(text: string): boolean {
  return mostLevels(text) > MOST_LEVELS && tokensAreDeep(text)
}

/** No level without a bracket, or a step to the right before the first word of a line. */
function mostLevels(text: string): number {
  const brackets = text.match(/[[{]/gu)?.length ?? 0
  const margins = text.match(/^[ \t?:-]+/gmu) ?? []
  return brackets + 2 * margins.reduce((most, margin) => Math.max(most, margin.length), 0)
}

type Part = CST.Token | CST.CollectionItem

function tokensAreDeep(text: string): boolean {
  for (const token of new Parser().parse(text)) {
    const rest: (readonly [Part, number])[] = [[token, 0]]
    for (let now = rest.pop(); now; now = rest.pop()) {
      const [part, depth] = now
      // An item of a list or a map is a part of its own.
      if (depth > 2 * MOST_LEVELS) return true
      for (const inner of partsOf(part)) rest.push([inner, depth + 1])
    }
  }
  return false
}

function partsOf(part: Part): readonly Part[] {
  const inside: readonly unknown[] = [
    'key' in part && part.key,
    'value' in part && part.value,
    ...('items' in part ? part.items : []),
  ]
  return inside.filter((one): one is Part => typeof one === 'object' && one !== null)
}
