import type { Kind } from './kind.ts'

export const fp0709: Kind = {
  code: 'FP0709',
  title: 'An action that may be given nothing',
  why: 'Whoever leaves the answer out presses the button in vain. It is a warning: the action may be able to do without.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '{ action: check-code, with: { account: $fact.password-checked, code: $code } }',
    bad: '{ action: check-code, with: { account: $fact.password-checked, code: $spare } }',
    beside: [
      { file: 'sign-in/flow.yaml', was: 'fields: [code]', text: 'fields: [code, spare]' },
      {
        file: 'sign-in/schema.json',
        was: '"properties": {',
        text: '"properties": { "spare": { "title": "Spare code", "type": "string", "format": "code", "writeOnly": true },',
      },
    ],
  },
}
