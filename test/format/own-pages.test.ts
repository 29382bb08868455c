import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { type Forms, serveForms } from './forms-of.ts'
import { LET_IN } from './own-actions.ts'

const TEXT = { type: 'string', maxLength: 20 }

const FLOW = `
title: Visit
draft: { owner: session }
steps:
  name: { title: Your name, fields: [nick, side] }
  log-in:
    title: Let us know
    content: Say who you are.
    buttons:
      - { id: go, label: Let me in, run: let-in, with: { nick: $nick } }
      - { id: skip, label: Not now, style: link, validate: false }
  child: { repeat: children, title: Child, fields: [called, size] }
  first: { fields: [first] }
  words: { title: "Hello {nick}", content: "You said {side}.", fields: [note] }
  parts:
    title: Parts
    fields:
      - { field: left, when: { side: left } }
      - { field: right, when: { side: right } }
      - { field: more, title: "More about {nick}", description: "On the {side}, {fact.known.firstName}" }
    buttons:
      - { id: go, label: "On to the {side}" }
      - { id: skip, label: Skip it, when: { side: left }, validate: false }
    links: [{ label: "Not {nick}?", to: name }]
  given:
    title: Given
    prefill: { greeting: fact.known.firstName, asked: query.asked }
    fields: [greeting, asked, usual]
  blank: { title: Blank, fields: [blank], links: [{ label: Left, to: name, when: { side: left } }] }
`

const NAMED = { title: 'Note', ...TEXT }

const FORMS: Forms = {
  '_site.yaml': 'service: Visits\ncouncil: Example Council\nlanguages: [en, cy]\n',
  '_locales/cy.yaml': 'site: { service: Ymweliadau, council: Cyngor Enghraifft }\n',
  '_shared/actions/let-in.ts': LET_IN,
  visit: {
    fields: {
      nick: { title: 'Nickname', ...TEXT },
      side: { title: 'Side', enum: ['left', 'right'] },
      children: {
        title: 'Children',
        type: 'array',
        items: {
          type: 'object',
          properties: { called: { title: 'Called', ...TEXT }, size: { title: 'Size', ...TEXT } },
        },
      },
      first: {
        title: 'Who comes first?',
        type: 'string',
        field: { optionsFrom: { of: 'children', value: 'called' } },
      },
      note: NAMED,
      left: { ...NAMED, title: 'Left' },
      right: { ...NAMED, title: 'Right' },
      more: NAMED,
      greeting: { ...NAMED, title: 'Greeting' },
      asked: { ...NAMED, title: 'Asked' },
      usual: { ...NAMED, title: 'Usual', default: 'as ever' },
      blank: { ...NAMED, title: 'Blank' },
    },
    required: ['nick', 'side'],
    flow: `${FLOW}  end: { kind: exit, title: End, content: That is all. }\n`,
  },
  council: {
    fields: { nick: { title: 'Nickname', ...TEXT } },
    flow: `
title: Council
site: { council: Another Council }
draft: { owner: session }
steps:
  blank: { title: Blank, fields: [nick] }
  through: { title: Through, content: Now through., buttons: [{ id: go, label: Go through, journey: through, next: end }] }
  end: { kind: exit, title: End, content: That is all. }
`,
  },
  through: {
    fields: { nick: { title: 'Nickname', ...TEXT } },
    flow: `
title: Through
draft: { owner: session }
steps:
  blank: { title: Blank, fields: [nick] }
  last: { title: Last, content: The last., buttons: [{ id: go, label: Go back, next: $return }] }
`,
  },
}

interface Person {
  readonly nick: string
  readonly side: 'left' | 'right'
  readonly children: readonly string[]
  readonly language: 'en' | 'cy'
  readonly isKnown: boolean
  readonly asked: string
}

const ANN: Person = {
  nick: 'Ann',
  side: 'left',
  children: ['Kit', 'Max'],
  language: 'en',
  isKnown: true,
  asked: '',
}
/** Each differs from Ann in one thing, and the last in all. */
const PEOPLE: readonly Person[] = [
  ANN,
  { ...ANN, nick: 'Bob' },
  { ...ANN, side: 'right' },
  { ...ANN, children: ['Kit', 'Zoe'] },
  { ...ANN, language: 'cy' },
  { ...ANN, isKnown: false },
  { ...ANN, asked: '?asked=why' },
  {
    nick: 'Cat',
    side: 'right',
    children: ['Zoe'],
    language: 'cy',
    isKnown: false,
    asked: '?asked=how',
  },
]

const PLACES = ['first', 'words', 'parts', 'given', 'blank'].map((step) => `/visit/${step}`)

const TOKEN = /name="page" value="([^"]*)"/u
/** A token: session and draft, drawn at random; how often was pressed, and where; the signature. */
const TOKENS = /value="[\w-]+\.[\w-]*(\.\d+\.[\w/-]+)\.[\w-]+"/gu

/** Every page that somebody comes by, but for what is drawn at random for them. */
async function pagesOf(person: Person, service: TestService): Promise<readonly string[]> {
  const sam = service.resident()
  const pages: string[] = []
  const note = () =>
    void pages.push(
      `${sam.page.status} ${sam.page.path}\n${sam.page.html.replaceAll(TOKENS, '$1')}`,
    )
  const visit = async (path: string) => {
    await sam.visit(path)
    note()
  }
  const send = async (fields: Readonly<Record<string, string>> = {}) => {
    const page = TOKEN.exec(sam.page.html)?.[1] ?? ''
    await sam.post(sam.page.path, new URLSearchParams({ page, ...fields }))
    note()
  }
  await visit(`/?lang=${person.language}`)
  await visit(`/visit${person.asked}`)
  await visit('/visit/name')
  await send({ nick: person.nick })
  await send({ nick: person.nick, side: person.side })
  await send({ button: person.isKnown ? 'go' : 'skip' })
  for (const called of person.children) {
    await send({ another: 'yes' })
    await send({ called })
  }
  await send({ another: 'no' })
  expect(sam.page.path).toBe('/visit/first')
  for (const place of PLACES) {
    await visit(place)
    await visit(place)
    await send()
  }
  expect(sam.page.path).toBe('/visit/end')
  await visit('/through')
  await send()
  for (const place of ['/through/blank', '/council', '/through/blank']) await visit(place)
  await visit('/council')
  await send({ nick: person.nick })
  await send({ button: 'go' })
  expect(sam.page.path).toBe('/through/last')
  for (const place of ['/through/blank', '/visit/words', '/through/blank']) await visit(place)
  return pages
}

describe('the pages that somebody is shown', () => {
  const services: TestService[] = []
  const serve = async () => {
    const service = await serveForms(FORMS)
    services.push(service)
    return service
  }
  const alone: (readonly string[])[] = []
  beforeAll(async () => {
    for (const person of PEOPLE) alone.push(await pagesOf(person, await serve()))
  })
  afterAll(() => Promise.all(services.map((service) => service.close())))

  it('say what each of them said, and are in their language', () => {
    const said = alone.map((pages) => pages.join('\n'))
    expect(new Set(said).size).toBe(PEOPLE.length)
    for (const [index, { nick, side, children, language }] of PEOPLE.entries()) {
      for (const word of [`Hello ${nick}`, `On to the ${side}`, ...children])
        expect(said[index]).toContain(word)
      expect(said[index]).toContain(`<html lang="${language}"`)
      // Back out of a journey leads to where it was called, and nowhere for who came by its address.
      const through = (alone[index] ?? []).filter((page) => page.startsWith('200 /through/blank'))
      const calls = through.map((page) => page.includes('href="/council/through"'))
      expect(calls).toEqual([false, false, false, true, true])
    }
  })

  it('are the very ones that they would be shown with nobody else about', async () => {
    const service = await serve()
    for (const round of [1, 2])
      for (const [index, person] of PEOPLE.entries())
        expect(await pagesOf(person, service), `${person.nick}, round ${round}`).toEqual(
          alone[index],
        )
  })

  it('are so too when all of them are about at once', async () => {
    const service = await serve()
    const together = await Promise.all(PEOPLE.map((person) => pagesOf(person, service)))
    for (const [index, pages] of together.entries()) expect(pages).toEqual(alone[index])
  })
})
