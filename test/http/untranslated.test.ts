import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerWhole, SAM } from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from '../format/forms-of.ts'
import { htmlFaults } from '../views/html-validator.ts'
import { lintPage } from '../views/page-lint.ts'
import { serveWithLogin } from './forms-with-staff.ts'

/** Some words of each page are there in Welsh, and some are not. */
const WELSH = `
flow:
  steps:
    you:
      title: Amdanoch chi
      checks.1.error: Rhowch enw arall
    check.title: Gwirio
    done.content: Cyfeirnod {reference}
schema:
  first.title: Enw cyntaf
  who: { title: Pwy?, options.me.title: Fi }
`

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    '_site.yaml': 'service: Care\nlanguages: [en, cy]\npages: [accessibility]\n',
    '_locales/cy.yaml': 'site.service: Gofal',
    '_pages/accessibility.md': '# Accessibility statement\n\nAnyone can use it.\n',
    '_pages/accessibility.cy.md': '# Datganiad hygyrchedd\n\nGall pawb ei ddefnyddio.\n',
    care: {
      fields: {
        first: {
          title: 'First name',
          type: 'string',
          maxLength: 20,
          description: 'As on *letters*',
        },
        nick: { title: 'Name & nickname', type: 'string', maxLength: 20 },
        who: {
          title: 'Who?',
          oneOf: [
            { const: 'me', title: 'Me' },
            { const: 'them', title: 'Somebody else' },
          ],
          errorMessage: { required: 'Say who it is' },
        },
        story: { title: 'What happened', type: 'string', maxLength: 900 },
        poem: { title: 'Poem', type: 'string', field: { maxWords: 50 } },
        town: { title: 'Town', enum: Array.from({ length: 12 }, (_, at) => `Town ${at}`) },
      },
      required: ['first', 'who'],
      flow: `
title: Care
steps:
  you:
    title: About you
    caption: Part one
    content: "Tell us **who** you are."
    fields: [first, { field: nick, title: "{first}’s other names" }, who, story, poem, town]
    checks: [{ must: { not: { first: Nobody } }, error: { first: Enter another name } }]
    buttons: [{ id: go, label: Go on }]
    links: [{ label: "Care & help", href: /pages/accessibility }]
  more: { title: [{ when: { who: me }, text: "More of you, {first}" }, { text: More }], content: "Hello {first}.\\n\\nWelcome." }
${ENDING}`,
      more: { 'locales/cy.yaml': WELSH },
    },
  })
})
afterAll(() => service.close())

async function begin(): Promise<Resident> {
  const sam = service.resident()
  await sam.visit('/care?lang=cy')
  return sam
}

function isRight(sam: Resident): void {
  expect(lintPage(sam.page.html, { language: 'cy' })).toEqual([])
  expect(htmlFaults(sam.page.html)).toEqual([])
}

describe('words without a translation on a page in Welsh say that they are English (WCAG 3.1.2)', () => {
  it('where they are all that an element holds, a part of it, or Markdown', async () => {
    const { page } = await begin()
    for (const html of [
      '<html lang="cy"',
      '<h1 class="govuk-heading-l">Amdanoch chi</h1>',
      '<span lang="en" class="govuk-caption-l">Part one</span>',
      '<div class="fp-content"><div lang="en"><p class="govuk-body">Tell us <strong>who</strong> you are.</p></div></div>',
      '><span lang="en">As on <em>letters</em></span></div>',
      'for="nick"><span lang="en">’s other names</span> (dewisol)</label>',
      '>Fi</label>',
      'for="who-2">Somebody else</label>',
      '<option lang="en" value="Town 3">Town 3</option>',
      'href="/pages/accessibility">Care &amp; help</a>',
    ])
      expect(page.html).toContain(html)
    expect(page.text).toContain('Gallwch nodi hyd at 900 o nodau')
    expect(page.text).toContain('Gallwch nodi hyd at 50 o eiriau')
    expect(page.html).toMatch(/<label lang="en"[^>]* for="who-2">/u)
    expect(page.html).toMatch(/<button lang="en"[^>]*>Go on<\/button>/u)
    expect(page.html).toMatch(/<a lang="en"[^>]*>Care &amp; help<\/a>/u)
    expect(page.html).not.toMatch(/lang="en"[^>]*>(?:Enw cyntaf|Fi|Pwy\?|Amdanoch chi)</u)
  })

  it('in errors, on check answers, and with answers in them; what is typed is left alone', async () => {
    const sam = await begin()
    sam.fill('Enw cyntaf', 'Nobody')
    sam.fill('What happened (dewisol)', 'What happened')
    await sam.press('Go on')
    expect(sam.page.html).toMatch(/<a lang="en" href="#who">Say who it is<\/a>/u)
    expect(sam.page.html).toMatch(/Gwall:<\/span> <span lang="en">Say who it is<\/span>/u)
    expect(sam.page.html).toMatch(/<textarea[^>]*>What happened<\/textarea>/u)
    isRight(sam)
    sam.choose('Pwy?', 'Fi')
    await sam.press('Go on')
    expect(sam.page.html).toContain('<a href="#first">Rhowch enw arall</a>')
    sam.fill('Enw cyntaf', 'Siân')
    await sam.press('Go on')
    expect(sam.page.html).toContain('<h1 lang="en" class="govuk-heading-l">More of you, Siân</h1>')
    expect(sam.page.html).toContain('<div lang="en"><p class="govuk-body">Hello Siân.</p>')
    isRight(sam)
    await sam.press('Parhau')
    expect(sam.page.html).toMatch(/<dt lang="en"[^>]*>What happened<\/dt>/u)
    expect(sam.page.html).toMatch(/<dt class[^>]*>Enw cyntaf<\/dt>/u)
    expect(sam.page.html).toMatch(/<button lang="en"[^>]*>Send<\/button>/u)
    isRight(sam)
    await sam.press('Send')
    expect(sam.page.html).toMatch(/<h1 lang="en"[^>]*>\s*Done\s*<\/h1>/u)
    isRight(sam)
  })

  it('in the list of forms', async () => {
    const { html } = await service.resident().visit('/?lang=cy')
    expect(html).toContain('href="/care" lang="en">Care</a>')
  })

  it('and nothing of it is on a page in English', async () => {
    const sam = service.resident()
    await sam.visit('/care')
    expect(sam.page.html).not.toMatch(/<(?!html)[^>]* lang="en"/u)
  })
})

it('a request that is Welsh in part says so too, in the account and where it is shown', async () => {
  const other = await serveWithLogin({
    help: {
      fields: {
        name: { title: 'Your name', type: 'string' },
        why: { title: 'Why', type: 'string' },
      },
      flow: `
title: Help
draft: { owner: account, keep: 3 days }
steps:
  log-in: { title: Log in, buttons: [{ id: go, label: Login or Register, journey: login }] }
  you: { requires: [signed-in], title: You, fields: [name, why] }
${ENDING}`,
      more: {
        'admin.yaml': `
start: received
statuses: { received: { title: Received, toResident: We have it }, closed: { title: Closed, ends: true } }
moves: { close: { label: Close, from: [received], to: closed } }
`,
        'locales/cy.yaml': 'flow.title: Cymorth\nschema.why.title: Pam\n',
      },
    },
  })
  const sam = other.resident()
  await sam.visit('/help')
  await registerWhole(sam, other, SAM, 'text')
  sam.fill('Your name (optional)', 'Sam')
  for (const button of ['Continue', 'Send']) await sam.press(button)
  await sam.visit('/account?lang=cy')
  expect(sam.page.html).toMatch(/href="\/account\/requests\/[^"]*">Cymorth/u)
  expect(sam.page.html).toContain('lang="en">We have it</span>')
  await sam.visit(/href="(\/account\/requests\/[^"]*)"/u.exec(sam.page.html)?.[1] ?? '')
  expect(sam.page.html).toMatch(/<dt lang="en"[^>]*>Your name<\/dt>/u)
  expect(sam.page.html).toMatch(/<dt class[^>]*>Pam<\/dt>/u)
  expect(sam.page.html).toMatch(/<dd lang="en"[^>]*>We have it<\/dd>/u)
  isRight(sam)
  await other.close()
})
