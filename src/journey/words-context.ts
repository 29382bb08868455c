import type { ConditionContext } from './condition-context.ts'
import type { Names } from './names.ts'
import type { MarkdownContext } from './report-markdown.ts'
import type { Node, Spot } from './tree.ts'

/** What words are read with. */
export interface WordsContext extends MarkdownContext {
  readonly names: Names
  /** The blocks of the top level's `words:`. */
  readonly blocks: ReadonlyMap<string, Node>
  /** What the conditions of a list of words are read with; absent: words may be no list here. */
  readonly condition?: ConditionContext
}

export interface WrittenText {
  readonly text: string
  /** Where it stands; placeholders are looked for in it. */
  readonly at: Spot
  /** In which it is, where that is another than the one that its journey is read in. */
  readonly language?: string
}
