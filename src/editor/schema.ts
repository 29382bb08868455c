import type { JsonObject } from '../fields/field.ts'
import type { Named } from './names.ts'

/** JSON Schema draft-07, as the language server for YAML reads it, with its keywords for words. */
export type Schema = JsonObject

/** A part that says in words what it is. */
export type Told = JsonObject & { readonly description: string }

/** One of these names, each with its words; any name where none is known. */
export function oneOf(names: Named): Schema {
  if (names.size === 0) return { type: 'string' }
  return { enum: [...names.keys()], enumDescriptions: [...names.values()] }
}

export function told(description: string, schema: Schema): Told {
  return { description, ...schema }
}

export function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` }
}

/** A definition with words of its own for this place: beside `$ref` they would not count. */
export function toldRef(description: string, name: string): Told {
  return { description, allOf: [ref(name)] }
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items }
}

/** One, or a list of them. */
export function oneOrMore(items: Schema): Schema {
  return { anyOf: [items, listOf(items)] }
}

export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values }
}

/** The shape that a reader holds to, with words for each of its keys: one that is left out does not compile. */
export function shaped<const Key extends string>(
  shape: { readonly keys: readonly Key[]; readonly required?: readonly string[] },
  description: string,
  keys: Readonly<Record<Key, Told>>,
): Told {
  return {
    description,
    type: 'object',
    additionalProperties: false,
    ...(shape.required && { required: [...shape.required] }),
    properties: Object.fromEntries(shape.keys.map((key) => [key, keys[key]])),
  }
}

/** Text for a regular expression. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

/** `90 days`, `1 hour` */
export const DURATION: Schema = {
  type: 'string',
  pattern: '^[0-9]{1,6} +(second|minute|hour|day|week|month|year)s?$',
  examples: ['90 days', '1 hour'],
}
