import type { Presentation } from '../fields/field.ts'
import { LARGEST_SIZE, readSize, sizeInWords } from '../fields/file-size.ts'
import { FILE_TYPES, typesNamed } from '../fields/file-types.ts'
import { PROBLEMS } from './codes.ts'
import { helpWith } from './nearest.ts'
import type { Report } from './problem.ts'
import { quoted } from './quoted.ts'
import { readName } from './read-scalar.ts'
import { type Node, writtenOf } from './tree.ts'

/**
 * `accept`: which kinds of file are taken, by media type, ending or short name: a list, or a text with commas as the HTML
 * attribute has it.
 */
export function readAccept(node: Node | undefined, report: Report): Presentation['accept'] {
  if (!node) return undefined
  const named = node.is === 'list' ? node.items : [node]
  const taken = named.flatMap((item) => {
    const text = readName(item, 'a kind of file', report)
    if (text === undefined) return []
    return text.split(',').flatMap((one) => idsOf(one.trim(), item, report))
  })
  if (named.length === 0)
    report(PROBLEMS.wrongValue, node, 'No kind of file is named.', 'Name one: [pdf, jpg].')
  const chosen = new Set(taken)
  return FILE_TYPES.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
}

/** Ids of the kinds of file that a word means; reported where it means none. */
export function idsOf(text: string, at: Node, report: Report): readonly string[] {
  const types = typesNamed(text)
  if (types.length > 0) return types.map(({ id }) => id)
  const help = helpWith(
    text,
    FILE_TYPES.flatMap(({ id, media }) => [id, media]),
    'kinds of file',
  )
  report(PROBLEMS.badFile, at, `"${text}" is not a kind of file that can be asked for.`, help)
  return []
}

/** `maxSize`: `2MB`, `500KB` or a number of bytes → bytes. */
export function readMaxSize(node: Node | undefined, report: Report): number | undefined {
  if (!node) return undefined
  const text =
    node.is === 'scalar' && node.value !== null && !node.absent ? String(node.value) : undefined
  const size = text === undefined ? undefined : readSize(text)
  const most = sizeInWords(LARGEST_SIZE)
  if (size === undefined)
    report(
      PROBLEMS.badFile,
      node,
      `${quoted(text ?? writtenOf(node).split('\n')[0] ?? '')} is not the size of a file.`,
      `Write a number and KB or MB, as in "2MB", up to ${most}; a number alone is bytes.`,
    )
  else if (size > LARGEST_SIZE)
    report(
      PROBLEMS.badFile,
      node,
      `A file may not be larger than ${most}.`,
      'Large files take long on a phone, and fill the disk. Ask for a smaller one, or for several.',
    )
  return size
}
