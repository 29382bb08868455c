import type { Kind } from './kind.ts'

export const fp0721: Kind = {
  code: 'FP0721',
  title: 'A required fact that several journeys give',
  why: 'There is no telling which of them to send people through.',
  example: {
    file: 'by-letter/flow.yaml',
    good: 'title: Sign in by letter\n',
    bad: 'title: Sign in by letter\ngives: [signed-in]\n',
    found: { file: 'permit/flow.yaml', at: 'signed-in' },
    beside: [
      {
        file: 'permit/flow.yaml',
        was: 'buttons: [{ id: log-in, label: Sign in, journey: sign-in, next: kind }]\n',
        text: 'buttons: [{ id: log-in, label: Go on, next: kind }]\n',
      },
      { file: 'permit/scenarios.yaml', was: 'press: log-in }', text: 'go: /sign-in }' },
      {
        file: 'by-letter/flow.yaml',
        text: 'title: Sign in by letter\nsteps:\n  password:\n    title: Your password\n    fields: [email, password]\n    buttons:\n      - id: go\n        label: Go on\n        run:\n          - { action: check-password, with: { email: $email, password: $password }, on: { locked: { error: Wait an hour } } }\n          - { action: send-code, with: { account: $fact.password-checked, message: code } }\n  code:\n    title: Your code\n    fields: [code]\n    buttons:\n      - id: go\n        label: Sign in\n        run:\n          - { action: check-code, with: { account: $fact.password-checked, code: $code } }\n          - { action: sign-in, with: { account: $fact.password-checked } }\n        next: $return\n',
      },
      {
        file: 'by-letter/schema.json',
        text: '{\n  "type": "object",\n  "required": ["email", "password", "code"],\n  "properties": {\n    "email": { "type": "string", "format": "email", "title": "Email address", "field": { "autocomplete": "username" } },\n    "password": { "type": "string", "format": "password", "writeOnly": true, "title": "Password" },\n    "code": { "type": "string", "format": "code", "writeOnly": true, "title": "Code" }\n  }\n}\n',
      },
    ],
  },
}
