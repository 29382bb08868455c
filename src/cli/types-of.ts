import type { Field } from '../fields/field.ts'
import type { Journey } from '../journey/journey.ts'

/** TypeScript of a journey's answers. A secret is never among them; any other may not be given, or not be on the path. */
export function typesOf({ title, id, fields }: Journey): string {
  const kept = [...fields.values()].filter((field) => !field.secret)
  return [
    `/** Answers of the journey "${id}" (${title}). Written by \`npx footpath types ${id}\`. */`,
    `export interface Answers ${objectOf(kept, () => false, '')}`,
    '',
    '/** Their names. */',
    'export type FieldName = keyof Answers',
    '',
  ].join('\n')
}

function objectOf(
  fields: readonly Field[],
  isSure: (field: Field) => boolean,
  indent: string,
): string {
  const inner = `${indent}  `
  const lines = fields.flatMap((field) => [
    `${inner}/** ${field.title.replaceAll('*/', '* /')} */`,
    `${inner}readonly ${field.name}${isSure(field) ? '' : '?'}: ${typeOf(field, inner)}`,
  ])
  return ['{', ...lines, `${indent}}`].join('\n')
}

function typeOf(field: Field, indent: string): string {
  const options = field.options.map((option) => JSON.stringify(option.value)).join(' | ')
  if (field.kind === 'checkboxes') return `readonly (${options || 'string'})[]`
  if (options !== '') return options
  const type = field.schema['type']
  if (field.kind === 'repeat') return `readonly ${objectOf(open(field), () => false, indent)}[]`
  if (field.parts.length > 0) return objectOf(open(field), (part) => part.required, indent)
  if (type === 'array') return 'readonly string[]'
  if (field.kind === 'declaration') return 'true'
  if (type === 'boolean') return 'boolean'
  return type === 'integer' || type === 'number' ? 'number' : 'string'
}

const open = ({ parts }: Field) => parts.filter((part) => !part.secret)
