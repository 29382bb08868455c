/** The keys of a step (FORMAT.md, A step). */
export const STEP_SHAPE = {
  what: 'a step',
  keys: [
    'kind',
    'title',
    'caption',
    'content',
    'after',
    'section',
    'fields',
    'when',
    'requires',
    'prefill',
    'checks',
    'next',
    'buttons',
    'links',
    'enter',
    'repeat',
    'change',
  ],
  later: ['of', 'tasks'],
}
