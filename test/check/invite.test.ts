import { expect, it } from 'vitest'
import { checked, formsWith, soundForms } from './sound-forms.ts'

const FLOW = 'sign-in/flow.yaml'
const SCHEMA = 'sign-in/schema.json'
const INVITATION = 'invitation: { carries: [email], binds: signed-in }'
const INVITE = 'invite: { message: hello, asks: [email] }'
const HELLO =
  '---\nchannel: email\nsubject: Hello\nwith: [link]\n---\n[Come in]({link}) until {until}.\n'

/** The journey that signs people in, which asks for an email address, with an invitation; each part may be another. */
function problemsOf({ flow = INVITATION, admin = INVITE, hello = HELLO }) {
  const forms = formsWith({
    [FLOW]: `${flow}\n${soundForms.texts.get(FLOW)}`,
    'sign-in/admin.yaml': `${admin}\n`,
    'sign-in/messages/hello.md': hello,
  })
  const { problems } = checked(forms)
  return problems
    .filter(({ severity, file }) => severity === 'error' && file.endsWith('admin.yaml'))
    .map(({ code, line, column }) => `${code} ${line}:${column}`)
}

it('compiles what staff ask when they invite somebody, without the words that speak to that person', () => {
  expect(soundForms.texts.get(SCHEMA)).toContain('"email"')
  expect(problemsOf({})).toEqual([])
})

it('takes a message that names what staff were asked among what it is given', () => {
  const hello = HELLO.replace('[link]', '[link, email]').replace('Come in', 'Dear {email}')
  expect(problemsOf({ hello })).toEqual([])
})

it('tells of a message without the link that people come by', () => {
  const hello = HELLO.replace('[Come in]({link})', 'Come in')
  expect(problemsOf({ hello })).toEqual(['FP0204 1:20'])
})

it.each([
  ['the flow has no invitation', { flow: '' }, 'FP0206 1:1'],
  ['a message is not there', { admin: 'invite: { message: helo, asks: [email] }' }, 'FP0308 1:20'],
  [
    'a field is not there',
    { admin: 'invite: { message: hello, asks: [email, nmae] }' },
    'FP0302 1:41',
  ],
  [
    'an answer is carried by nothing',
    { admin: 'invite: { message: hello, asks: [email, password] }' },
    'FP0302 1:41',
  ],
  [
    'nobody is asked for the address',
    { admin: 'invite: { message: hello, asks: [] }' },
    'FP0204 1:27',
  ],
  ['a key is missing', { admin: 'invite: { message: hello }' }, 'FP0203 1:1'],
  ['the message is no email', { hello: '---\nchannel: sms\n---\nHello.\n' }, 'FP0204 1:20'],
  [
    'the message wants words that nobody gives',
    { hello: HELLO.replace('[link]', '[note]') },
    'FP0204 1:20',
  ],
  [
    'a role may invite and there is no invite',
    { admin: 'roles: { clerk: { see: all, move: [invite] } }' },
    'FP0314 1:36',
  ],
])('finds at its place that %s', (_what, parts, problem) => {
  expect(problemsOf(parts)).toEqual([problem])
})
