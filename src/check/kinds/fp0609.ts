import type { Kind } from './kind.ts'

export const fp0609: Kind = {
  code: 'FP0609',
  title: 'A translation that says other answers than the original',
  why: 'One of them was changed and the other was not: some readers are told less, or something else. It is a warning.',
  example: {
    file: 'permit/locales/cy.yaml',
    good: 'flow.steps.done.content: "Eich cyfeirnod yw **{reference}**."',
    bad: 'flow.steps.done.content: "Mae gennym eich cais."',
    beside: [
      { file: '_site.yaml', was: 'languages: [en]', text: 'languages: [en, cy]' },
      {
        file: 'permit/locales/cy.yaml',
        text: 'flow.steps.done.content: "Eich cyfeirnod yw **{reference}**."\n',
      },
    ],
  },
}
