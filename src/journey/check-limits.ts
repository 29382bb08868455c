import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import { helpWith } from './nearest.ts'
import type { Reading } from './reading.ts'
import { type Node, pairOf } from './tree.ts'

const DATED = ['date', 'month-year', 'date-time']

/** Reports limits that lead to no date, columns that are no parts, and limits of what is no date. */
export function checkLimits(fields: ReadonlyMap<string, Field>, reading: Reading): void {
  for (const field of fields.values()) {
    checkField(field, fields, reading)
    const own = new Map([...fields, ...field.parts.map((part) => [part.name, part] as const)])
    for (const part of field.parts) checkField(part, own, reading)
    checkColumns(field, reading)
    checkItemTitle(field, reading)
    for (const one of [field, ...field.parts]) checkOptionsFrom(one, fields, reading)
  }
}

function checkField(field: Field, fields: ReadonlyMap<string, Field>, reading: Reading): void {
  for (const { relation, to } of field.presentation.limits ?? []) {
    const at = nodeOf(field, relation, reading)
    if (!at) continue
    const message = `"${relation}" is a limit of a date, and "${field.name}" is none.`
    if (!DATED.includes(field.kind)) reading.report(PROBLEMS.wrongValue, at, message)
    if (to.is === 'answer') checkOther(to.path, at, fields, reading)
    if (to.is === 'answer' && to.path.length === 1 && fields.get(to.path[0] ?? '') === field)
      reading.report(
        PROBLEMS.impossibleBounds,
        at,
        `"${relation}" compares "${field.name}" with itself.`,
        'Name another date.',
      )
  }
}

/** A limit that is another answer: that must be a date. */
function checkOther(
  path: readonly string[],
  at: Node,
  fields: ReadonlyMap<string, Field>,
  { report }: Reading,
): void {
  const name = path.join('.')
  const other = fields.get(path[0] ?? '')
  const dates = [...fields.values()].filter((one) => DATED.includes(one.kind))
  const help = helpWith(
    name,
    dates.map((one) => one.name),
    'dates',
  )
  if (!other) report(PROBLEMS.unknownField, at, `There is no field "${name}".`, help)
  else if (path.length === 1 && !DATED.includes(other.kind))
    report(PROBLEMS.wrongValue, at, `"${name}" is not a date.`, help)
}

/** `{part}` in the title of an item. */
function checkItemTitle(field: Field, reading: Reading): void {
  const names = field.parts.filter(({ secret }) => !secret).map(({ name }) => name)
  const node = nodeOf(field, 'itemTitle', reading)
  for (const [, name = ''] of field.presentation.itemTitle?.matchAll(/\{([a-z]\w*)\}/giu) ?? [])
    if (node && field.kind === 'repeat' && !names.includes(name))
      reading.report(
        PROBLEMS.unknownField,
        node,
        `"${name}" is not a part of "${field.name}".`,
        helpWith(name, names, 'parts'),
      )
}

function checkColumns(field: Field, reading: Reading): void {
  const names = field.parts.map((part) => part.name)
  for (const column of field.presentation.columns ?? []) {
    if (names.includes(column)) continue
    const node = nodeOf(field, 'columns', reading)
    const item =
      node?.is === 'list'
        ? node.items.find((one) => one.is === 'scalar' && one.value === column)
        : node
    if (item)
      reading.report(
        PROBLEMS.unknownField,
        item,
        `"${column}" is not a part of "${field.name}".`,
        helpWith(column, names, 'parts'),
      )
  }
}

/** `optionsFrom` names a list of items, a part of it, and parts in its title. */
function checkOptionsFrom(
  field: Field,
  fields: ReadonlyMap<string, Field>,
  reading: Reading,
): void {
  const { optionsFrom } = field.presentation
  const node = nodeOf(field, 'optionsFrom', reading)
  if (!optionsFrom || !node || optionsFrom.of === '' || optionsFrom.value === '') return
  const list = fields.get(optionsFrom.of)
  if (list?.kind !== 'repeat') {
    const lists = [...fields.values()]
      .filter(({ kind }) => kind === 'repeat')
      .map(({ name }) => name)
    const message = `"${optionsFrom.of}" is not a list of items.`
    const at = pairOf(node, 'of')?.value ?? node
    reading.report(PROBLEMS.unknownField, at, message, helpWith(optionsFrom.of, lists, 'lists'))
    return
  }
  const parts = list.parts.filter(({ secret }) => !secret).map(({ name }) => name)
  const titled = [...optionsFrom.title.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name)
  const named: readonly (readonly [string, string])[] = [
    ['value', optionsFrom.value],
    ...(titled.length > 0 ? titled : [optionsFrom.title])
      .filter((name) => name !== optionsFrom.value)
      .map((name) => ['title', name] as const),
  ]
  for (const [key, name] of named) {
    if (parts.includes(name)) continue
    const at = pairOf(node, key)?.value ?? node
    const message = `"${name}" is not a part of "${list.name}".`
    reading.report(PROBLEMS.unknownField, at, message, helpWith(name, parts, 'parts'))
  }
}

function nodeOf(field: Field, key: string, reading: Reading): Node | undefined {
  return pairOf(reading.marks.get(field, 'field'), key)?.value
}
