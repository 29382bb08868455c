import { type Mutant, type MutantsOf, mistyped, replaced } from './mutant.ts'
import { type Word, wordsOf } from './words.ts'

interface Rule {
  readonly mutator: string
  readonly file: RegExp
  readonly fits: (word: Word, all: readonly Word[]) => boolean
  readonly seen?: 'anywhere'
}

const last = ({ path }: Word) => path.at(-1) ?? ''
const FLOW = /flow\.yaml$/u
const SCHEMA = /schema\.json$/u
const ADMIN = /admin\.yaml$/u
const isValue = (word: Word) => !word.isKey

const STEP_KEYS = [
  'title',
  'content',
  'fields',
  'kind',
  'when',
  'next',
  'buttons',
  'id',
  'label',
  'run',
  'with',
  'on',
  'to',
  'requires',
  'prefill',
  'checks',
  'must',
  'error',
  'links',
  'repeat',
  'section',
  'style',
  'validate',
  'journey',
  'href',
  'after',
  'caption',
  'tasks',
  'poll',
  'notice',
]
const KEYWORDS = [
  'type',
  'title',
  'format',
  'enum',
  'oneOf',
  'const',
  'maxLength',
  'minLength',
  'minimum',
  'maximum',
  'pattern',
  'items',
  'minItems',
  'maxItems',
  'uniqueItems',
  'errorMessage',
  'field',
  'writeOnly',
  'readOnly',
  'description',
  'autocomplete',
  'width',
  'short',
  'subject',
  'columns',
]

/** Names that are written a little wrong. */
const RULES: readonly Rule[] = [
  {
    mutator: 'a step',
    file: FLOW,
    fits: (one) =>
      isValue(one) &&
      ['to', 'next'].includes(last(one)) &&
      !one.text.startsWith('$') &&
      !one.path.includes('with'),
  },
  {
    mutator: 'a field that is asked',
    file: FLOW,
    fits: (one) => isValue(one) && ['fields', 'field'].includes(last(one)),
  },
  {
    mutator: 'a field that is tested',
    file: FLOW,
    fits: (one) =>
      one.isKey &&
      ['when', 'must'].includes(last(one)) &&
      /^[a-z]+[A-Z]?\w*$/u.test(one.text) &&
      !['all', 'any', 'not', 'fact', 'answered'].includes(one.text),
  },
  { mutator: 'a condition', file: FLOW, fits: (one) => isValue(one) && last(one) === 'when' },
  {
    mutator: 'an action',
    file: FLOW,
    fits: (one) => isValue(one) && ['run', 'action'].includes(last(one)),
  },
  { mutator: 'an outcome', file: FLOW, fits: (one) => one.isKey && last(one) === 'on' },
  { mutator: 'a message', file: FLOW, fits: (one) => isValue(one) && last(one) === 'message' },
  {
    mutator: 'an input',
    file: FLOW,
    fits: (one) =>
      one.isKey &&
      last(one) === 'with' &&
      one.path.includes('buttons') &&
      !one.path.includes('links'),
  },
  {
    mutator: 'a source of an input',
    file: FLOW,
    fits: (one) =>
      isValue(one) &&
      one.path.includes('with') &&
      /^\$\w/u.test(one.text) &&
      !one.path.includes('takes'),
  },
  {
    mutator: 'a source of a prefill',
    file: FLOW,
    fits: (one) => isValue(one) && one.path.at(-2) === 'prefill',
  },
  {
    mutator: 'a field of a prefill',
    file: FLOW,
    fits: (one) => one.isKey && last(one) === 'prefill',
  },
  { mutator: 'a journey', file: FLOW, fits: (one) => isValue(one) && last(one) === 'journey' },
  { mutator: 'a section', file: FLOW, fits: (one) => isValue(one) && last(one) === 'section' },
  { mutator: 'a fact', file: FLOW, fits: (one) => isValue(one) && last(one) === 'requires' },
  { mutator: 'a kind of step', file: FLOW, fits: (one) => isValue(one) && last(one) === 'kind' },
  {
    mutator: 'a list that is repeated',
    file: FLOW,
    fits: (one) => isValue(one) && last(one) === 'repeat',
  },
  {
    mutator: 'a key of a step',
    file: FLOW,
    fits: (one) =>
      one.isKey &&
      STEP_KEYS.includes(one.text) &&
      one.path[0] === 'steps' &&
      one.path.length > 1 &&
      !['on', 'with', 'prefill', 'error', 'must', 'when'].includes(last(one)),
  },
  { mutator: 'a key of the flow', file: FLOW, fits: (one) => one.isKey && one.path.length === 0 },
  {
    mutator: 'the id of a condition',
    file: FLOW,
    fits: (one, all) =>
      one.isKey &&
      last(one) === 'conditions' &&
      one.path.length === 1 &&
      all.some((other) => !other.isKey && other.text === one.text),
    seen: 'anywhere',
  },
  {
    mutator: 'the id of a step',
    file: FLOW,
    fits: (one, all) =>
      one.isKey &&
      last(one) === 'steps' &&
      one.path.length === 1 &&
      all.some(
        (other) => !other.isKey && other.text === one.text && ['to', 'next'].includes(last(other)),
      ),
    seen: 'anywhere',
  },
  {
    mutator: 'a keyword of a field',
    file: SCHEMA,
    fits: (one) =>
      one.isKey &&
      KEYWORDS.includes(one.text) &&
      one.path[0] === 'properties' &&
      one.path.length > 1 &&
      last(one) !== 'properties',
  },
  {
    mutator: 'a type',
    file: SCHEMA,
    fits: (one) => isValue(one) && last(one) === 'type' && one.path.length > 1,
  },
  { mutator: 'a format', file: SCHEMA, fits: (one) => isValue(one) && last(one) === 'format' },
  { mutator: 'a $ref', file: SCHEMA, fits: (one) => isValue(one) && last(one) === '$ref' },
  {
    mutator: 'a token of autocomplete',
    file: SCHEMA,
    fits: (one) => isValue(one) && last(one) === 'autocomplete',
  },
  {
    mutator: 'a required answer',
    file: SCHEMA,
    fits: (one) => isValue(one) && last(one) === 'required' && one.isItem,
  },
  {
    mutator: 'the name of a field',
    file: SCHEMA,
    fits: (one, all) =>
      one.isKey &&
      last(one) === 'properties' &&
      one.path.length === 1 &&
      all.some((other) => other.isItem && other.text === one.text),
    seen: 'anywhere',
  },
  {
    mutator: 'a key of the admin',
    file: ADMIN,
    fits: (one) =>
      one.isKey && (one.path.length === 0 || (one.path[0] === 'moves' && one.path.length === 2)),
  },
  {
    mutator: 'a column',
    file: ADMIN,
    fits: (one) => isValue(one) && one.path.length === 1 && last(one) === 'columns',
  },
  {
    mutator: 'a status',
    file: ADMIN,
    fits: (one) =>
      isValue(one) &&
      one.path[0] === 'moves' &&
      ['from', 'to'].includes(last(one)) &&
      one.path.length === 3,
  },
  { mutator: 'a key of a locale', file: /locales\/\w+\.yaml$/u, fits: (one) => one.isKey },
]

export const nameMutants: MutantsOf = (file, text) => {
  const words = wordsOf(text)
  const known = new Set(words.map((one) => one.text))
  const rules = RULES.filter((rule) => rule.file.test(file))
  return rules.flatMap((rule) =>
    words
      .filter((word) => rule.fits(word, words))
      .map((word): Mutant => {
        const wrong = mistyped(word.text, known)
        const by = text.slice(word.start, word.end).replace(word.text, () => wrong)
        return {
          mutator: `mistypes ${rule.mutator}`,
          file,
          line: word.line,
          text: replaced(text, [word.start, word.end], by),
          seen: rule.seen ?? 'here',
          words: `${word.text} → ${wrong}`,
        }
      }),
  )
}
