import { expect, it } from 'vitest'
import { checked, formsWith, soundForms } from './sound-forms.ts'

const FLOW = 'permit/flow.yaml'
const GIVEN = 'with: { message: received, to: $account.email }'

function told(to: string, change: (flow: string) => string = (flow) => flow) {
  const flow = change((soundForms.texts.get(FLOW) ?? '').replace(GIVEN, to))
  const lines = flow.split('\n')
  return checked(formsWith({ [FLOW]: flow })).problems.map(
    ({ code, line, column, message }) =>
      `${code} at ${lines[line - 1]?.slice(column - 1)}: ${message}`,
  )
}

it('tells where a message has nobody to go to, and where somebody gets none', () => {
  expect(told('with: { message: received }')).toEqual([
    expect.stringMatching(/^FP0743 at received \}: .*nobody to send it to/u),
  ])
  expect(told('with: { to: $account.email }')).toContainEqual(
    expect.stringMatching(/^FP0743 at \$account\.email \}: .*has no message/u),
  )
})

it('tells where an email goes to what is no address', () => {
  expect(told('with: { message: received, to: $phone }')).toEqual([
    expect.stringMatching(/^FP0743 at \$phone \}: "phone" is never an email address/u),
  ])
})

it('tells where nobody is signed in whose account is written to', () => {
  const open = (flow: string) =>
    flow
      .replace('    requires: [signed-in]\n', '')
      .replace(
        'buttons: [{ id: log-in, label: Sign in, journey: sign-in, next: kind }]',
        'content: x',
      )
  expect(told(GIVEN, open)).toContainEqual(
    expect.stringMatching(/^FP0743 at \$account\.email \}: Nothing in this journey signs/u),
  )
})

it('says nothing where neither is said, or an answer may be an address', () => {
  expect(told('with: {}')).toEqual([expect.stringMatching(/FP0208 .*the message "received"/u)])
  expect(told('with: { message: received, to: $note }')).toEqual([])
})
