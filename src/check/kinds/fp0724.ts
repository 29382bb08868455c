import type { Kind } from './kind.ts'

export const fp0724: Kind = {
  code: 'FP0724',
  title: 'An action that is run before what it needs has been established',
  why: 'On one of the paths the engine will refuse to run it: a login could be created before the address is known to be theirs.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '    fields: [email, password]\n',
    bad: '    fields: [email, password]\n    links: [{ label: I have a code, to: code }]\n',
  },
}
