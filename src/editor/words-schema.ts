import { CHOICE_SHAPE } from '../journey/read-words.ts'
import { answersOf, type EditorNames, sourcesOf } from './names.ts'
import { listOf, literally, ref, type Schema, shaped, toldRef } from './schema.ts'

/** Words with answers in them, a block of `words:`, or a list of words with conditions. */
export function wordsDefinitions(names: EditorNames): Readonly<Record<string, Schema>> {
  return {
    text: textSchema(names),
    choice: shaped(CHOICE_SHAPE, 'Words, and the condition under which they are said.', {
      when: toldRef('These words are said while this holds. Left out: otherwise.', 'condition'),
      text: toldRef('The words.', 'text'),
    }),
    words: { anyOf: [ref('text'), { ...listOf(ref('choice')), minItems: 1 }] },
  }
}

/** `{name}` in words names what there is. */
function textSchema(names: EditorNames): Schema {
  if (names.fields.size === 0) return { type: 'string' }
  const known = [
    ...answersOf(names).keys(),
    ...sourcesOf(names).keys(),
    ...['reference', 'today', 'item.number'],
  ]
  const placeholder = `\\{(?:${known.map(literally).join('|')})\\}`
  const brace = '\\{(?![A-Za-z][\\w-]*(?:\\.[\\w-]+)*\\})'
  const text = `(?!\\$words\\.)(?:[^{]|\\{\\{|${placeholder}|${brace})*`
  const blocks = [...names.blocks.keys()].map(literally)
  const block = blocks.length > 0 ? `|^\\$words\\.(?:${blocks.join('|')})$` : ''
  return {
    type: 'string',
    minLength: 1,
    pattern: `^${text}$${block}`,
    patternErrorMessage: `A name in braces, or after $words., is not there. There are: ${known.join(', ')}.`,
  }
}
