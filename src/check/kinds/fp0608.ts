import type { Kind } from './kind.ts'

export const fp0608: Kind = {
  code: 'FP0608',
  title: 'A translation into a language that the site does not offer',
  why: 'Nobody would ever see it: people can choose only among the languages that _site.yaml names. It is a warning.',
  example: {
    file: '_site.yaml',
    good: 'languages: [en, cy]',
    bad: 'languages: [en]',
    found: { file: 'permit/locales/cy.yaml', at: 'flow.title' },
    beside: [
      { file: '_site.yaml', was: 'languages: [en]', text: 'languages: [en, cy]' },
      { file: 'permit/locales/cy.yaml', text: 'flow.title: Gwneud cais am drwydded\n' },
    ],
  },
}
