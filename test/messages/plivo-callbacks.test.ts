import plivo from 'plivo'
import { describe, expect, it } from 'vitest'
import { readCallback, readParams } from '../../src/messages/plivo-callback.ts'
import { isSignedByPlivo, type SignedPost } from '../../src/messages/plivo-signature.ts'
import { answerXml, hangUpXml, stepXml, voiceIn } from '../../src/messages/voice-answers.ts'

// Made with HMAC-SHA-256 over `url?params.nonce`; the SDK, asked below, agrees.
const token = 'plivo-token'
const signed: SignedPost = {
  url: 'https://forms.example/hooks/plivo/tok_en/step',
  params: new Map([
    ['To', '441603123456'],
    ['CallUUID', 'u-1'],
    ['Digits', '#'],
  ]),
  nonce: '12345678901234567890',
  signature: 'y+FFAODtnmv48jBKrfMWdSmQoSG07St/OEaM5Tn/laY=',
}

/** The SDK as judge: it compares with `===`, so it serves as an oracle and not as a lock. */
function sdkAgrees({ url, params, nonce = '', signature = '' }: SignedPost): boolean {
  return (
    plivo.validateV3Signature('POST', url, nonce, token, signature, Object.fromEntries(params)) ===
    true
  )
}

describe('A signature of Plivo (R-HOOK-01)', () => {
  it('is right for what was signed, alone or among others, and the SDK agrees', () => {
    expect(sdkAgrees(signed)).toBe(true)
    expect(isSignedByPlivo(token, signed)).toBe(true)
    expect(isSignedByPlivo(token, { ...signed, signature: `other=, ${signed.signature}` })).toBe(
      true,
    )
  })

  it.each<[string, Partial<SignedPost>]>([
    ['another address', { url: 'https://forms.example/hooks/plivo/tok_em/step' }],
    ['another scheme', { url: 'http://forms.example/hooks/plivo/tok_en/step' }],
    ['a query', { url: `${signed.url}?x=1` }],
    ['another nonce', { nonce: '12345678901234567891' }],
    ['no nonce', { nonce: undefined }],
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['a cut signature', { signature: signed.signature?.slice(0, -1) }],
    ['other digits', { params: new Map([...signed.params, ['Digits', '5']]) }],
    ['one more value', { params: new Map([...signed.params, ['From', '1']]) }],
    ['no values', { params: new Map() }],
  ])('is wrong for %s', (_, change) => {
    expect(isSignedByPlivo(token, { ...signed, ...change })).toBe(false)
  })

  it('is wrong with another token', () => {
    expect(isSignedByPlivo('other', signed)).toBe(false)
  })
})

describe('What a callback says', () => {
  it('is read when every name is known, comes once and has a value that it can have', () => {
    const params = readParams([
      ['CallUUID', 'u-1'],
      ['From', '441603222222'],
      ['CallStatus', 'in-progress'],
      ['Digits', '#'],
    ])
    expect(params && readCallback(params, 'step')).toEqual({
      provider: 'u-1',
      event: { event: 'digits', digits: '#' },
    })
  })

  it.each([
    [
      'a name that swallowed a digit',
      [
        ['CallUUID', 'u1'],
        ['Digits1', '2'],
      ],
    ],
    ['a value that swallowed a name', [['CallUUID', 'u1Digits12']]],
    [
      'a name twice',
      [
        ['Digits', '#'],
        ['Digits', '5'],
      ],
    ],
    ['an unknown name', [['Evil', '1']]],
    ['a number with letters', [['Digits', '12a']]],
    ['__proto__', [['__proto__', 'x']]],
  ] as [string, [string, string][]][])('is refused for %s (R-HOOK-03)', (name, entries) => {
    const params = readParams(entries)
    // The shifted value passes the list, and then has no digits.
    if (name.startsWith('a value'))
      expect(params && readCallback(params, 'step')?.event).toBeUndefined()
    else expect(params).toBeUndefined()
  })

  it.each([
    ['answer', 'in-progress', { event: 'answered' }],
    ['hang-up', 'completed', { event: 'hang-up' }],
    ['hang-up', 'busy', { event: 'busy' }],
    ['hang-up', 'no-answer', { event: 'no-answer' }],
    ['hang-up', 'timeout', { event: 'no-answer' }],
    ['hang-up', 'failed', { event: 'not-possible' }],
  ] as const)('at the address for %s with status %s is %j', (about, status, event) => {
    const params = new Map([
      ['CallUUID', 'u'],
      ['CallStatus', status],
    ])
    expect(readCallback(params, about)).toEqual({ provider: 'u', event })
  })

  it('of a machine that answered confirms nothing (R-TEL-07)', () => {
    const params = new Map([
      ['CallUUID', 'u'],
      ['Machine', 'true'],
      ['Digits', '#'],
    ])
    for (const about of ['answer', 'step'] as const)
      expect(readCallback(params, about)?.event).toEqual({ event: 'no-answer' })
  })

  it('without the name of its call says nothing', () => {
    expect(readCallback(new Map([['Digits', '#']]), 'step')).toBeUndefined()
  })
})

describe('What Plivo is to say', () => {
  it('asks for one key, any key, for ten seconds, and hangs up (R-TEL-06)', async () => {
    const xml = await answerXml(
      'This is <us> & you. Press hash.',
      'https://forms.example/hooks/t/step',
    )
    expect(xml).toBe(
      '<Response><GetInput action="https://forms.example/hooks/t/step" method="POST" inputType="dtmf" numDigits="1" finishOnKey="" executionTimeout="10" digitEndTimeout="5" redirect="true"><Speak language="en-GB" voice="Polly.Amy">This is &lt;us&gt; &amp; you. Press hash.</Speak></GetInput><Speak language="en-GB" voice="Polly.Amy">No key was pressed. You can ask for another call on the page. Goodbye.</Speak><Hangup/></Response>',
    )
  })

  it('after a key says how it went, and hangs up', async () => {
    expect(await stepXml(true)).toMatch(
      /^<Response><Speak [^>]*>Thank you\. .*<Hangup\/><\/Response>$/u,
    )
    expect(await stepXml(false)).toContain('That was not the hash key')
    for (const language of ['en', 'fr', undefined])
      expect(await stepXml(true, voiceIn(language))).toBe(await stepXml(true))
    expect(await hangUpXml()).toBe('<Response><Hangup/></Response>')
  })
})
