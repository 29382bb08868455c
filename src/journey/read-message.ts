import { PROBLEMS } from './codes.ts'
import type { Words } from './condition.ts'
import type { MarkdownFile } from './front-matter.ts'
import type { Channel, MessageTemplate } from './journey.ts'
import type { NamedConditions } from './named-conditions.ts'
import type { Names } from './names.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readName, readWord } from './read-scalar.ts'
import { readPlainWords, renderWords } from './read-words.ts'
import type { Reading } from './reading.ts'
import { type Node, type Spot, topOf } from './tree.ts'
import { withBlocks } from './word-blocks.ts'
import type { WordsContext } from './words-context.ts'

/** Words that the engine itself gives to a message, where they exist. */
export const MESSAGE_WORDS = ['link', 'code', 'minutes', 'reference', 'summary', 'until'] as const

export const CHANNELS = ['email', 'sms', 'call'] as const
export const MESSAGE_KEYS = ['channel', 'subject', 'with'] as const

const SHAPE = {
  what: 'the front matter of a message',
  keys: MESSAGE_KEYS,
  required: ['channel'],
}

/** What a message is read with: the names and conditions of its journey. */
export interface MessageContext {
  readonly names: Names
  readonly conditions: NamedConditions
  /** The blocks of `words:` of its journey. */
  readonly blocks: ReadonlyMap<string, Node>
  readonly reading: Reading
}

/** `messages/<name>.md`; declared names stand for what the action gives, others for answers and sources. */
export function readMessage(
  name: string,
  file: MarkdownFile,
  { names, conditions, blocks, reading }: MessageContext,
): MessageTemplate | undefined {
  const { report } = reading
  if (!file.front) {
    const help = 'Begin it with "---", "channel: email", "subject: …" and "---".'
    report(
      PROBLEMS.missingKey,
      topOf(file.bodyAt.source),
      'This message does not say how it is sent.',
      help,
    )
    return undefined
  }
  const map = readMap(file.front, SHAPE, report)
  if (!map) return undefined
  const said = readWord(map.get('channel'), CHANNELS, '"channel"', report)
  const channel: Channel = said ?? 'email'
  const declared = readWith(map, reading)
  const condition = {
    names,
    report,
    secrets: new Set<string>(),
    named: (id: string, at: Spot) => conditions.find(id, at, names),
  }
  const own = messageNames(names, declared)
  const context: WordsContext = {
    names: own,
    report,
    blocks,
    condition,
    paths: reading.paths,
    inMessage: true,
  }
  const subject = readSubject(map, said, context)
  if (file.body.trim() === '')
    report(PROBLEMS.wrongValue, file.bodyAt, 'This message has no words.')
  const { body, bodyAt, language } = file
  const written = { text: body, at: bodyAt, ...(language !== undefined && { language }) }
  const { html, text } = renderWords(withBlocks(written, context), 'plain', context)
  const message: MessageTemplate = {
    name,
    channel,
    ...(subject && { subject }),
    with: declared,
    body: channel === 'email' ? html : text,
    text,
  }
  reading.marks.set(message, file.front)
  return message
}

/** Which of them a subject belongs to is not known where the channel could not be read. */
function readSubject(
  map: MapReader,
  channel: Channel | undefined,
  context: WordsContext,
): Words | undefined {
  const { report } = context
  if (channel === 'email' && !map.has('subject'))
    report(
      PROBLEMS.missingKey,
      map.keyAt('channel'),
      'An email needs a subject.',
      'Add "subject:".',
    )
  if (channel !== undefined && channel !== 'email' && map.has('subject'))
    report(
      PROBLEMS.keysExclude,
      map.keyAt('subject'),
      'Only emails have a subject.',
      'Take it away.',
    )
  return readPlainWords(map.get('subject'), 'the subject', context)
}

function readWith(map: MapReader, { report }: Reading): readonly string[] {
  return readList(map.get('with'), '"with"', report).flatMap(
    (item) => readName(item, 'a name', report) ?? [],
  )
}

/** Declared names come before fields of the same name. */
function messageNames(names: Names, declared: readonly string[]): Names {
  const isOurs = (name: string) => MESSAGE_WORDS.some((word) => word === name)
  // A secret can never be meant: a field "code" hides no {code}.
  const fields = new Map(
    [...names.fields].filter(
      ([name, field]) => !declared.includes(name) && !(field.secret && isOurs(name)),
    ),
  )
  return { ...names, fields, engine: new Set([...names.engine, ...MESSAGE_WORDS, ...declared]) }
}
