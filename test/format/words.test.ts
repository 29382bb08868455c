import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const TEXT = { type: 'string', maxLength: 80 }
const HOSTILE = '<img src=x onerror=alert(1)> "q" & {nick} {{x}} [l](javascript:alert(1))'

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    '_site.yaml': `
service: The service
council: The council
sender: The council
phase: beta
hotline: 01632 960 000
pages: [help]
`,
    '_pages/help.md': '# Help\n\nCall us.\n',
    words: {
      fields: {
        nick: { title: 'Nickname', ...TEXT },
        colour: {
          title: 'Colour',
          oneOf: [
            { const: 'r', title: 'Red like a **rose**' },
            { const: 'b', title: 'Blue' },
          ],
        },
        born: { title: 'Born', type: 'string', format: 'date' },
        help: {
          title: 'Help',
          type: 'array',
          items: {
            oneOf: [
              { const: 'w', title: 'Washing' },
              { const: 'd', title: 'Dressing' },
            ],
          },
        },
        agree: { title: 'Agree', type: 'boolean' },
        email: {
          title: 'Email',
          type: 'string',
          format: 'email',
          field: { short: 'email address' },
        },
      },
      required: ['nick'],
      more: {
        'messages/told.md': `---
channel: email
subject: "For {nick}: {reference}"
with: [reference, summary]
---
Dear {nick},

**Thank you** for {colour}, $words.name. Your reference is {reference}.

{summary}
`,
      },
      flow: `
title: Words
site: { service: Another service, hotline: 01632 960 111 }
sections: { you: About you, rest: The rest }
words:
  table: |
    | What | Who |
    |---|---|
    | Name | {nick} |

    ::: details Why we ask
    Because {nick} asked.
    :::

    ::: inset
    Inset words.
    :::

    ::: warning
    Take care.
    :::

    <b>raw</b> & {{nick}}
  name: "**{nick}**, $words.of-course"
  of-course: of *course*
  any: $words.name
steps:
  ask:
    section: you
    title: Ask
    fields: [{ field: nick, group: Who you are }, { field: born, group: Who you are }, { field: colour, title: Which colour is it?, description: Any *one* }, help]
  told:
    section: rest
    title: "Hello {nick}"
    caption: "Born {born}"
    content: $words.table
    after: "It is {colour}. Help: {help}. Today is {today}. Call {config.hotline}. Agree: {agree}. You are $words.any. So $words.of-course."
    fields: [agree, email]
    links: [{ label: "See {colour}", to: ask }]
    buttons: [{ id: go, label: "On, {nick}" }]
  check:
    kind: check-answers
    title: Check
    buttons:
      - id: send
        label: Send
        run: submit-request
        with: { message: told, to: $email }
        on: { refused: { error: Not now } }
        next: done
  done: { kind: confirmation, title: Done, content: "Reference **{reference}** for {nick}" }
`,
    },
    yaml: {
      fields: {
        yes: { title: 'Yes', enum: ['on', 'off', 'no', 'yes'] },
        no: { title: 'No', enum: ['on', 'off'] },
        number: { title: 'Number', type: 'integer' },
      },
      flow: `
title: 'Yaml: "it"'
conditions:
  is-on: &on { yes: on }
steps:
  no:
    title: A # comment
    fields: [yes, no, number]
    next:
      - when: { all: [*on, { no: off }] }
        to: yes
      - { to: check }
  yes: { title: Yes it is, content: On. }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function begin(nick: string): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/words')
  resident.fill('Nickname', nick)
  resident.fill('Born (optional)', '27 3 1951')
  resident.choose('Which colour is it? (optional)', 'Red like a **rose**')
  resident.choose('Help (optional)', 'Washing', 'Dressing')
  await resident.press('Continue')
  expect(resident.page.errors).toEqual([])
  return resident
}

describe('words', () => {
  it('hold answers as check-answers shows them, today, the site’s own words and braces', async () => {
    const resident = await begin('Sam')
    const { text, heading, title } = resident.page
    expect(heading).toContain('Hello Sam')
    expect(title).toContain('Hello Sam')
    expect(title).toContain('Another service')
    expect(text).toContain('Born 27 March 1951')
    expect(text).toContain(
      'It is Red like a **rose**. Help: Washing, Dressing. Today is 15 June 2026.',
    )
    expect(text).toContain('Call 01632 960 111. Agree: .')
    expect(text).toContain('You are Sam, of course. So of course.')
    expect(text).toContain('{nick}')
    expect(resident.page.links).toContain('See Red like a **rose**')
    expect(resident.page.buttons).toContain('On, Sam')
  })

  it('know tables, details, insets and warnings, and no raw HTML', async () => {
    const { html } = (await begin('Sam')).page
    expect(html).toMatch(/<table[^>]*class="govuk-table"/u)
    expect(html).toMatch(/<details[^>]*class="govuk-details"/u)
    expect(html).toContain('Why we ask')
    expect(html).toContain('govuk-inset-text')
    expect(html).toContain('govuk-warning-text')
    expect(html).not.toContain('<b>raw</b>')
    expect(html).toContain('&lt;b&gt;raw&lt;/b&gt;')
  })

  it('escape what was typed, everywhere, and put nothing into it again', async () => {
    const resident = await begin(HOSTILE)
    const shown = [resident.page]
    shown.push(await resident.press(/^On, /u))
    shown.push(await resident.press('Send'))
    for (const { html, text } of shown) {
      expect(html).not.toContain('<img src=x')
      expect(html).not.toContain('href="javascript')
      expect(text).toContain(HOSTILE)
    }
  })

  it('group neighbours in one fieldset, and check-answers by sections', async () => {
    const resident = service.resident()
    await resident.visit('/words')
    expect(resident.page.html.match(/Who you are/gu)).toHaveLength(1)
    resident.fill('Nickname', 'Sam')
    await resident.press('Continue')
    await resident.press(/^On/u)
    const { text } = resident.page
    expect(text.indexOf('About you')).toBeGreaterThan(-1)
    expect(text.indexOf('About you')).toBeLessThan(text.indexOf('The rest'))
    expect(text).toContain('Email address')
    await resident.follow('Change Email address')
    expect(resident.page.path).toBe('/words/told')
  })
})

describe('messages', () => {
  it('hold the words that they name, and go to the address that was given', async () => {
    const resident = await begin('Sam')
    resident.fill('Email (optional)', 'sam@example.org')
    await resident.press(/^On/u)
    await resident.press('Send')
    const message = await service.messageTo('sam@example.org')
    const reference = /Reference (\S+)/u.exec(resident.page.text)?.[1] ?? '?'
    expect(message.subject).toBe(`For Sam: ${reference}`)
    expect(message.text).toContain(
      'Thank you for Red like a **rose**, Sam, of course. Your reference',
    )
    expect(message.text).toContain('Washing')
    // What was left out is said as check-answers says it.
    expect(message.text).toMatch(/^Agree: Not provided$/mu)
    expect(message.html).toContain('<strong>Thank you</strong>')
    expect(message.html).toContain('Dressing')
  })
})

describe('YAML', () => {
  it('is read as YAML 1.2: on, yes and no are words, anchors may be used', async () => {
    const resident = service.resident()
    await resident.visit('/yaml')
    expect(resident.page.heading).toBe('A')
    resident.choose('Yes (optional)', 'on')
    resident.choose('No (optional)', 'off')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/yaml/yes')
    await resident.press('Continue')
    await resident.press('Send')
    const ids = await service.running.store.ids(submissions)
    const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
    expect(record?.value.answers).toEqual({ yes: 'on', no: 'off' })
    expect(record?.value.path).toEqual(['no', 'yes', 'check'])
  })
})
