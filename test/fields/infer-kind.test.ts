import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/fields/field.ts'
import { inferKind } from '../../src/fields/kinds.ts'

const enumOf = (count: number) => ({
  enum: Array.from({ length: count }, (_, index) => `o${index}`),
})
const oneOf = (count: number) => ({
  oneOf: Array.from({ length: count }, (_, index) => ({ const: index, title: `${index}` })),
})

describe('the kind of a field (FORMAT.md, schema.json)', () => {
  it.each<[JsonObject, unknown]>([
    [{ type: 'string' }, 'text'],
    [{ type: 'string', maxLength: 200 }, 'text'],
    [{ type: 'string', maxLength: 201 }, 'textarea'],
    [{ type: 'string', field: { maxWords: 50 } }, 'textarea'],
    [{ type: 'string', format: 'email' }, 'email'],
    [{ type: 'string', format: 'national-insurance-number' }, 'national-insurance-number'],
    [{ type: 'string', format: 'month-year' }, 'month-year'],
    [{ type: 'string', format: 'date-time' }, 'date-time'],
    [{ type: 'string', format: 'uuid' }, 'text'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'number' }, 'number'],
    [{ type: 'boolean' }, 'yes-no'],
    [{ type: 'boolean', const: true }, 'declaration'],
    [{ type: 'string', ...enumOf(10) }, 'radios'],
    [{ type: 'string', ...enumOf(11) }, 'select'],
    [{ type: 'integer', ...oneOf(30) }, 'select'],
    [{ type: 'string', ...oneOf(31) }, 'search'],
    [{ type: 'array', items: { type: 'string', ...enumOf(40) } }, 'checkboxes'],
    [{ type: 'array', items: oneOf(3) }, 'checkboxes'],
    [{ type: 'array', items: { type: 'string' } }, 'several'],
    [{ type: 'array', items: { type: 'object', properties: {} } }, 'repeat'],
    [{ type: 'array', items: { type: 'string', contentMediaType: 'image/png' } }, 'files'],
    [{ type: 'string', contentMediaType: 'application/pdf' }, 'file'],
    [{ type: 'object', properties: {} }, 'group'],
    [{ type: 'object', field: { kind: 'address' } }, 'address'],
    [{ type: 'string', ...enumOf(3), field: { kind: 'select' } }, 'select'],
    [{ type: 'string', field: { kind: 'search' } }, 'search'],
    [{ type: 'string', field: { kind: 'slider' } }, undefined],
    [{ type: 'array' }, undefined],
    [{}, undefined],
  ])('of %j is %j', (schema, kind) => {
    expect(inferKind(schema)).toEqual(kind)
  })
})
