import type { Kind } from './kind.ts'

export const fp0615: Kind = {
  code: 'FP0615',
  title: 'Words that may mean an answer or what the engine gives',
  why: 'A field has the name of what the engine gives here, as the reference of what was sent: people see the answer. It is a warning.',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: Details',
    bad: 'title: Details of {today}',
    beside: [
      {
        file: 'permit/schema.json',
        was: '"agreed": { "type": "boolean", "const": true, "title": "I agree" }',
        text: '"agreed": { "type": "boolean", "const": true, "title": "I agree" },\n    "today": { "type": "string", "title": "What you do today" }',
      },
      {
        file: 'permit/flow.yaml',
        was: 'fields: [name, age,',
        text: 'fields: [today, name, age,',
      },
    ],
  },
}
