import type { Field } from '../fields/field.ts'
import { LARGEST_COUNT } from '../fields/file-size.ts'
import { fileSlotsOf } from '../fields/file-slots.ts'
import { PROBLEMS } from './codes.ts'
import { idsOf } from './read-file-rules.ts'
import type { Reading } from './reading.ts'
import { type Keywords, keywordsOf } from './resolve-ref.ts'
import { jsonOf, type Node, type Pair, type Spot } from './tree.ts'

/** Keywords that say something of text that is typed. */
const NOT_OF_FILES = ['const', 'enum', 'oneOf', 'format', 'pattern', 'minLength', 'maxLength']
/** Keywords by which an answer comes from elsewhere, or goes nowhere: a file comes from the person who uploads it. */
const OF_PEOPLE = ['default', 'writeOnly', 'readOnly']

/** Reports what cannot be asked of a file, and rules of files on what is none (FORMAT.md, `file` and `files`). */
export function checkFile(field: Field, at: Spot, keywords: Keywords, reading: Reading): void {
  if (field.kind !== 'file' && field.kind !== 'files') {
    checkNoFile(field, at, keywords, reading)
    if (fileSlotsOf([field]).length > 0) refuse(OF_PEOPLE, keywords, reading)
    return
  }
  const items = keywords.get('items')?.value
  const ofItems = items?.is === 'map' ? [keywordsOf(items, reading)] : []
  for (const own of [keywords, ...ofItems]) {
    refuse([...NOT_OF_FILES, ...OF_PEOPLE], own, reading)
    const media = own.get('contentMediaType')
    if (media && !field.presentation.accept) checkMedia(media, reading)
  }
  const most = keywords.get('maxItems')
  if (most && Number(jsonOf(most.value)) > LARGEST_COUNT)
    reading.report(
      PROBLEMS.badFile,
      most.value,
      `An answer cannot hold more than ${LARGEST_COUNT} files.`,
      'Nobody uploads that many. Ask for them in a list of items ("repeat").',
    )
}

function checkNoFile(field: Field, at: Spot, keywords: Keywords, { report }: Reading): void {
  const { kind, name, presentation } = field
  const rule = presentation.accept ? 'accept' : 'maxSize'
  if (!presentation.accept && presentation.maxSize === undefined) return
  report(
    PROBLEMS.badFile,
    ownNode(keywords, rule) ?? at,
    `"${rule}" is a rule of files, and "${name}" is of the kind "${kind}".`,
    'Take it away, or add "contentMediaType" to make the answer a file.',
  )
}

function refuse(keys: readonly string[], own: Keywords, { report }: Reading): void {
  for (const key of keys) {
    const pair = own.get(key)
    if (pair)
      report(
        PROBLEMS.badFile,
        pair.keyAt,
        `"${key}" says nothing of a file.`,
        'Take it away. Which files are taken is said by "accept" and "maxSize" in "field".',
      )
  }
}

function checkMedia({ value }: Pair, { report }: Reading): void {
  const media = jsonOf(value)
  if (typeof media === 'string') idsOf(media, value, report)
}

function ownNode(keywords: Keywords, key: string): Node | undefined {
  const field = keywords.get('field')?.value
  return field?.is === 'map' ? field.pairs.find((pair) => pair.key === key)?.value : undefined
}
