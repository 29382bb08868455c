import {
  type Field,
  type Json,
  type JsonObject,
  KIND_NAMES,
  type KindName,
} from '../fields/field.ts'
import { inferKind } from '../fields/kinds.ts'
import { checkErrors } from './check-errors.ts'
import { checkExamples } from './check-examples.ts'
import { checkFile } from './check-file.ts'
import { checkKeywords } from './check-keywords.ts'
import { cleanSchema } from './clean-schema.ts'
import { PROBLEMS } from './codes.ts'
import { checkKindFits } from './kind-fits.ts'
import { checkLiteral } from './literal.ts'
import { helpWith } from './nearest.ts'
import { withoutEscapes } from './placeholders.ts'
import type { Report } from './problem.ts'
import { readHint } from './read-hint.ts'
import { readOptions } from './read-options.ts'
import { readParts } from './read-parts.ts'
import { readPresentation } from './read-presentation.ts'
import type { Property } from './read-properties.ts'
import type { Reading } from './reading.ts'
import { reportHtmlIn } from './report-markdown.ts'
import { type Keywords, keywordsOf, leadsNowhere } from './resolve-ref.ts'
import { jsonOf, type Node, type Pair } from './tree.ts'

/** One property of a schema → a field. Undefined where there is too little to make one; that is reported. */
export function readField(property: Property, reading: Reading): Field | undefined {
  const { name, at, node, required, depth } = property
  const { report } = reading
  if (node.is !== 'map') {
    report(PROBLEMS.wrongType, node, `The schema of "${name}" must be an object.`)
    return undefined
  }
  const keywords = keywordsOf(node, reading)
  const isKnown = checkKeywords(keywords, report) && !leadsNowhere(keywords)
  checkItems(keywords, reading)
  checkWords(keywords, report)
  const schema = cleanSchema(keywords, reading)
  const kind = isKnown ? readKind(property, keywords, reading) : undefined
  const title = readTitle(property, keywords, report)
  if (!kind || !isKnown) return undefined
  const flags = readFlags(property, keywords, reading)
  const presentation = readPresentation(keywords.get('field')?.value, report)
  const hint = readHint(keywords.get('description')?.value, report)
  const start = keywords.get('default')
  const examples = keywords.get('examples')
  const field: Field = {
    name,
    kind,
    title: withoutEscapes(title ?? name),
    ...(hint !== undefined && { hint }),
    required,
    ...flags,
    ...(start && { default: jsonOf(start.value) }),
    examples: examples?.value.is === 'list' ? examples.value.items.map(jsonOf) : [],
    options: readOptions(keywords, reading),
    errorMessages: messagesOf(keywords),
    presentation,
    schema,
    parts: readParts(kind, keywords, depth, reading, readField),
    ...(kind === 'several' && readItem(property, keywords, presentation.item, reading)),
  }
  reading.marks.set(field, { ...node, pairs: [...keywords.values()] }, at)
  checkKindFits(field, at, report)
  checkFile(field, at, keywords, reading)
  if (start) checkDefault(start, field, report)
  checkExamples(field, examples?.value, report)
  checkErrors(field, keywords, report)
  return field
}

/** Words that are shown as they are written. */
function checkWords(keywords: Keywords, report: Report): void {
  for (const key of ['title', 'errorMessage', 'oneOf']) {
    const words = keywords.get(key)?.value
    if (words) reportHtmlIn(words, report)
  }
}

/** The keywords of what a list holds; of texts, each of which has a box, they are checked with the box. */
function checkItems(keywords: Keywords, reading: Reading): void {
  const items = keywords.get('items')?.value
  if (items?.is !== 'map') return
  const own = keywordsOf(items, reading)
  if (['properties', 'enum', 'oneOf'].some((key) => own.has(key)))
    checkKeywords(own, reading.report)
}

/** A file has none; that is reported already. */
function checkDefault({ value }: Pair, field: Field, report: Reading['report']): void {
  if (field.kind !== 'file' && field.kind !== 'files') checkLiteral(value, field, report)
}

/** What one box of several asks; called as the whole is, where it has no title of its own. */
function readItem(
  { at, depth }: Property,
  keywords: Keywords,
  name: string | undefined,
  reading: Reading,
): Pick<Field, 'item'> {
  const items = keywords.get('items')
  if (items?.value.is !== 'map') return {}
  const title = textOf(keywords, 'title')
  const own = keywordsOf(items.value, reading)
  const titled = own.has('title') ? [] : [wordsPair('title', name ?? title ?? '?', items)]
  const node = { ...items.value, pairs: [...titled, ...own.values()] }
  const item = readField({ name: 'item', at, node, required: false, depth }, reading)
  if (!item) return {}
  if (!IN_BOXES.includes(item.kind) || item.secret) {
    const help = 'A list of texts, numbers or dates has one box each.'
    const message = `A box of "${keywords.get('title') ? title : name}" cannot be of the kind "${item.kind}".`
    reading.report(PROBLEMS.noKind, items.keyAt, message, help)
  }
  return { item }
}

const IN_BOXES: readonly KindName[] = [
  'text',
  'textarea',
  'email',
  'phone',
  'postcode',
  'url',
  'national-insurance-number',
  'number',
  'date',
  'month-year',
  'time',
  'date-time',
]

function wordsPair(key: string, value: string, { keyAt }: Pair): Pair {
  return { key, keyAt, value: { is: 'scalar', value, quoted: true, ...keyAt } }
}

function readTitle({ name, at }: Property, keywords: Keywords, report: Report): string | undefined {
  const title = textOf(keywords, 'title')
  if (!title && !leadsNowhere(keywords))
    report(
      PROBLEMS.noLabel,
      at,
      `The field "${name}" has no title.`,
      'Add "title": people must be told what is asked.',
    )
  return title
}

function readKind(property: Property, keywords: Keywords, reading: Reading): KindName | undefined {
  const { report } = reading
  const named = fieldKeyword(keywords, 'kind')
  const kind = inferKind({ ...jsonWithItems(keywords, reading) })
  if (kind) return kind
  const help = named
    ? helpWith(String(jsonOf(named)), KIND_NAMES, 'kinds')
    : 'Give it a "type", and "enum" or "oneOf" where there are options.'
  report(
    PROBLEMS.noKind,
    named ?? property.at,
    `There is no kind of field for "${property.name}".`,
    help,
  )
  return undefined
}

function fieldKeyword(keywords: Keywords, key: string): Node | undefined {
  const field = keywords.get('field')?.value
  return field?.is === 'map' ? field.pairs.find((pair) => pair.key === key)?.value : undefined
}

function jsonWithItems(keywords: Keywords, reading: Reading): JsonObject {
  const json: Record<string, Json> = {}
  for (const { key, value } of keywords.values())
    json[key] =
      key === 'items' && value.is === 'map'
        ? jsonWithItems(keywordsOf(value, reading), reading)
        : jsonOf(value)
  return json
}

function readFlags(
  { name, at }: Property,
  keywords: Keywords,
  { report }: Reading,
): { readonly secret: boolean; readonly readOnly: boolean } {
  const secret = isTrue(keywords, 'writeOnly')
  const readOnly = isTrue(keywords, 'readOnly')
  if (secret && readOnly)
    report(
      PROBLEMS.keysExclude,
      at,
      `"${name}" is both "writeOnly" and "readOnly".`,
      'Take one of the two away.',
    )
  return { secret, readOnly }
}

function isTrue(keywords: Keywords, key: string): boolean {
  const node = keywords.get(key)?.value
  return node?.is === 'scalar' && node.value === true
}

function textOf(keywords: Keywords, key: string): string | undefined {
  const node = keywords.get(key)?.value
  return node?.is === 'scalar' && typeof node.value === 'string' ? node.value : undefined
}

function messagesOf(keywords: Keywords): Readonly<Record<string, string>> {
  const node = keywords.get('errorMessage')?.value
  if (node?.is !== 'map') return {}
  return Object.fromEntries(
    node.pairs.flatMap(({ key, value }) =>
      value.is === 'scalar' && typeof value.value === 'string' ? [[key, value.value]] : [],
    ),
  )
}
