import { expect, test } from 'vitest'
import { actions, contractsOf } from '../../src/actions/registry.ts'
import { compileSchema } from '../../src/answers/compile-schema.ts'

test('each action of FORMAT.md is there, under its own name', () => {
  expect([...actions.keys()]).toEqual([
    'send-code',
    'check-code',
    'call-me',
    'check-call',
    'check-password',
    'check-email-free',
    'create-login',
    'set-phone',
    'sign-in',
    'sign-out',
    'set-password',
    'set-name',
    'set-email',
    'submit-request',
    'send-message',
    'accept-invitation',
    'activate-account',
    'clear-phone',
    'replace-email',
    'deactivate-account',
  ])
})

test('each outcome but the first has words of its own: short, and no blame', () => {
  for (const action of actions.values()) {
    const [, ...others] = action.outcomes
    for (const outcome of others) {
      const words = action.words?.[outcome]
      expect(words, `${action.name} ${outcome}`).toBeTruthy()
      expect(words).not.toMatch(/invalid|required|please|error|failed/iu)
      // An error has no full stop; what is said in a notice is a sentence.
      expect(words?.endsWith('.')).toBe(outcome === action.waits || outcome === action.seconds)
    }
    for (const outcome of Object.keys(action.words ?? {})) expect(others).toContain(outcome)
  }
})

test('contracts are whole: schemas compile, and facts are about inputs that there are', () => {
  for (const contract of contractsOf(actions).values()) {
    expect(contract).not.toHaveProperty('run')
    expect(() => compileSchema(contract.input)).not.toThrow()
    const inputs = Object.keys(contract.input['properties'] ?? {})
    const { gives = [], needs = [], outcomes } = contract
    expect(outcomes).toEqual(expect.arrayContaining(gives.map((give) => give.on)))
    const about = [
      ...gives.flatMap((give) => give.about),
      ...needs.flatMap((need) => need.about ?? []),
    ]
    expect(inputs).toEqual(expect.arrayContaining(about))
  }
})

test('one of email, phone and account is given, never two', () => {
  const takes = (name: string, input: Record<string, string>) =>
    compileSchema(actions.get(name)?.input ?? {})(input)
  const email = { email: 'sam@example.org', message: 'm' }
  expect(takes('send-code', email)).toBe(true)
  expect(takes('send-code', { ...email, unknown: 'n' })).toBe(true)
  expect(takes('send-code', { ...email, account: 'a' })).toBe(false)
  expect(takes('send-code', { message: 'm' })).toBe(false)
  expect(takes('send-code', { account: 'a', message: 'm', unknown: 'n' })).toBe(false)
  expect(takes('call-me', email)).toBe(false)
  expect(takes('check-call', {})).toBe(false)
})
