import type { Kind } from './kind.ts'

export const fp0409: Kind = {
  code: 'FP0409',
  title: 'A reference that leads back to itself',
  why: 'To know what the field is, one would have to know it already.',
  example: {
    file: 'permit/schema.json',
    good: '          "fuel": { "type": "string", "title": "Fuel", "enum": ["petrol", "electric"] }',
    bad: '          "fuel": { "type": "string", "title": "Fuel", "enum": ["petrol", "electric"], "$ref": "#/properties/vehicles/items/properties/fuel" }',
  },
}
