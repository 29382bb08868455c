import type { Kind } from './kind.ts'

export const fp0825: Kind = {
  code: 'FP0825',
  title: 'A question whose options come from a list that is not always asked before it',
  why: 'Where the list was not asked there is nothing to choose from, and the question is left out without a word.',
  example: {
    file: 'permit/flow.yaml',
    good: '    fields: [agreed, { field: main, when: for-visitor }]',
    bad: '    fields: [agreed, main]',
    beside: [
      {
        file: 'permit/schema.json',
        was: '"agreed": { "type": "boolean", "const": true, "title": "I agree" }',
        text: '"agreed": { "type": "boolean", "const": true, "title": "I agree" },\n    "main": { "type": "string", "title": "Main vehicle", "field": { "optionsFrom": { "of": "vehicles", "value": "make" } } }',
      },
      { file: 'permit/schema.json', was: '"required": [', text: '"required": ["main", ' },
      {
        file: 'permit/flow.yaml',
        was: '    repeat: vehicles\n    title: Vehicle {item.number}\n',
        text: '    repeat: vehicles\n    when: for-visitor\n    title: Vehicle {item.number}\n',
      },
      {
        file: 'permit/flow.yaml',
        was: '  agree:\n    fields: [agreed]',
        text: '  agree:\n    title: Agree\n    fields: [agreed, { field: main, when: for-visitor }]',
      },
    ],
  },
}
