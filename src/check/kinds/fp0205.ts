import type { Kind } from './kind.ts'

export const fp0205: Kind = {
  code: 'FP0205',
  title: 'A part of the format that this version does not have',
  why: 'It is refused rather than passed over, so that nobody relies on what does not happen.',
  example: {
    file: 'permit/flow.yaml',
    good: 'run: submit-request',
    bad: 'run: call-webhook',
  },
}
