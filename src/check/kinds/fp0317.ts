import type { Kind } from './kind.ts'

export const fp0317: Kind = {
  code: 'FP0317',
  title: 'The use of an answer that no step asks for',
  why: 'It is never given, so that what reads it finds nothing.',
  example: {
    file: 'permit/flow.yaml',
    good: 'content: Your permit is for {name.last}.',
    bad: 'content: Your permit is for {pet}.',
    beside: [
      {
        file: 'permit/flow.yaml',
        was: '  vehicle:\n',
        text: '  sticker:\n    title: Your sticker\n    content: Your permit is for {name.last}.\n  vehicle:\n',
      },
      {
        file: 'permit/schema.json',
        was: '    "agreed": {',
        text: '    "pet": { "type": "string", "title": "Name of your pet" },\n    "agreed": {',
      },
    ],
  },
}
