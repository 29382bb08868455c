import type { Kind } from './kind.ts'

export const fp0824: Kind = {
  code: 'FP0824',
  title: 'A question whose options come from a list that is never asked before it',
  why: 'There is nothing to choose from, and the question is left out for everybody.',
  example: {
    file: 'permit/flow.yaml',
    good: '    fields: [name, age,',
    bad: '    fields: [main, name, age,',
    beside: [
      {
        file: 'permit/schema.json',
        was: '"agreed": { "type": "boolean", "const": true, "title": "I agree" }',
        text: '"agreed": { "type": "boolean", "const": true, "title": "I agree" },\n    "main": { "type": "string", "title": "Main vehicle", "field": { "optionsFrom": { "of": "vehicles", "value": "make" } } }',
      },
    ],
  },
}
