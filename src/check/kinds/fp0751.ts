import type { Kind } from './kind.ts'

export const fp0751: Kind = {
  code: 'FP0751',
  title: 'An action of your own that contradicts itself',
  why: 'It names an outcome, an input or a fact that it does not have: what it should do would never happen. The server does not start with it.',
  example: {
    file: 'permit/actions/ask-register.ts',
    good: 'words: { no:',
    bad: 'words: { mo:',
    beside: [
      {
        file: 'permit/flow.yaml',
        was: 'buttons: [{ id: log-in, label: Sign in, journey: sign-in, next: kind }]\n',
        text: 'buttons:\n      - { id: log-in, label: Sign in, journey: sign-in, next: kind }\n      - { id: ask, label: Ask the register, run: ask-register, on: { no: { error: We do not know you } } }\n',
      },
      {
        file: 'permit/actions/ask-register.ts',
        text: "export const action = {\n  name: 'ask-register',\n  input: { type: 'object', properties: {}, additionalProperties: false },\n  outcomes: ['yes', 'no'],\n  words: { no: 'We do not know you' },\n  run: async () => ({ outcome: 'yes' }),\n}\n",
      },
    ],
  },
}
