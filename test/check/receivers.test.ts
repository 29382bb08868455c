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

it('tells where an email goes to what nothing proves to be an address of theirs', () => {
  const mail = (to: string) =>
    [
      'next: proof',
      '  proof:',
      '    title: Proof',
      '    fields: [email, code]',
      '    buttons:',
      '      - { id: a, label: Send, validate: false, run: send-code, with: { email: $email, message: hello }, on: { sent: { notice: Sent } } }',
      '      - { id: b, label: Check, run: check-code, with: { email: $email, code: $code }, next: mail }',
      '  mail:',
      '    title: Mail',
      `    buttons: [{ id: c, label: Go on, run: send-message, with: { to: ${to}, message: told }, on: { not-possible: done }, next: done }]`,
      '  done:',
    ].join('\n')
  const found = (to: string) => {
    const flow = (soundForms.texts.get(FLOW) ?? '').replace(/next: done\n {2}done:/u, mail(to))
    const schema = (soundForms.texts.get('permit/schema.json') ?? '').replace(
      '"properties": {',
      '"properties": { "email": { "title": "Email", "type": "string", "format": "email" }, "code": { "title": "Code", "type": "string", "format": "code", "writeOnly": true },',
    )
    const changed = {
      [FLOW]: flow,
      'permit/schema.json': schema.replace('"required": [', '"required": ["email", "code", '),
      'permit/messages/hello.md': '---\nchannel: email\nsubject: Hello\n---\n{code}\n',
      'permit/messages/told.md': '---\nchannel: email\nsubject: Told\n---\nHello\n',
    }
    const { problems } = checked(formsWith(changed))
    return problems.filter(({ code }) => /^FP0[1-7]/u.test(code) && code !== 'FP0414')
  }
  expect(found('$email')).toEqual([])
  expect(found('$kind')).toEqual([
    expect.objectContaining({
      code: 'FP0743',
      message: 'Nothing in this journey proves "kind": "send-message" would not write to it.',
    }),
  ])
})

it('tells where staff write to an address that nobody proves, or to one of the author’s', () => {
  const admin = 'permit/admin.yaml'
  const found = (to: string) => {
    const text = soundForms.texts.get(admin) ?? ''
    const changed = text.replace('to: $submission.account, message', `to: ${to}, message`)
    return checked(formsWith({ [admin]: changed })).problems.map(
      ({ code, line, column }) => `${code} ${line}:${column}`,
    )
  }
  expect(found('$submission.account')).toEqual([])
  for (const to of ['$submission.note', 'team@example.org', '$why'])
    expect(found(to)).toEqual(['FP0743 14:17'])
})

it('says nothing where neither is said, or an answer may be an address', () => {
  expect(told('with: {}')).toEqual([expect.stringMatching(/FP0208 .*the message "received"/u)])
  expect(told('with: { message: received, to: $note }')).toEqual([])
})
