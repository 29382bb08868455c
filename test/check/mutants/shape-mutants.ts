import { type Mutant, type MutantsOf, mistyped, replaced } from './mutant.ts'
import { itemsOf, type Word, wordsOf } from './words.ts'

const FLOW = /flow\.yaml$/u
const SCHEMA = /schema\.json$/u
const last = ({ path }: Word) => path.at(-1) ?? ''

/** What is doubled, lost, turned round, or of the wrong form. */
export const shapeMutants: MutantsOf = (file, text) => [
  ...(FLOW.test(file) || SCHEMA.test(file) ? doubledKeys(file, text) : []),
  ...(FLOW.test(file)
    ? [...inWords(file, text), ...inFlows(file, text), ...inLists(file, text)]
    : []),
  ...(SCHEMA.test(file) ? inSchemas(file, text) : []),
]

function mutant(
  [mutator, file, line, seen]: readonly [string, string, number, Mutant['seen']],
  text: string,
  words: string,
): Mutant {
  return { mutator, file, line, seen, text, words }
}

function doubledKeys(file: string, text: string): readonly Mutant[] {
  return wordsOf(text).flatMap((word) => {
    if (!word.isKey || word.path.length === 0) return []
    const [start, end] = word.whole
    const passage = text.slice(start, end)
    if (
      passage.includes('\n') ||
      /^\W|[&*]/u.test(
        text
          .slice(word.end + 1, end)
          .trim()
          .slice(0, 1),
      )
    )
      return []
    const before = text.slice(0, start).trimEnd().at(-1)
    const column = start - (text.lastIndexOf('\n', start - 1) + 1)
    const isInBraces = before === '{' || before === ','
    const between = isInBraces || SCHEMA.test(file) ? ', ' : `\n${' '.repeat(column)}`
    return [
      mutant(
        ['doubles a key', file, word.line, 'here'],
        replaced(text, [start, end], passage + between + passage),
        passage,
      ),
    ]
  })
}

const WORDS = ['title', 'content', 'label', 'caption']

/** Words in which YAML sees something else, or an answer that there is not. */
function inWords(file: string, text: string): readonly Mutant[] {
  const words = wordsOf(text)
  const known = new Set(words.map((one) => one.text))
  return words.flatMap((word): readonly Mutant[] => {
    if (word.isKey || !WORDS.includes(last(word)) || !word.path.includes('steps')) return []
    const at = (mutator: string) => [mutator, file, word.line, 'here'] as const
    const range = [word.start, word.end] as const
    const whole = text.slice(word.start, word.end)
    const mark = /\{([a-z]\w*)\}/u.exec(whole)
    const traps = word.isPlain && !whole.includes('\n') && !whole.startsWith('$')
    return [
      ...(traps
        ? [
            mutant(at('writes a number for words'), replaced(text, range, '012'), whole),
            mutant(at('writes braces for words'), replaced(text, range, '{firstName}'), whole),
            mutant(at('writes null for words'), replaced(text, range, 'null'), whole),
            mutant(at('writes a list for words'), replaced(text, range, '[some, words]'), whole),
          ]
        : []),
      ...(mark
        ? [
            mutant(
              at('mistypes an answer in words'),
              replaced(text, range, whole.replace(mark[0], `{${mistyped(mark[1] ?? '', known)}}`)),
              mark[0],
            ),
          ].map((one) => ({ ...one, line: lineOf(text, word.start + mark.index) }))
        : []),
    ]
  })
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** A line of a step is changed to another, or is lost. */
interface LineRule {
  readonly mutator: string
  readonly seen: Mutant['seen']
  /** Undefined: the line stays as it is. Null: it is lost. */
  readonly made: (line: string, step: string, next: string) => string | null | undefined
}

const LINE_RULES: readonly LineRule[] = [
  {
    mutator: 'loses the title of a step',
    seen: 'here',
    made: (line, _step, next) =>
      /^ {4}title: /u.test(line) && /^ {4}fields: \[[^\]]*,/u.test(next) ? null : undefined,
  },
  {
    mutator: 'leads a step back to itself',
    seen: 'anywhere',
    made: (line, step) => (/^ {4}next: [a-z-]+$/u.test(line) ? `    next: ${step}` : undefined),
  },
  {
    mutator: 'writes a word for a list',
    seen: 'here',
    made: (line) =>
      /^ {4}fields: \[[a-zA-Z]+\]$/u.test(line) ? line.replace(/[[\]]/gu, '') : undefined,
  },
  {
    mutator: 'loses an ending',
    seen: 'anywhere',
    made: (line) => (/^ {4}kind: confirmation$/u.test(line) ? null : undefined),
  },
  {
    mutator: 'indents with a tab',
    seen: 'here',
    made: (line) => (/^ {4}\w/u.test(line) ? `\t${line.trim()}` : undefined),
  },
]

/** Steps that lose their title, lead back to themselves, or have what is no list. */
function inFlows(file: string, text: string): readonly Mutant[] {
  const lines = text.split('\n')
  const steps = lines.findIndex((line) => line.startsWith('steps:'))
  return lines.flatMap((line, at) => {
    const head = lines.slice(0, at).findLast((one) => /^ {2}[a-z]/u.test(one)) ?? ''
    const step = head.trim().replace(/:.*/u, '')
    return LINE_RULES.flatMap(({ mutator, seen, made }) => {
      const by = at < steps ? undefined : made(line, step, lines[at + 1] ?? '')
      if (by === undefined) return []
      const turned = by === null ? lines.toSpliced(at, 1) : lines.with(at, by)
      return [mutant([mutator, file, at + 1, seen], turned.join('\n'), line.trim())]
    })
  })
}

/** Entries of lists that are lost or no longer say when. */
function inLists(file: string, text: string): readonly Mutant[] {
  return itemsOf(text).flatMap((item): readonly Mutant[] => {
    const [start, end] = [item.start, item.end]
    const passage = text.slice(start, end)
    const isNext = item.path.at(-1) === 'next' && item.count > 1
    const isLast = item.at === item.count - 1
    if (isNext && !isLast && passage.includes('when: '))
      return [
        mutant(
          ['has a default that is not last', file, item.line, 'here'],
          replaced(text, [start, end], passage.replace(/when: .*, to:/u, 'to:')),
          passage,
        ),
      ]
    if (isNext && isLast && item.keys.join() === 'to') {
      const from = text.lastIndexOf('\n', start)
      return [
        mutant(
          ['loses a default', file, item.line - 1, 'here'],
          replaced(text, [from, end], ''),
          passage,
        ),
      ]
    }
    return []
  })
}

/** Fields that lose what they cannot do without, and bounds that are turned round. */
function inSchemas(file: string, text: string): readonly Mutant[] {
  const words = wordsOf(text)
  const keys = words.filter((word) => word.isKey && word.path[0] === 'properties')
  return keys.flatMap((word): readonly Mutant[] => {
    const made = (mutator: string, by: string, more = 0) => {
      const [start, end] = word.whole
      const passage = text.slice(start, end)
      return mutant(
        [mutator, file, word.line, 'here'],
        replaced(text, [start, end + more], by),
        passage,
      )
    }
    if (word.text === 'pattern')
      return [
        made('breaks a pattern', '"pattern": "^([A-Z"'),
        made('slows a pattern down', '"pattern": "^([a-z]+)*$"'),
      ]
    const comma = /^\s*,\s*/u.exec(text.slice(word.whole[1]))?.[0].length
    if (word.text === 'title' && word.path.length === 2 && comma !== undefined)
      return hasRef(words, word) ? [] : [made('loses the label of a field', '', comma)]
    const isBound = ['maximum', 'maxLength', 'maxItems'].includes(word.text)
    return isBound && hasLower(words, word, text)
      ? [made('turns bounds round', `"${word.text}": 0`)]
      : []
  })
}

function siblings(words: readonly Word[], { path }: Word): readonly Word[] {
  return words.filter((one) => one.isKey && one.path.join('/') === path.join('/'))
}

function hasRef(words: readonly Word[], word: Word): boolean {
  return siblings(words, word).some((one) => one.text === '$ref')
}

function hasLower(words: readonly Word[], word: Word, text: string): boolean {
  const lower = word.text.replace('max', 'min')
  return siblings(words, word).some(
    (one) => one.text === lower && !/: 0$/u.test(text.slice(...one.whole)),
  )
}
