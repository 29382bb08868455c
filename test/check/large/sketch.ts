import type { FormsFiles } from '../../../src/journey/source.ts'
import { ENDING } from '../../format/forms-of.ts'

export const STEPS = 200
export const CONDITIONS = 60

/** A journey in the making. */
export interface Sketch {
  readonly fields: Record<string, object>
  readonly optional: Set<string>
  readonly conditions: string[]
  /** Each: what stands below a step's id. */
  readonly steps: [id: string, ...lines: string[]][]
  /** Other lines at the top. */
  readonly top: string[]
}

const OPTIONS = ['one', 'two', 'three', 'four']

export function empty(): Sketch {
  return { fields: {}, optional: new Set(), conditions: [], steps: [], top: [] }
}

export function written({ fields, optional, conditions, steps, top }: Sketch): FormsFiles {
  const named = conditions.map((text, at) => `  c${at}: ${text}`)
  const told = steps.map(([id, ...lines]) => [`  ${id}:`, ...lines.map((one) => `    ${one}`)])
  const flow = ['title: Large', ...top, 'conditions:', ...named, 'steps:', ...told.flat()]
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: fields,
    required: Object.keys(fields).filter((name) => !optional.has(name)),
  }
  const texts = new Map([
    ['large/flow.yaml', flow.join('\n') + ENDING],
    ['large/schema.json', JSON.stringify(schema)],
  ])
  return { shown: '', texts }
}

export function choice(name: string): object {
  return { title: `Choice ${name}`, enum: OPTIONS }
}
export function yesNo(name: string): object {
  return { title: `Yes or no ${name}`, type: 'boolean' }
}
export function number(name: string): object {
  return { title: `Number ${name}`, type: 'integer', minimum: 0, maximum: 120 }
}

/** A test that some answers pass and some do not. */
export function testOf(name: string, field: object): string {
  if ('enum' in field) return `{ ${name}: [one, two] }`
  return 'minimum' in field ? `{ ${name}: { minimum: 18 } }` : `{ ${name}: true }`
}
