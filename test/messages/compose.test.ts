import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Words } from '../../src/journey/condition.ts'
import type { MessageTemplate } from '../../src/journey/journey.ts'
import { composeMessage } from '../../src/messages/compose.ts'

const code = { from: 'engine', key: 'code' } as const
const text = (...parts: Words['parts']): Words => ({ format: 'text', parts })
const html = (...parts: Words['parts']): Words => ({ format: 'html', parts })

function template(more: Partial<MessageTemplate>): MessageTemplate {
  return { name: 'm', channel: 'email', with: ['code'], body: text(), text: text(), ...more }
}

/** Words with the code put in; anything else that is an operand is a name with a tag in it. */
const render = ({ format, parts }: Words) =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part
      if (part.from === 'engine') return '123456'
      return format === 'html' ? '&lt;Ann&gt;' : '<Ann>'
    })
    .join('')
const extras = { language: 'en', host: 'forms.example', code: '123456' }

describe('An email', () => {
  const composed = composeMessage(
    template({
      subject: text('Code for ', { from: 'account', key: 'name' }),
      body: html('<p>It is <strong>', code, '</strong></p>\n'),
      text: text('It is ', code, '\n\n'),
    }),
    render,
    extras,
  )

  it('says who writes, in one line', () => {
    const named = composeMessage(template({}), render, { ...extras, sender: 'Us\r\nBcc: x' })
    expect(named).toMatchObject({ sender: 'Us Bcc: x' })
    expect('sender' in composed).toBe(false)
  })

  it('is a whole document with language and title, and a plain text', () => {
    expect(composed).toMatchObject({
      channel: 'email',
      subject: 'Code for <Ann>',
      text: 'It is 123456\n',
    })
    expect(composed.html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/u)
    expect(composed.html).toContain('<title>Code for &lt;Ann&gt;</title>')
    expect(composed.html).toContain('<p>It is <strong>123456</strong></p>')
  })

  it('has no image, script, class or link of our own', () => {
    expect(composed.html).not.toMatch(/<(?:img|script|link|style|a)\b|class=/u)
  })

  it('parses without a mistake', () => {
    const errors: string[] = []
    parse(composed.html ?? '', { onParseError: ({ code: name }) => errors.push(name) })
    expect(errors).toEqual([])
  })

  it.each(['a\r\nBcc: x@example.com', 'a\nBcc: x@example.com', 'a\u0000\u2028Bcc: x@example.com'])(
    'never has a second line in its subject: %j',
    (subject) => {
      const composedSubject = composeMessage(template({ subject: text(subject) }), render, extras)
      expect(composedSubject.subject).toBe('a Bcc: x@example.com')
    },
  )
})

describe('A text', () => {
  const sms = (words: Words) =>
    composeMessage(template({ channel: 'sms', text: words }), render, extras)

  it('that holds a code ends with it, bound to the site (R-AUTH-10)', () => {
    expect(sms(text(code, ' is your Norfolk County Council security code'))).toEqual({
      channel: 'sms',
      text: '123456 is your Norfolk County Council security code\n\n@forms.example #123456',
    })
  })

  it('that holds no code is left as it is', () => {
    expect(sms(text('Your request was received')).text).toBe('Your request was received')
  })
})

describe('A call', () => {
  it('is spoken text, without line breaks', () => {
    const call = composeMessage(
      template({ channel: 'call', text: text('This is the council.\n\nPress hash.\n') }),
      render,
      extras,
    )
    expect(call).toEqual({ channel: 'call', text: 'This is the council. Press hash.' })
  })
})
