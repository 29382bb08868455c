import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import { helpWith } from './nearest.ts'
import type { Reading } from './reading.ts'
import type { Keywords } from './resolve-ref.ts'
import { jsonOf, type Node, type Pair, type Spot } from './tree.ts'

/** A property as it stands in a schema. */
export interface Property {
  readonly name: string
  readonly at: Spot
  readonly node: Node
  readonly required: boolean
  /** How deep in parts it is. */
  readonly depth: number
}

export type FieldReader = (property: Property, reading: Reading) => Field | undefined

/** Words of conditions that cannot be fields. */
const NOT_FIELDS = ['all', 'any', 'not', 'fact', 'when', 'answered']
/** What every form of ours posts beside its fields. */
const OWN_CONTROLS = ['page', 'button']

/** `properties` and `required` of an object → its fields, in order. */
export function readProperties(
  keywords: Keywords,
  depth: number,
  reading: Reading,
  readField: FieldReader,
): readonly Field[] {
  const properties = keywords.get('properties')?.value
  if (properties?.is !== 'map') return []
  const required = readRequired(
    keywords,
    properties.pairs.map((pair) => pair.key),
    reading,
  )
  return properties.pairs.flatMap((pair) => {
    checkName(pair, reading)
    const { key: name, keyAt: at, value: node } = pair
    return readField({ name, at, node, required: required.has(name), depth }, reading) ?? []
  })
}

function readRequired(
  keywords: Keywords,
  names: readonly string[],
  { report }: Reading,
): ReadonlySet<string> {
  const list = keywords.get('required')?.value
  const required = new Set<string>()
  if (list?.is !== 'list') return required
  for (const node of list.items) {
    const name = String(jsonOf(node))
    if (!names.includes(name))
      report(
        PROBLEMS.unknownField,
        node,
        `"${name}" is required, and there is no such property.`,
        helpWith(name, names, 'properties'),
      )
    else if (required.has(name))
      report(PROBLEMS.doubledId, node, `"${name}" stands here twice.`, 'Take one of the two away.')
    required.add(name)
  }
  return required
}

/** Reports what cannot be the name of a field. */
export function checkName({ key, keyAt }: Pair, { report }: Reading): void {
  if (NOT_FIELDS.includes(key)) {
    const help = 'It has a meaning of its own in conditions. Give the field another name.'
    report(PROBLEMS.badFieldName, keyAt, `"${key}" cannot be the name of a field.`, help)
  } else if (OWN_CONTROLS.includes(key)) {
    const help = 'Every page posts a control of that name itself. Give the field another name.'
    report(PROBLEMS.badFieldName, keyAt, `"${key}" cannot be the name of a field.`, help)
  } else if (key in Object.prototype || key === 'prototype') {
    const help = 'Every object of JavaScript has one. Give the field another name.'
    report(PROBLEMS.badFieldName, keyAt, `"${key}" cannot be the name of a field.`, help)
  } else if (!/^[a-z][A-Za-z0-9]*$/u.test(key)) {
    const better = key.replace(
      /[^A-Za-z0-9]+(.)?/gu,
      (_all, next?: string) => next?.toUpperCase() ?? '',
    )
    const help = `Write it in camelCase: "${better.charAt(0).toLowerCase()}${better.slice(1)}".`
    report(PROBLEMS.badFieldName, keyAt, `"${key}" cannot be the name of a field.`, help)
  }
}
