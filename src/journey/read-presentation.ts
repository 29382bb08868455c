import { readDateLimit } from '../fields/date-limit.ts'
import { DATE_RELATIONS, type Presentation } from '../fields/field.ts'
import { AUTOFILL } from './autofill.ts'
import { PROBLEMS } from './codes.ts'
import { helpWith } from './nearest.ts'
import { withoutEscapes } from './placeholders.ts'
import type { Report } from './problem.ts'
import { quoted } from './quoted.ts'
import { readAccept, readMaxSize } from './read-file-rules.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readBoolean, readName, readText, readWord } from './read-scalar.ts'
import { type Node, writtenOf } from './tree.ts'

const WORDS = [
  'short',
  'prefix',
  'suffix',
  'item',
  'itemTitle',
  'listTitle',
  'another',
  'empty',
  'purpose',
] as const
/** In characters. */
const WIDTHS = [...Array.from({ length: 29 }, (_, index) => String(index + 2)), 'full']

export const PRESENTATION_KEYS = [
  ...WORDS,
  ...DATE_RELATIONS,
  'kind',
  'autocomplete',
  'inputmode',
  'spellcheck',
  'subject',
  'width',
  'rows',
  'inline',
  'maxWords',
  'columns',
  'data',
  'optionsFrom',
  'accept',
  'maxSize',
] as const

const SHAPE = { what: '"field"', keys: PRESENTATION_KEYS }

/** The `field` keyword: how an answer is asked for and shown. Its `kind` is read elsewhere. */
export function readPresentation(node: Node | undefined, report: Report): Presentation {
  const map = node && readMap(node, SHAPE, report)
  if (!map) return {}
  return compact({
    ...Object.fromEntries(WORDS.map((key) => [key, wordsAt(map, key, report)])),
    autocomplete: readAutocomplete(map.get('autocomplete'), report),
    inputmode: readWord(map.get('inputmode'), INPUT_MODES, '"inputmode"', report),
    spellcheck: readBoolean(map.get('spellcheck'), '"spellcheck"', report),
    subject: readWord(map.get('subject'), ['self', 'other'], '"subject"', report),
    width: readWord(map.get('width'), WIDTHS, '"width"', report),
    rows: readCount(map.get('rows'), '"rows"', report),
    inline: readBoolean(map.get('inline'), '"inline"', report),
    maxWords: readCount(map.get('maxWords'), '"maxWords"', report),
    limits: readLimits(map, report),
    optionsFrom: readOptionsFrom(map.get('optionsFrom'), report),
    columns: readColumns(map.get('columns'), report),
    accept: readAccept(map.get('accept'), report),
    maxSize: readMaxSize(map.get('maxSize'), report),
    data: readWord(map.get('data'), ['none', 'personal', 'special'], '"data"', report),
  })
}

const INPUT_MODES = ['none', 'text', 'tel', 'url', 'email', 'numeric', 'decimal', 'search'] as const

function wordsAt(map: MapReader, key: string, report: Report): string | undefined {
  const text = readText(map.get(key), `"${key}"`, report)
  return text === undefined || key === 'itemTitle' ? text : withoutEscapes(text)
}

function readAutocomplete(node: Node | undefined, report: Report): string | undefined {
  const text = readText(node, '"autocomplete"', report)
  const last = text?.split(' ').at(-1)
  if (!node || last === undefined || AUTOFILL.includes(last)) return text
  report(
    PROBLEMS.wrongValue,
    node,
    `"${last}" is not a value of "autocomplete".`,
    helpWith(last, AUTOFILL, 'values'),
  )
  return text
}

function readCount(node: Node | undefined, what: string, report: Report): number | undefined {
  if (!node) return undefined
  if (node.is === 'scalar' && Number.isInteger(node.value) && Number(node.value) > 0)
    return Number(node.value)
  report(PROBLEMS.wrongType, node, `A whole number above 0 was expected for ${what}.`)
  return undefined
}

function readLimits(map: MapReader, report: Report): Presentation['limits'] {
  const limits = DATE_RELATIONS.flatMap((relation) => {
    const node = map.get(relation)
    if (!node) return []
    const to = readLimit(node, report)
    return to ? [{ relation, to }] : []
  })
  return limits.length > 0 ? limits : undefined
}

/** A limit of a date; reported where it is none. Whether a `$field` exists is for the caller. */
export function readLimit(node: Node, report: Report): ReturnType<typeof readDateLimit> {
  const text = node.is === 'scalar' && typeof node.value === 'string' ? node.value : undefined
  const limit = text === undefined ? undefined : readDateLimit(text)
  if (!limit) {
    const help = 'Write a date like 2026-01-31, today, "18 years ago", "in 3 months", or $field.'
    report(
      PROBLEMS.wrongValue,
      node,
      `${quoted(text ?? writtenOf(node))} is not a limit of a date.`,
      help,
    )
  }
  return limit
}

const OPTIONS = { what: '"optionsFrom"', keys: ['of', 'value', 'title'], required: ['of', 'value'] }

/** Whether the list and its parts exist is seen when all fields are read. */
function readOptionsFrom(node: Node | undefined, report: Report): Presentation['optionsFrom'] {
  const map = node && readMap(node, OPTIONS, report)
  const of = readName(map?.get('of'), 'a list of items', report)
  const value = readName(map?.get('value'), 'a part', report)
  const title = readText(map?.get('title'), 'the title of an option', report)
  // A name that is missing is reported already, and stands as none.
  return map && { of: of ?? '', value: value ?? '', title: title ?? value ?? '' }
}

function readColumns(node: Node | undefined, report: Report): readonly string[] | undefined {
  if (!node) return undefined
  const names = readList(node, '"columns"', report).map((item) =>
    readName(item, 'a column', report),
  )
  return names.filter((name) => name !== undefined)
}

function compact(values: Readonly<Record<string, unknown>>): Presentation {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
