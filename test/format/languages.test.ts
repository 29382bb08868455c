import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms, type Written } from './forms-of.ts'

const FLOW = `
title: A visit
draft: { owner: session }
words: { hours: "We are open **every day**." }
steps:
  start: { title: Book a visit, content: $words.hours }
  about:
    title: About you
    fields: [name, born, day, { content: "Hello {name}" }]
    buttons: [{ id: go, label: Go on }]
    links: [{ label: Back to the start, to: start }]
${ENDING}`

const VISIT: Written = {
  flow: FLOW,
  fields: {
    name: { type: 'string', title: 'Full name', maxLength: 10, field: { short: 'your name' } },
    born: { type: 'string', format: 'date', title: 'Date of birth' },
    day: {
      type: 'string',
      title: 'Which day?',
      oneOf: [
        { const: 'mon', title: 'Monday' },
        { const: 'tue', title: 'Tuesday' },
      ],
      errorMessage: { required: 'Select a day' },
    },
  },
  required: ['name', 'born', 'day'],
}

const CY = `
flow:
  title: Ymweliad
  steps:
    start.title: Trefnu ymweliad
    about:
      title: Amdanoch chi
      fields: { 4: { content: "Helo {name}" } }
      buttons.go.label: Ymlaen
      links.start.label: Yn ôl i’r dechrau
    check:
      title: Gwirio
      buttons.send: { label: Anfon, on.refused.error: Dim nawr }
    done: { title: Wedi gorffen, content: "Cyfeirnod {reference}" }
words.hours: "Rydym ar agor **bob dydd**."
schema:
  name: { title: Enw llawn, short: eich enw }
  born.title: Dyddiad geni
  day:
    title: Pa ddiwrnod?
    options: { mon.title: Dydd Llun, tue.title: Dydd Mawrth }
    errorMessage.required: Dewiswch ddiwrnod
`

const SITE = 'service: Visits\ncouncil: Example Council\nlanguages: [en, cy]\n'
const SHARED = 'site: { service: Ymweliadau, council: Cyngor Enghraifft }\n'

function problemsWith(locale: string) {
  const texts = new Map([
    ['_site.yaml', SITE],
    ['_locales/cy.yaml', SHARED],
    ['visit/flow.yaml', FLOW],
    ['visit/schema.json', JSON.stringify({ type: 'object', properties: VISIT.fields })],
    ['visit/locales/cy.yaml', locale],
  ])
  return loadJourneys({ shown: '', texts }, actions).problems
}

describe('a locale file', () => {
  it('is sound when it says all that the journey says', () => {
    expect(problemsWith(CY)).toEqual([])
  })

  it('is refused where it translates what is not there, with the nearest that is', () => {
    const [problem, ...more] = problemsWith(CY.replace('about:', 'abuot:')).filter(
      ({ severity }) => severity === 'error',
    )
    expect(more).toEqual([])
    expect(problem).toMatchObject({
      code: 'FP0201',
      file: 'visit/locales/cy.yaml',
      line: 6,
      column: 5,
    })
    expect(problem?.help).toContain('Did you mean "about"?')
  })

  it('is refused where its words name an answer that there is not', () => {
    const [problem] = problemsWith(CY.replace('Helo {name}', 'Helo {enw}')).filter(
      ({ severity }) => severity === 'error',
    )
    expect(problem).toMatchObject({ code: 'FP0302', file: 'visit/locales/cy.yaml', line: 8 })
  })

  it('warns of words that say other answers than the original, where they stand', () => {
    const problems = problemsWith(CY.replace('Helo {name}', 'Helo'))
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'FP0609', file: 'visit/locales/cy.yaml', line: 8 },
    ])
    expect(problems[0]?.message).toContain('does not say {name}')
  })

  it('warns of words that it leaves out, where they stand', () => {
    const problems = problemsWith(CY.replace('      title: Amdanoch chi\n', ''))
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'FP0607', file: 'visit/flow.yaml', line: 8 },
    ])
    expect(problems[0]?.help).toBe('Add "flow.steps.about.title" to visit/locales/cy.yaml.')
  })
})

describe('a journey in two languages', () => {
  let service: TestService
  beforeAll(async () => {
    const more = { 'locales/cy.yaml': CY }
    service = await serveForms({
      '_site.yaml': SITE,
      '_locales/cy.yaml': SHARED,
      visit: { ...VISIT, more },
      parking: { flow: `title: Parking\nsteps:\n  start: { title: Park }\n${ENDING}` },
    })
  })
  afterAll(() => service.close())

  it('begins in the first, and offers the other by its own name (WCAG 3.1.2)', async () => {
    const resident = service.resident()
    const page = await resident.visit('/visit')
    expect(page.html).toContain('<html lang="en"')
    expect(page.html).toMatch(/<a [^>]*href="\?lang=cy" lang="cy" hreflang="cy"[^>]*>Cymraeg<\/a>/u)
  })

  it('is in the chosen one from then on, and back again', async () => {
    const resident = service.resident()
    await resident.visit('/visit')
    const page = await resident.visit('/visit/start?lang=cy')
    expect(page.path).toBe('/visit/start')
    expect(page.html).toContain('<html lang="cy"')
    expect(page.title).toBe('Trefnu ymweliad – Ymweliadau – Cyngor Enghraifft')
    expect(page.html).toContain('<strong>bob dydd</strong>')
    expect(page.html).toContain('Parhau')
    expect((await resident.visit('/visit')).html).toContain('>English</a>')
    expect((await resident.visit('/visit/start?lang=en')).html).toContain('<html lang="en"')
  })

  it('says what is wrong in it, and keeps the answers that were given in the other', async () => {
    const resident = service.resident()
    await resident.visit('/visit')
    await resident.press('Continue')
    await resident.visit('/visit/about?lang=cy')
    const wrong = await resident.press('Ymlaen')
    expect(wrong.title).toMatch(/^Gwall: Amdanoch chi/u)
    expect(wrong.errors).toEqual(['Rhowch eich enw', 'Rhowch ddyddiad geni', 'Dewiswch ddiwrnod'])
    resident.fill('Enw llawn', 'Sam')
    resident.fill('Diwrnod', '27', 'Dyddiad geni')
    resident.fill('Mis', 'Mawrth', 'Dyddiad geni')
    resident.fill('Blwyddyn', '1951', 'Dyddiad geni')
    resident.choose('Pa ddiwrnod?', 'Dydd Mawrth')
    const check = await resident.press('Ymlaen')
    expect(check.text).toContain('27 Mawrth 1951')
    expect(check.text).toContain('Dydd Mawrth')
    const english = await resident.visit('/visit/check?lang=en')
    expect(english.html).toContain('27 March 1951')
    expect(english.html).toContain('Tuesday')
  })

  it('stays in the language that it is written in where it has no locale, and offers no other', async () => {
    const resident = service.resident()
    await resident.visit('/?lang=cy')
    const page = await resident.visit('/parking')
    expect(page.html).toContain('<html lang="en"')
    expect(page.html).not.toContain('hreflang')
  })

  it('says in it that a page is not there', async () => {
    const resident = service.resident()
    await resident.visit('/?lang=cy')
    expect((await resident.visit('/visit/nowhere')).title).toContain('Heb ddod o hyd i’r dudalen')
  })

  it('is read from right to left where it is written so', async () => {
    const wish = {
      fields: { wish: { type: 'string', title: 'اسمك' } },
      flow: `title: طلب\nsteps:\n  wish: { fields: [wish] }\n${ENDING}`,
    }
    const arabic = await serveForms({ '_site.yaml': 'languages: [ar]\n', wish })
    expect((await arabic.resident().visit('/wish')).html).toContain('<html lang="ar" dir="rtl"')
    await arabic.close()
  })

  it('is that of a list’s page too, its button and all', async () => {
    const pets = await serveForms({
      '_site.yaml': SITE,
      pets: {
        fields: {
          pets: {
            type: 'array',
            title: 'Pets',
            items: {
              type: 'object',
              required: ['pet'],
              properties: { pet: { type: 'string', title: 'Pet' } },
            },
            field: { item: 'pet', another: 'Another pet?' },
          },
        },
        flow: `title: Pets\nsteps:\n  pet: { repeat: pets, fields: [pet] }\n${ENDING}`,
        more: {
          'locales/cy.yaml': `flow: { title: Anifeiliaid, steps.done: { title: Gorffen } }
schema.pets: { title: Anifeiliaid, item: anifail, another: Un arall? }
`,
        },
      },
    })
    const resident = pets.resident()
    const page = await resident.visit('/pets/pet/list?lang=cy')
    expect(page.text).toContain('Un arall?')
    expect(page.buttons).toContain('Parhau')
    await pets.close()
  })

  it('is kept by nothing else than a link that names a language of the site', async () => {
    const resident = service.resident()
    await resident.visit('/?lang=fr')
    expect((await resident.visit('/visit')).html).toContain('<html lang="en"')
  })
})
