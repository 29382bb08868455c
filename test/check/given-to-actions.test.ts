import { describe, expect, it } from 'vitest'
import { checked, formsEdited, soundForms } from './sound-forms.ts'

const SIGN_IN = 'sign-in/flow.yaml'
const CODE = '_shared/messages/code.md'

function told(path: string, from: string, to: string, also?: (text: string) => string) {
  const files = formsEdited(path, from, to)
  const schema = files.texts.get('sign-in/schema.json') ?? ''
  const texts = new Map([...files.texts, ['sign-in/schema.json', also?.(schema) ?? schema]])
  return checked({ ...files, texts }).problems.map(({ code, file, line, column }) => {
    const text = texts.get(file)?.split('\n')[line - 1]
    return `${code} at ${text?.slice(column - 1)}`
  })
}

describe('what an action is given', () => {
  it('is not an answer that people may leave out, where the action needs it', () => {
    const optional = (schema: string) => schema.replace(', "code"]', ']')
    const codes = told(SIGN_IN, 'title: Enter the code', 'title: Enter it', optional)
    expect(codes).toEqual(['FP0709 at $code } }'])
  })

  it('may be such an answer where the journey tests whether it is there', () => {
    const optional = (schema: string) =>
      schema.replace(', "email", ', ', ').replace('"email", ', '')
    const tested = 'run: check-password\n        when: { email: { answered: true } }'
    expect(told(SIGN_IN, 'run: check-password', tested, optional)).not.toContainEqual(
      expect.stringContaining('FP0709'),
    )
  })

  it('is not another answer in place of the secret that the page asks for', () => {
    expect(told(SIGN_IN, 'password: $password }', 'password: $email }')).toEqual([
      'FP0716 at $email }',
    ])
  })

  it('is not the name of the answer', () => {
    expect(told('permit/admin.yaml', 'why: $why', 'why: why')).toEqual(['FP0717 at why }'])
    for (const words of ['"So: $why"', '"So: {why}"'])
      expect(told('permit/admin.yaml', 'why: $why', `why: ${words}`)).toEqual([
        `FP0717 at ${words} }`,
      ])
    expect(told('permit/admin.yaml', 'why: $why', 'why: "It costs 5 {pounds}"')).toEqual([])
    expect(told('permit/admin.yaml', 'why: $why', 'why: because of why')).toEqual([])
  })

  it('is a message that says the code that is sent', () => {
    expect(told(CODE, '{code} is your code', 'Here is your code')).toEqual([
      'FP0744 at code, minutes]',
    ])
    const named = soundForms.texts.get(CODE) ?? ''
    expect(named).toContain('{code}')
  })
})
