import { actions } from '../../actions/registry.ts'
import { kindsInMarkdown } from '../explain.ts'
import { referenceInWords } from './reference-in-words.ts'

/** The pages that are made of the program itself: name → Markdown. */
export function docsOf(): ReadonlyMap<string, string> {
  return new Map([
    ['problems.md', kindsInMarkdown()],
    ['reference.md', referenceInWords(actions)],
  ])
}
