import { expect, it } from 'vitest'
import { checked, formsEdited } from './sound-forms.ts'

function told(path: string, from: string, to: string) {
  const files = formsEdited(path, from, to)
  return checked(files).problems.map(({ code, file, line, column, message }) => {
    const text = files.texts.get(file)?.split('\n')[line - 1]
    return `${code} ${file} at ${text?.slice(column - 1)}: ${message}`
  })
}

it('tells of a bracket that is not closed where it is opened', () => {
  expect(told('permit/flow.yaml', 'fields: [agreed]', 'fields: [agreed')).toEqual([
    'FP0101 permit/flow.yaml at [agreed: "[" is opened here, and not closed.',
  ])
  expect(
    told('permit/flow.yaml', 'for-visitor: { kind: visitor }', 'for-visitor: { kind: visitor'),
  ).toEqual([expect.stringMatching(/^FP0101 permit\/flow\.yaml at \{ kind: visitor: /u)])
})

it('tells of a missing comma behind what it is to follow, and of nothing that comes of it', () => {
  expect(
    told('permit/schema.json', '"title": "Are you insured?" },', '"title": "Are you insured?" }'),
  ).toEqual(['FP0101 permit/schema.json at }: A comma is missing behind this.'])
})
