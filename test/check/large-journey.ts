import type { FormsFiles } from '../../src/journey/source.ts'
import { ENDING } from '../format/forms-of.ts'

const STEPS = 200
const CONDITIONS = 60

/**
 * A journey of 200 steps with 60 named conditions of all kinds, each about answers that lie far apart and joined with others;
 * steps are skipped by them, lists lead on by them, and every fifth leads back on one answer.
 */
export function largeJourney(): FormsFiles {
  const properties: Record<string, object> = {}
  const required: string[] = []
  for (let at = 0; at < STEPS; at++) {
    properties[`f${at}`] = fieldAt(at)
    if (at % 3 !== 2) required.push(`f${at}`)
  }
  const conditions = Array.from({ length: CONDITIONS }, (_, at) => `  c${at}: ${conditionAt(at)}`)
  const steps = Array.from({ length: STEPS }, (_, at) => stepAt(at))
  const flow = `title: Large\nconditions:\n${conditions.join('\n')}\nsteps:\n${steps.join('\n')}${ENDING}`
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties,
    required,
  }
  return {
    shown: '',
    texts: new Map([
      ['large/flow.yaml', flow],
      ['large/schema.json', JSON.stringify(schema)],
    ]),
  }
}

function fieldAt(at: number): object {
  const title = `Question ${at}`
  if (at % 4 === 0) return { title, enum: ['one', 'two', 'three', 'four'] }
  if (at % 4 === 1) return { title, type: 'boolean' }
  if (at % 4 === 2) return { title, type: 'integer', minimum: 0, maximum: 120 }
  return { title, type: 'array', items: { enum: ['a', 'b', 'c', 'd', 'e'] }, minItems: 1 }
}

/** About a question, and one that is asked long before it. */
function conditionAt(at: number): string {
  const here = at * 3
  const one = testAt(here)
  const other = testAt(Math.max(0, here - 40 - (at % 7)))
  if (at % 3 === 0) return one
  return at % 3 === 1 ? `{ any: [${one}, ${other}] }` : `{ all: [${one}, { not: ${other} }] }`
}

function testAt(at: number): string {
  if (at % 4 === 0) return `{ f${at}: [one, two] }`
  if (at % 4 === 1) return `{ f${at}: true }`
  return at % 4 === 2 ? `{ f${at}: { minimum: 18 } }` : `{ f${at}: { all: [a, b] } }`
}

function stepAt(at: number): string {
  const lines = [`  s${at}:`, `    fields: [f${at}]`]
  const named = Math.floor((at - 1) / 3)
  if (at % 3 === 2 && named >= 0 && named < CONDITIONS) lines.push(`    when: c${named}`)
  if (at % 5 === 4 && at + 3 < STEPS)
    lines.push(`    next: [{ when: ${testAt(at)}, to: s${at + 3} }, { to: s${at + 1} }]`)
  return lines.join('\n')
}
