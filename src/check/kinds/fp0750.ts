import type { Kind } from './kind.ts'

export const fp0750: Kind = {
  code: 'FP0750',
  title: 'A file in actions/ that gives no action',
  why: 'Buttons that run it would do nothing. The server does not start with such a file.',
  example: {
    file: 'permit/actions/ask-register.ts',
    good: 'export const action',
    bad: 'export const register',
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
