import { FIELD_KEYWORDS, FORMATS } from '../../journey/field-keywords.ts'
import { MESSAGE_KEYS, MESSAGE_WORDS } from '../../journey/read-message.ts'
import { PRESENTATION_KEYS } from '../../journey/read-presentation.ts'
import { SCENARIO_KEYS } from '../../journey/read-scenarios.ts'
import { SIGHT_KEYS } from '../../journey/read-sights.ts'

/** The keys of the files that no editor's schema is written for: those that are read, each with what it means. */
export function otherFilesInWords(): readonly string[] {
  return [
    '## schema.json',
    '',
    'What each answer is: JSON Schema 2020-12. Each property is a field; `required` means "when it is asked".',
    '',
    ...table('keyword', Object.keys(FIELD_KEYWORDS), KEYWORDS, FIELD_KEYWORDS),
    '### schema.json: format',
    '',
    `The formats are: ${FORMATS.map((one) => `\`${one}\``).join(', ')}.`,
    '',
    '### schema.json: field',
    '',
    'How an answer is asked for and shown.',
    '',
    ...table('key', PRESENTATION_KEYS, PRESENTATION),
    '## messages',
    '',
    `\`messages/<name>.md\`: what stands between its lines of \`---\`, and Markdown below. The engine itself gives ${MESSAGE_WORDS.map((one) => `\`{${one}}\``).join(', ')}, each to those messages that have it.`,
    '',
    ...table('key', MESSAGE_KEYS, MESSAGES),
    '## scenarios.yaml',
    '',
    'A list of tests, run by `npx footpath test`.',
    '',
    ...table('key', SCENARIO_KEYS, SCENARIOS),
    '### scenarios.yaml: sees',
    '',
    'The steps that are seen, in order: `step`, or `step: { … }` with what is done there.',
    '',
    ...table('key', SIGHT_KEYS, SIGHTS),
  ]
}

function table<Key extends string>(
  head: string,
  keys: readonly string[],
  meanings: Readonly<Record<Key, string>>,
  types?: Readonly<Record<string, string>>,
): readonly string[] {
  const rows = keys.map((key) => {
    const meaning = (meanings as Readonly<Record<string, string>>)[key] ?? ''
    return `| \`${key}\` |${types ? ` ${types[key]} |` : ''} ${meaning.replaceAll('|', '\\|')} |`
  })
  return types
    ? [`| ${head} | is | meaning |`, '|---|---|---|', ...rows, '']
    : [`| ${head} | meaning |`, '|---|---|', ...rows, '']
}

const KEYWORDS: Readonly<Record<keyof typeof FIELD_KEYWORDS, string>> = {
  title: 'The label, or the legend.',
  description: 'The hint: one line of Markdown without links.',
  type: '`string`, `integer`, `number`, `boolean`, `array` or `object`.',
  format: 'What kind of text it is: see below. It chooses the kind.',
  enum: 'The options, where their values are their titles.',
  oneOf: 'The options: `{ const, title, description?, exclusive? }` each.',
  const: 'The one right answer. `true`: a declaration that must be ticked.',
  minLength: 'Characters at least.',
  maxLength: 'Characters at most. Over 200: a textarea.',
  pattern: 'A regular expression that the answer matches.',
  minimum: 'The smallest number.',
  maximum: 'The largest number.',
  exclusiveMinimum: 'The number must be larger.',
  exclusiveMaximum: 'The number must be smaller.',
  multipleOf: 'The number is a multiple of this.',
  minItems: 'Answers, or items, at least.',
  maxItems: 'Answers, or items, at most.',
  uniqueItems: 'No two answers may be the same.',
  items: 'Of a list: the schema of each.',
  properties: 'Of an object: its fields.',
  required: 'Of an object: which of its fields must be answered.',
  additionalProperties: 'Always as if false: what is not asked is not taken.',
  default: 'What the box shows at first.',
  examples: 'Sample answers, for previews and generated tests.',
  writeOnly: 'A secret: checked when it is posted, and never kept or shown.',
  readOnly: 'Shown and not asked: needs a prefill.',
  errorMessage: 'The author’s own words, by keyword.',
  field: 'How it is asked for and shown: see below.',
  contentMediaType: 'Of a text: a file of this type.',
  contentEncoding: 'Of a file: how its bytes are written. It changes nothing.',
  $ref: 'Another schema in its place: `#/$defs/…`, or `../_shared/<file>.json#/$defs/…`.',
  $comment: 'A note to authors.',
  $defs: 'Schemas for $ref.',
}

const PRESENTATION: Readonly<Record<(typeof PRESENTATION_KEYS)[number], string>> = {
  kind: 'The kind of field, where another than the inferred one is wanted.',
  short: 'The name of the answer inside a sentence: "your date of birth".',
  prefix: 'Words before the box: "£".',
  suffix: 'Words behind the box: "kg".',
  item: 'Of a repeat: what one item is called.',
  itemTitle: 'Of a repeat: the title of one item in its list.',
  listTitle: 'Of a repeat: the heading of its list.',
  another: 'Of a repeat: the question whether there is another one.',
  empty: 'Of a repeat: what its list says when there is none.',
  purpose: 'Why it is asked: for the record of what is processed.',
  before: 'The date must be before this.',
  onOrBefore: 'The date must be this or before.',
  after: 'The date must be after this.',
  onOrAfter: 'The date must be this or after.',
  autocomplete: 'What a browser may fill in (WCAG 1.3.5).',
  inputmode: 'Which keyboard a phone shows.',
  spellcheck: 'Whether the browser checks the spelling.',
  subject: '`self` or `other`: whose data it is. `other` is never filled in by browsers.',
  width: 'Of the box, in characters: `2` to `30`, or `full`.',
  rows: 'Lines of a textarea.',
  inline: 'Options side by side.',
  maxWords: 'Words at most.',
  columns: 'Of a repeat: which answers its list shows.',
  data: '`none`, `personal` or `special`: how it is protected.',
  optionsFrom: '`{ of, value, title }`: the items of an earlier repeat are the options.',
  accept: 'Types of files: `pdf`, `image/*`.',
  maxSize: 'Of a file: `5MB`.',
}

const MESSAGES: Readonly<Record<(typeof MESSAGE_KEYS)[number], string>> = {
  channel: '`email`, `sms` or `call`.',
  subject: 'Of an email: its subject.',
  with: 'Names that the action gives. Other names are answers and sources.',
}

const SCENARIOS: Readonly<Record<(typeof SCENARIO_KEYS)[number], string>> = {
  name: 'What the test is called.',
  today: 'The day on which it happens: `2026-01-31`.',
  account: 'What is known of the account that is signed in.',
  given: 'What the calling journey hands over.',
  invitation: 'What the link carries that the person came by.',
  facts: 'Facts that hold from the start: a list, or `{ fact: { key: value } }`.',
  answers: 'Field: answer. Given wherever the field is asked for.',
  actions:
    'How actions end: `send-code: sent`, or `{ outcome: { key: value } }` with what their facts carry.',
  sees: 'The steps that are seen, in order.',
  ends: 'Where the person ends: a step, `step/list`, `$return` or `/<journey>`.',
}

const SIGHTS: Readonly<Record<(typeof SIGHT_KEYS)[number], string>> = {
  answers: 'Answers on this page only; `~` leaves one out.',
  actions: 'Outcomes of this press only.',
  press: 'The button; left out: the first one.',
  go: 'A link is followed instead: to this step, or `/<journey>`.',
  errors: 'The page comes again with these: words, a list, `{ field: words }`, or `true`.',
  notice: 'The notice that is shown.',
  another: 'Of the list of a repeat: whether another item is added.',
  remove: 'Of the list of a repeat: the number of an item that is removed.',
}
