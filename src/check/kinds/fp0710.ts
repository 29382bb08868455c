import type { Kind } from './kind.ts'

export const fp0710: Kind = {
  code: 'FP0710',
  title: 'An outcome that nothing is said of',
  why: 'When it comes, the person would be left without a word.',
  example: {
    file: 'permit/flow.yaml',
    good: 'on: { yes: kind, no: { error: We do not know you } }',
    bad: 'on: { yes: kind }',
    found: { file: 'permit/flow.yaml', at: 'ask-register' },
    beside: [
      {
        file: 'permit/flow.yaml',
        was: 'buttons: [{ id: log-in, label: Sign in, journey: sign-in, next: kind }]\n',
        text: 'buttons:\n      - { id: log-in, label: Sign in, journey: sign-in, next: kind }\n      - { id: ask, label: Ask the register, run: ask-register, on: { yes: kind, no: { error: We do not know you } } }\n',
      },
      {
        file: 'permit/actions/ask-register.ts',
        text: "export const action = {\n  name: 'ask-register',\n  input: { type: 'object', properties: {}, additionalProperties: false },\n  outcomes: ['yes', 'no'],\n  run: async () => ({ outcome: 'yes' }),\n}\n",
      },
    ],
  },
}
